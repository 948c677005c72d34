"""The invented part of a programme's life, one file for an edition. None of it is ever shown as published."""

import tomllib
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from kladka.participation.choices import AgreementKind

FOLDER = Path(__file__).parent


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class GroupLife(Part):
    """A group of the definition: how many come, when, every so many weeks, between two days."""

    key: str
    persons: int = Field(ge=1)
    weekday: int = Field(ge=1, le=7)
    starts_at: time
    minutes: int = Field(ge=15, le=720)
    weeks: int = Field(ge=1)
    days: tuple[date, date]
    support: str = ""  # where the group's offer names none
    environment: int = 0  # close ones whom members bring along; counted apart
    is_shown_today: bool = False  # a session of it stands on the day on which the demo is looked at


class EventLife(Part):
    key: str
    days: tuple[date, ...]
    visitors: tuple[int, int]


class RoundLife(Part):
    """A round of recruitment: whom it lets in, and what became of the others who applied in it.

    Whoever comes in the end fills the places; some of them only after `refusing` others did not take theirs.
    """

    key: str
    groups: tuple[str, ...] = ()  # whose members come by this round
    applications: tuple[date, date]
    decided_on: date
    places: int  # for members of these groups
    chosen: int = 0  # have a place and wait for their group to begin
    refusing: int = 0  # have a place and do not take it: the first of the reserve come instead
    declining: int = 0  # of the reserve: were asked and said no
    waiting: int = 0  # of the reserve: stay on it
    without_place: int = 0  # too few points
    incomplete: int = 0  # never brought all papers
    strangers: int = 0  # do not live there
    is_published: bool = False  # where the whole programme is invented


class Life(Part):
    municipality: str
    programme: str
    edition: str
    women: int
    men: int
    youngest: int
    oldest: int
    applications: tuple[date, date]
    leaving: tuple[date, date] | None = None
    support: str
    completing: int | None = None  # the others break off in the middle; everybody when not said
    agreement: AgreementKind = AgreementKind.AGREEMENT  # what is signed
    waiting: int = 0  # qualified, signed, and not yet come
    groups: tuple[GroupLife, ...]
    rounds: tuple[RoundLife, ...] = ()
    intake: str = ""  # the round that takes applications on whatever day the demo is looked at
    plans: tuple[str, ...] = ()  # what is agreed on besides the group's own support
    events: tuple[EventLife, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.municipality}/{self.programme}/{self.edition}"

    @property
    def persons(self) -> int:
        return self.women + self.men


def lives() -> Iterator[Life]:
    """Every life of the demo, those of one municipality one after another."""
    for path in sorted(FOLDER.glob("*.toml")):
        yield Life.model_validate(tomllib.loads(path.read_text("utf-8")))
