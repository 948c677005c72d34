from kladka.participation.models.amendment import Amendment
from kladka.participation.models.leaving import Exit, FollowUp, Outcome
from kladka.participation.models.participation import Agreement, Participation
from kladka.participation.models.plan import Diagnosis, DiagnosisScore, Plan, PlanStep
from kladka.participation.models.snapshot import EntryDeclaration, EntryGround, EntrySnapshot, EntryTraits
from kladka.participation.models.support import SupportReceived

__all__ = [
    "Agreement",
    "Amendment",
    "Diagnosis",
    "DiagnosisScore",
    "EntryDeclaration",
    "EntryGround",
    "EntrySnapshot",
    "EntryTraits",
    "Exit",
    "FollowUp",
    "Outcome",
    "Participation",
    "Plan",
    "PlanStep",
    "SupportReceived",
]
