"""Everything that changes participations, one verb each."""

from kladka.participation.actions.agreement import (
    Entrant,
    Paper,
    add_agreement,
    record_entry_traits,
    sign_agreement,
)
from kladka.participation.actions.amending import amend_entry
from kladka.participation.actions.leaving import (
    Result,
    record_exit,
    record_follow_up,
    record_outcome,
    reopen,
)
from kladka.participation.actions.many import Ended, Entered, check_entered, enter_all
from kladka.participation.actions.official import FileColumns, keep_file_columns
from kladka.participation.actions.planning import Findings, Step, make_plan, read_goal, record_diagnosis
from kladka.participation.actions.supports import restate_supports

__all__ = [
    "Ended",
    "Entered",
    "Entrant",
    "FileColumns",
    "Findings",
    "Paper",
    "Result",
    "Step",
    "add_agreement",
    "amend_entry",
    "check_entered",
    "enter_all",
    "keep_file_columns",
    "make_plan",
    "read_goal",
    "record_diagnosis",
    "record_entry_traits",
    "record_exit",
    "record_follow_up",
    "record_outcome",
    "reopen",
    "restate_supports",
    "sign_agreement",
]
