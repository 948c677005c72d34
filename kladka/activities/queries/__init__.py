"""Reads over sessions, their lists and what overlaps."""

from kladka.activities.queries.groups import groups_of, joining, members_of
from kladka.activities.queries.overlaps import Overlap, expected_elsewhere, name_of, overlaps_of
from kladka.activities.queries.planning import (
    Subject,
    colleagues_of,
    frames_of,
    public_holidays,
    rooms,
    subjects_of,
)
from kladka.activities.queries.register import (
    Line,
    on_the_list,
    register_of,
    starts_of,
    walk_ins,
    with_other_sessions,
)
from kladka.activities.queries.sessions import (
    SHOWN,
    Attended,
    attended,
    listed,
    public_sessions,
    sessions_of_day,
    tally_of,
    with_figures,
)

__all__ = [
    "SHOWN",
    "Attended",
    "Line",
    "Overlap",
    "Subject",
    "attended",
    "colleagues_of",
    "expected_elsewhere",
    "frames_of",
    "groups_of",
    "joining",
    "listed",
    "members_of",
    "name_of",
    "on_the_list",
    "overlaps_of",
    "public_holidays",
    "public_sessions",
    "register_of",
    "rooms",
    "sessions_of_day",
    "starts_of",
    "subjects_of",
    "tally_of",
    "walk_ins",
    "with_figures",
    "with_other_sessions",
]
