"""What this module says has happened."""

from dataclasses import dataclass

from kladka.core.facts import Fact


@dataclass(frozen=True, slots=True)
class ProgrammeLoaded(Fact):
    """The records of a programme say something else than before."""

    programme_id: int
