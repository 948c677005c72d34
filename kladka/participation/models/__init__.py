from kladka.participation.models.leaving import Exit, FollowUp, Outcome
from kladka.participation.models.participation import Agreement, Participation
from kladka.participation.models.plan import Plan, PlanStep
from kladka.participation.models.snapshot import (
    Amendment,
    EntryDeclaration,
    EntryGround,
    EntrySnapshot,
    EntryTraits,
)
from kladka.participation.models.support import SupportReceived

__all__ = [
    "Agreement",
    "Amendment",
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
