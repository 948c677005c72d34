"""Where a life is lived: the edition, who works there, and what has come to be so far."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.utils.timezone import get_current_timezone

from kladka.accounts.models import User
from kladka.activities.models import Activity, Session
from kladka.demo.lives.days import Fate
from kladka.demo.lives.plan import Life
from kladka.participation.models import Participation
from kladka.programmes.models import Edition, Support
from kladka.recruitment.models import Application, CommitteeMember, Criterion, Round

OPENING, NOON, CLOSING = time(9), time(12), time(18, 30)
Deed = tuple[date, int, Callable[[], None]]  # what happens, on which day, and which first on one day


@dataclass(frozen=True)
class Cast:
    """Who of the staff does what in this municipality."""

    coordinator: User
    worker: User
    scorer: User
    organisers: tuple[User, ...]

    @property
    def committee(self) -> tuple[User, User, User]:
        return self.coordinator, self.worker, self.scorer


@dataclass
class Stage:
    """What has come to be so far, by the numbers of the arrivals and the keys of groups and rounds."""

    life: Life
    edition: Edition
    cast: Cast
    town: str
    teryt_code: str
    until: date
    activities: dict[str, Activity] = field(default_factory=dict)
    sessions: dict[tuple[str, date], Session] = field(default_factory=dict)
    applications: dict[int, Application] = field(default_factory=dict)
    fates: dict[int, Fate] = field(default_factory=dict)  # by the application
    participations: dict[int, Participation] = field(default_factory=dict)
    supports: dict[str, Support] = field(default_factory=dict)
    rounds: dict[str, Round] = field(default_factory=dict)
    criteria: dict[str, list[Criterion]] = field(default_factory=dict)
    seats: dict[str, list[CommitteeMember]] = field(default_factory=dict)

    @property
    def zone(self) -> ZoneInfo:
        zone = get_current_timezone()
        assert isinstance(zone, ZoneInfo)  # noqa: S101 - Django makes no other
        return zone

    def at(self, day: date, hour: time = OPENING) -> datetime:
        return datetime.combine(day, hour, tzinfo=self.zone)

    def leader_of(self, key: str) -> User:
        """Every group has one organiser who leads it."""
        keys = sorted(group.key for group in self.life.groups)
        return self.cast.organisers[keys.index(key) % len(self.cast.organisers)]
