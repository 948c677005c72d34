"""The checks before a line is sent: one small function a rule; each finding names its field."""

from kladka.reporting.rules.case import Background, Case, Check, Finding, Level
from kladka.reporting.rules.dates import DATES
from kladka.reporting.rules.identity import IDENTITY
from kladka.reporting.rules.labour import LABOUR
from kladka.reporting.rules.residence import RESIDENCE
from kladka.reporting.rules.words import WORDS

CHECKS: tuple[Check, ...] = (*IDENTITY, *DATES, *LABOUR, *RESIDENCE, *WORDS)

__all__ = ["CHECKS", "Background", "Case", "Finding", "Level", "findings", "may_be_sent"]


def findings(case: Case) -> tuple[Finding, ...]:
    """Everything that is wrong with a line, in the order of the rules."""
    return tuple(sorted((one for check in CHECKS for one in check(case)), key=lambda one: one.rule))


def may_be_sent(found: tuple[Finding, ...]) -> bool:
    """A warning goes with the line; an error keeps the line out of the file."""
    return all(one.level is not Level.ERROR for one in found)
