from kladka.recruitment.models.planned import Criterion, CriterionOption, Ground, Round

__all__ = ["Criterion", "CriterionOption", "Ground", "Round"]
