"""What happened to participations, for the jobs that follow."""

from dataclasses import dataclass

from kladka.core.facts import Fact


@dataclass(frozen=True, slots=True)
class AgreementSigned(Fact):
    participation_id: int


@dataclass(frozen=True, slots=True)
class EntryAmended(Fact):
    participation_id: int


@dataclass(frozen=True, slots=True)
class StartsMoved(Fact):
    """Participations that began, began on another day, or did not begin after all."""

    participation_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ParticipationEnded(Fact):
    participation_id: int
