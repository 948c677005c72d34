from kladka.recruitment.models.application import Application, GroundClaim
from kladka.recruitment.models.decision import Decision
from kladka.recruitment.models.planned import Criterion, CriterionOption, Ground, Round

__all__ = ["Application", "Criterion", "CriterionOption", "Decision", "Ground", "GroundClaim", "Round"]
