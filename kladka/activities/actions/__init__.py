from kladka.activities.actions.beginning import begin, plan
from kladka.activities.actions.listing import admit, expect
from kladka.activities.actions.membership import add_member, end_membership
from kladka.activities.actions.opening import close_register, reopen_register
from kladka.activities.actions.planning import (
    Details,
    Planned,
    add_activity,
    cancel_session,
    move_session,
    plan_series,
    plan_session,
)
from kladka.activities.actions.register import record_attendance
from kladka.activities.actions.tally import add_guest, record_tally

__all__ = [
    "Details",
    "Planned",
    "add_activity",
    "add_guest",
    "add_member",
    "admit",
    "begin",
    "cancel_session",
    "close_register",
    "end_membership",
    "expect",
    "move_session",
    "plan",
    "plan_series",
    "plan_session",
    "record_attendance",
    "record_tally",
    "reopen_register",
]
