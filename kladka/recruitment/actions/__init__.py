"""Everything that changes applications, one verb each."""

from kladka.recruitment.actions.application import mark_complete, name_ground, see_proof, withdraw
from kladka.recruitment.actions.decision import decide
from kladka.recruitment.actions.submission import Applicant, Submission, submit_application

__all__ = [
    "Applicant",
    "Submission",
    "decide",
    "mark_complete",
    "name_ground",
    "see_proof",
    "submit_application",
    "withdraw",
]
