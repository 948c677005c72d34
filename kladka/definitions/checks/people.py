"""Women, men and those of whom."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kladka.definitions.errors import Finding, found
from kladka.definitions.format import ProgrammeFile
from kladka.programmes.choices import Relation
from kladka.programmes.rules import Count

if TYPE_CHECKING:
    from kladka.definitions.format.results import Figure, Target

_LIMITING = {Relation.EXACTLY, Relation.AT_MOST}
_WITHOUT_UPPER_BOUND = {Relation.ABOUT, Relation.AT_MOST, Relation.UNDER}


def sexes_add_up(programme: ProgrammeFile) -> Iterator[Finding]:
    """Women and men make the total where all three stand in the same relation."""
    rows: dict[str, tuple[Target | Figure, ...]] = {
        "targets": programme.targets,
        "figures": programme.figures,
    }
    for section, listed in rows.items():
        for place, row in enumerate(listed):
            women, men, total = row.women, row.men, row.total
            if women is None or men is None or total is None:
                continue
            alike = women.relation == men.relation == total.relation
            if alike and women.number + men.number != total.number:
                made = women.number + men.number
                context = {"women": women.number, "men": men.number, "total": total.number, "sum": made}
                yield found((section, place, "total"), "sex_sum", **context)


def parts_fit_into_wholes(programme: ProgrammeFile) -> Iterator[Finding]:
    """A part, "of whom", is never more than those of whom it speaks, where both are bounded."""
    targets = {target.key: target for target in programme.targets}
    for place, target in enumerate(programme.targets):
        whole = targets[target.within] if target.within else None
        for field in ("women", "men", "total"):
            inner, outer = getattr(target, field), getattr(whole, field, None)
            if inner is not None and outer is not None and _is_surely_more(inner, outer):
                context = {"part": inner.number, "whole": outer.number, "within": target.within}
                yield found(("targets", place, field), "more_than_whole", **context)


def _is_surely_more(part: Count, whole: Count) -> bool:
    """A part that is at most something may be small; a whole that is at least something, or about it, may be large.

    A lower bound inside a lower bound is still compared: both are promises, and the smaller group cannot be
    promised to be larger.
    """
    if part.relation in _WITHOUT_UPPER_BOUND:
        return False
    same = part.relation == whole.relation
    return part.number > whole.number and (same or whole.relation in _LIMITING)
