from kladka.recruitment.views.appeal import appeal, appeal_decision
from kladka.recruitment.views.application import (
    application,
    applications,
    complete,
    decision,
    enter_application,
    proof,
    withdrawal,
)
from kladka.recruitment.views.card import card, conflict
from kladka.recruitment.views.missing import brought, missing
from kladka.recruitment.views.papers import (
    card_paper,
    protocol_paper,
    regulations_paper,
    result_paper,
)
from kladka.recruitment.views.portal import identity_checked
from kladka.recruitment.views.protocol import meeting, protocol, protocol_file, publish, sign
from kladka.recruitment.views.queue import move, queue
from kladka.recruitment.views.reserve import offer, place_answer, reserve, vacancy
from kladka.recruitment.views.round import committee, draw, equals, round, rounds  # noqa: A004 - the field's own word

__all__ = [
    "appeal",
    "appeal_decision",
    "application",
    "applications",
    "brought",
    "card",
    "card_paper",
    "committee",
    "complete",
    "conflict",
    "decision",
    "draw",
    "enter_application",
    "equals",
    "identity_checked",
    "meeting",
    "missing",
    "move",
    "offer",
    "place_answer",
    "proof",
    "protocol",
    "protocol_file",
    "protocol_paper",
    "publish",
    "queue",
    "regulations_paper",
    "reserve",
    "result_paper",
    "round",
    "rounds",
    "sign",
    "vacancy",
    "withdrawal",
]
