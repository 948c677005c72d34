from kladka.activities.models.activity import Activity
from kladka.activities.models.occupation import Occupation
from kladka.activities.models.planned import Event, Group, WeeklyFrame
from kladka.activities.models.register import Attendance, GroupMembership, SignUp
from kladka.activities.models.session import Session, SessionStaff
from kladka.activities.models.tally import Tally

__all__ = [
    "Activity",
    "Attendance",
    "Event",
    "Group",
    "GroupMembership",
    "Occupation",
    "Session",
    "SessionStaff",
    "SignUp",
    "Tally",
    "WeeklyFrame",
]
