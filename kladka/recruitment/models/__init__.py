from kladka.recruitment.models.application import Application, GroundClaim
from kladka.recruitment.models.card import Card, CriterionResult
from kladka.recruitment.models.committee import Committee, CommitteeMember, Conflict
from kladka.recruitment.models.decision import Decision
from kladka.recruitment.models.draft import Draft, KnockCount
from kladka.recruitment.models.missing import MissingThing
from kladka.recruitment.models.planned import Criterion, CriterionOption, Ground
from kladka.recruitment.models.promotion import Appeal, Promotion
from kladka.recruitment.models.protocol import Draw, Protocol, RankingEntry, Ruling, Signature
from kladka.recruitment.models.round import Round, RoundQuota
from kladka.recruitment.models.scheme import Scheme, SchemeSource, TieBreak

__all__ = [
    "Appeal",
    "Application",
    "Card",
    "Committee",
    "CommitteeMember",
    "Conflict",
    "Criterion",
    "CriterionOption",
    "CriterionResult",
    "Decision",
    "Draft",
    "Draw",
    "Ground",
    "GroundClaim",
    "KnockCount",
    "MissingThing",
    "Promotion",
    "Protocol",
    "RankingEntry",
    "Round",
    "RoundQuota",
    "Ruling",
    "Scheme",
    "SchemeSource",
    "Signature",
    "TieBreak",
]
