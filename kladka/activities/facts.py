"""What happened here, for jobs of other modules (`config/reactions.py` says which)."""

from dataclasses import dataclass

from kladka.core.facts import Fact


@dataclass(frozen=True, slots=True)
class SessionsPlanned(Fact):
    session_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SessionMoved(Fact):
    session_id: int


@dataclass(frozen=True, slots=True)
class SessionCancelled(Fact):
    session_id: int


@dataclass(frozen=True, slots=True)
class AttendanceRecorded(Fact):
    """Marks were written or taken back."""

    session_id: int


@dataclass(frozen=True, slots=True)
class TallyRecorded(Fact):
    session_id: int
