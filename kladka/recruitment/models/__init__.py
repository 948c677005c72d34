from kladka.recruitment.models.application import Application, GroundClaim
from kladka.recruitment.models.decision import Decision
from kladka.recruitment.models.draft import Draft, KnockCount
from kladka.recruitment.models.planned import Criterion, CriterionOption, Ground
from kladka.recruitment.models.round import Round, RoundQuota
from kladka.recruitment.models.scheme import Scheme, SchemeSource, TieBreak

__all__ = [
    "Application",
    "Criterion",
    "CriterionOption",
    "Decision",
    "Draft",
    "Ground",
    "GroundClaim",
    "KnockCount",
    "Round",
    "RoundQuota",
    "Scheme",
    "SchemeSource",
    "TieBreak",
]
