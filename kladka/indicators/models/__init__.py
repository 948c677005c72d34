from kladka.indicators.models.planned import Measure, Target

__all__ = ["Measure", "Target"]
