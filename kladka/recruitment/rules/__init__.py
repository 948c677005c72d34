"""How those who take part are chosen, in plain Python.

What the portal asks (`draft`), who may (`eligibility`), what the record knows of them (`traits`), their points
(`scoring`), who gets a place (`ranking`). Ask for the last three by their own name:
`from kladka.recruitment.rules import ranking`.
"""

from kladka.recruitment.rules.draft import Step, first_unanswered, steps_of
from kladka.recruitment.rules.eligibility import (
    CHECKS,
    Case,
    Named,
    Window,
    check_eligible,
    check_place_is_free,
    check_round_takes,
    is_open,
    missing,
)

__all__ = [
    "CHECKS",
    "Case",
    "Named",
    "Step",
    "Window",
    "check_eligible",
    "check_place_is_free",
    "check_round_takes",
    "first_unanswered",
    "is_open",
    "missing",
    "steps_of",
]
