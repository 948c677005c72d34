"""Reads over a participation: hours, what is missing, and the card that the person's file shows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import QuerySet, Sum

from kladka.participation import errors, rules
from kladka.participation.choices import Kind, LabourStatus, Missing, State
from kladka.participation.models import (
    Amendment,
    Diagnosis,
    EntryDeclaration,
    EntrySnapshot,
    EntryTraits,
    Participation,
    Plan,
    PlanStep,
    SupportReceived,
)
from kladka.people import sealing
from kladka.people.choices import AddressKind, ContactKind
from kladka.people.models import Contact, PersonAddress, SensitiveTraits
from kladka.programmes.models import Support
from kladka.recruitment.choices import Outcome
from kladka.recruitment.models import Application

if TYPE_CHECKING:
    from kladka.people.models import Person
    from kladka.programmes.models import Edition

ASKED_BY_THE_FILE = ("has_disability", "homeless", "minority", "foreign_origin")


def minutes_received(participation: Participation) -> int:
    """All supports together; an import that knows no minutes adds none."""
    total = participation.supports.aggregate(total=Sum("minutes"))["total"]
    return total or 0


def what_misses(participation: Participation, *, on: date) -> list[Missing]:
    """What keeps a participation from starting, from being counted or from being sent, as of a day."""
    missing = [] if participation.started_on else rules.missing_on(on, participation.standing)
    if participation.kind == Kind.PARTICIPANT:
        missing += _missing_facts(participation)
    return [*missing, *_missing_afterwards(participation, on=on)]


def _missing_facts(participation: Participation) -> Iterable[Missing]:
    said: EntrySnapshot | EntryDeclaration | None = participation.snapshot or participation.declared
    if said is None:
        return
    if not said.education:
        yield Missing.EDUCATION
    if not said.labour_status:
        yield Missing.LABOUR_STATUS
    if said.labour_status == LabourStatus.UNEMPLOYED and not said.labour_detail:
        yield Missing.LABOUR_DETAIL
    if not _has_residence(participation):
        yield Missing.RESIDENCE
    if not all(getattr(_traits(participation), name) for name in ASKED_BY_THE_FILE):
        yield Missing.FLAGS
    reach = Contact.objects.filter(person=participation.person_id)
    if not reach.filter(kind__in=[ContactKind.PHONE, ContactKind.EMAIL]).exists():
        yield Missing.CONTACT


def _has_residence(participation: Participation) -> bool:
    if participation.snapshot:
        return bool(participation.snapshot.municipality_code)
    lived = PersonAddress.objects.filter(person=participation.person_id, kind=AddressKind.RESIDENCE)
    return lived.exists()


def _traits(participation: Participation) -> EntryTraits | SensitiveTraits:
    """Only whether each question was answered; the answers themselves are read elsewhere, and logged."""
    if participation.snapshot:
        return participation.snapshot.traits
    return SensitiveTraits.objects.filter(person=participation.person_id).first() or SensitiveTraits()


def _missing_afterwards(participation: Participation, *, on: date) -> Iterable[Missing]:
    if participation.left_on is None:
        return
    if getattr(participation, "exit", None) is None:
        yield Missing.EXIT
    asked = getattr(participation, "follow_up", None)
    if asked is not None and asked.done_on is None and asked.due_on <= on:
        yield Missing.FOLLOW_UP


@dataclass(frozen=True)
class PlannedStep:
    """A step of the plan in force beside what was received of its support."""

    step: PlanStep
    received: int

    @property
    def is_reached(self) -> bool:
        return bool(self.step.planned_minutes) and self.received >= (self.step.planned_minutes or 0)


@dataclass(frozen=True)
class Frozen:
    """A version of the entry with the corrections that made it."""

    snapshot: EntrySnapshot
    amendments: list[Amendment]


@dataclass(frozen=True)
class Card:
    """What a person's file shows of one participation."""

    participation: Participation
    state: State
    minutes: int
    missing: list[Missing]
    plan: Plan | None
    steps: list[PlannedStep]
    supports: list[SupportReceived]
    history: list[Frozen]

    @property
    def tone(self) -> str:
        tones = {State.PARTICIPANT: "success", State.QUALIFIED: "info"}
        return tones.get(self.state, "neutral")

    @property
    def entry(self) -> "EntrySnapshot | EntryDeclaration | None":
        return self.participation.snapshot or self.participation.declared


def cards(participations: QuerySet[Participation], *, on: date) -> list[Card]:
    """The newest first. Give it participations that the reader may see."""
    related = (
        "person",
        "edition__programme",
        "declaration",
        "snapshot__traits",
        "exit",
        "follow_up",
        "related",
    )
    found = participations.select_related(*related).order_by("-opened_on", "-pk")
    return [card(one, on=on) for one in found]


def card(participation: Participation, *, on: date) -> Card:
    """In a constant number of queries, however much was received."""
    supports = list(participation.supports.select_related("support"))
    plan = participation.plans.first()
    return Card(
        participation=participation,
        state=participation.state_on(on),
        minutes=sum(one.minutes for one in supports),
        missing=what_misses(participation, on=on),
        plan=plan,
        steps=planned(plan, supports),
        supports=supports,
        history=history(participation),
    )


def planned(plan: Plan | None, supports: Iterable[SupportReceived]) -> list[PlannedStep]:
    received: dict[int, int] = defaultdict(int)
    for one in supports:
        received[one.support_id] += one.minutes
    steps = plan.steps.select_related("support") if plan else PlanStep.objects.none()
    return [PlannedStep(step, received[step.support_id]) for step in steps]


def history(participation: Participation) -> list[Frozen]:
    """All versions of the entry, the newest first, also those of starts that were taken back."""
    made_by: dict[int, list[Amendment]] = defaultdict(list)
    for amendment in participation.amendments.select_related("amended_by"):
        made_by[amendment.snapshot_id].append(amendment)
    return [Frozen(one, made_by[one.pk]) for one in participation.snapshots.all()]


def supports_to_plan(participation: Participation) -> list[Support]:
    """Every support of the edition, in the order of the programme."""
    return list(Support.objects.filter(edition=participation.edition_id).order_by("position", "pk"))


def plan_of(participation: Participation) -> Plan | None:
    """The plan in force with its steps."""
    return participation.plans.prefetch_related("steps").first()


def goal_of(plan: Plan | None) -> str:
    """What the person wants to reach; nothing once its key is destroyed."""
    return _opened(plan.sealed_goal, plan.participation).get("goal", "") if plan else ""


def findings_of(diagnosis: Diagnosis) -> dict[str, str]:
    """The words of an assessment sheet: barriers, strengths, recommended supports."""
    return _opened(diagnosis.words, diagnosis.participation)


def _opened(sealed: bytes | memoryview | None, participation: Participation) -> dict[str, str]:
    found = sealing.unseal(sealed, person=participation.person) if sealed else None
    return {name: str(text) for name, text in (found or {}).items()}


def waiting_application(person: "Person", edition: "Edition") -> Application | None:
    """The one that was decided and waits for its agreement."""
    qualified = Application.objects.with_outcome(Outcome.QUALIFIED).filter(participation=None)
    return qualified.filter(person=person, edition=edition).first()


def participant(edition: "Edition", *, number: str) -> Participation | None:
    """The participant of this number; nobody where no number is given. Raises RelatedMissing."""
    if not number.strip():
        return None
    found = Participation.objects.participants().filter(edition=edition, number=number.strip()).first()
    if found is None:
        raise errors.RelatedMissing
    return found
