"""Everything that changes applications, one verb each."""

from kladka.recruitment.actions.appeal import decide_appeal, receive_appeal
from kladka.recruitment.actions.application import mark_complete, name_ground, see_proof, withdraw
from kladka.recruitment.actions.card import Said, note_name, note_reading, score_application
from kladka.recruitment.actions.committee import appoint_committee, declare_conflict
from kladka.recruitment.actions.decision import decide
from kladka.recruitment.actions.drafts import (
    clear_doubt,
    delete_outdated_drafts,
    save_answers,
    see_draft,
    start_draft,
)
from kladka.recruitment.actions.equals import draw_lots, rule_among_equals
from kladka.recruitment.actions.missing import note_missing, take_missing
from kladka.recruitment.actions.promotion import (
    answer_place,
    offer_place,
    pass_place_on,
    take_place_back,
    vacate_place,
)
from kladka.recruitment.actions.protocol import publish_results, seal_protocol, sign_protocol
from kladka.recruitment.actions.sending import send_draft
from kladka.recruitment.actions.submission import Applicant, Submission, submit_application

__all__ = [
    "Applicant",
    "Said",
    "Submission",
    "answer_place",
    "appoint_committee",
    "clear_doubt",
    "decide",
    "decide_appeal",
    "declare_conflict",
    "delete_outdated_drafts",
    "draw_lots",
    "mark_complete",
    "name_ground",
    "note_missing",
    "note_name",
    "note_reading",
    "offer_place",
    "pass_place_on",
    "publish_results",
    "receive_appeal",
    "rule_among_equals",
    "save_answers",
    "score_application",
    "seal_protocol",
    "see_draft",
    "see_proof",
    "send_draft",
    "sign_protocol",
    "start_draft",
    "submit_application",
    "take_missing",
    "take_place_back",
    "vacate_place",
    "withdraw",
]
