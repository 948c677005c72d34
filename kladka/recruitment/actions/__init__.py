"""Everything that changes applications, one verb each."""

from kladka.recruitment.actions.application import mark_complete, name_ground, see_proof, withdraw
from kladka.recruitment.actions.decision import decide
from kladka.recruitment.actions.drafts import (
    clear_doubt,
    delete_outdated_drafts,
    save_answers,
    see_draft,
    start_draft,
)
from kladka.recruitment.actions.sending import send_draft
from kladka.recruitment.actions.submission import Applicant, Submission, submit_application

__all__ = [
    "Applicant",
    "Submission",
    "clear_doubt",
    "decide",
    "delete_outdated_drafts",
    "mark_complete",
    "name_ground",
    "save_answers",
    "see_draft",
    "see_proof",
    "send_draft",
    "start_draft",
    "submit_application",
    "withdraw",
]
