from kladka.activities.models.activity import Activity
from kladka.activities.models.occupation import Occupation
from kladka.activities.models.planned import Event, Group, WeeklyFrame
from kladka.activities.models.session import Session, SessionStaff
from kladka.activities.models.tally import Tally

__all__ = [
    "Activity",
    "Event",
    "Group",
    "Occupation",
    "Session",
    "SessionStaff",
    "Tally",
    "WeeklyFrame",
]
