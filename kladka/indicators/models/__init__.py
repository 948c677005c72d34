from kladka.indicators.models.decision import ManualDecision
from kladka.indicators.models.planned import Measure, Target

__all__ = ["ManualDecision", "Measure", "Target"]
