"""How those who take part are chosen, in plain Python: who may (`eligibility`)."""

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
    "Window",
    "check_eligible",
    "check_place_is_free",
    "check_round_takes",
    "is_open",
    "missing",
]
