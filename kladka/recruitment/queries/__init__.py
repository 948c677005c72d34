"""Reads over applications: what the checks look at, places that are left, points, ranking."""

from kladka.recruitment.queries.eligibility import case_of, cases_of, missing, takes_part, window_of
from kladka.recruitment.queries.places import HARD, limits_for, open_of, same_as

__all__ = [
    "HARD",
    "case_of",
    "cases_of",
    "limits_for",
    "missing",
    "open_of",
    "same_as",
    "takes_part",
    "window_of",
]
