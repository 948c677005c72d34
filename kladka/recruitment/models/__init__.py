from kladka.recruitment.models.application import Application, GroundClaim
from kladka.recruitment.models.decision import Decision
from kladka.recruitment.models.planned import Criterion, CriterionOption, Ground
from kladka.recruitment.models.round import Round, RoundQuota
from kladka.recruitment.models.scheme import Scheme, SchemeSource, TieBreak

__all__ = [
    "Application",
    "Criterion",
    "CriterionOption",
    "Decision",
    "Ground",
    "GroundClaim",
    "Round",
    "RoundQuota",
    "Scheme",
    "SchemeSource",
    "TieBreak",
]
