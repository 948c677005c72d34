"""Versions of entry snapshots, made for many participations at once in a constant number of statements."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db.models import Max

from kladka.municipalities.queries import degurba_of
from kladka.participation import rules
from kladka.participation.choices import Cause
from kladka.participation.models import (
    Amendment,
    EntryGround,
    EntrySnapshot,
    EntryTraits,
    Participation,
)
from kladka.participation.models.snapshot import TRAITS, typed
from kladka.people.choices import AddressKind
from kladka.people.models import PersonAddress, SensitiveTraits
from kladka.recruitment.models import GroundClaim

OF_PERSON: Final = ("sex", "citizenship")
OF_RESIDENCE: Final = ("municipality_code", "locality", "postcode")
KEPT: Final = (*rules.FACTS, *OF_PERSON, *OF_RESIDENCE, "degurba", "age")
AGE_FOLLOWS: Final = "age"  # from the start, whatever was amended at another one


@dataclass(slots=True)
class Version:
    """A version before it is written: its columns and those of its sensitive traits."""

    cause: Cause
    started_on: date
    values: dict[str, object]
    traits: dict[str, object]
    grounds: frozenset[int] = frozenset()

    def says(self, name: str) -> object:
        return self.traits[name] if name in TRAITS else self.values[name]

    def amend(self, name: str, value: object) -> None:
        (self.traits if name in TRAITS else self.values)[name] = value


def unfreeze_entries(participations: Iterable[Participation], *, at: datetime) -> None:
    """Take the start back; the versions stay in the history."""
    back = list(participations)
    if not back:
        return
    EntrySnapshot.objects.filter(participation__in=back, replaced_at=None).update(replaced_at=at)
    Participation.objects.filter(pk__in=[one.pk for one in back]).update(started_on=None, snapshot=None)


def freeze_entries(begun: Mapping[Participation, date], *, at: datetime) -> None:
    """Let each participation start on its day.

    Who had no start is taken as declared; who had one keeps what was frozen, and only what follows from the day (age
    and residence) is worked out again. Amendments made since the declaration hold on.
    """
    if not begun:
        return
    frozen = _in_force(begun)
    traits = SensitiveTraits.objects.in_bulk([one.person_id for one in begun])
    lived = _residences(begun)
    corrections = _corrections(begun)
    proved = _proved(begun)
    versions = {}
    for one, day in begun.items():
        version = again(frozen[one.pk]) if one.pk in frozen else declared(one, traits.get(one.person_id))
        version.grounds = version.grounds or proved[one.pk]
        version.started_on = day
        version.values |= {AGE_FOLLOWS: one.person.age_on(day), **lived[one.pk]}
        for amendment in corrections[one.pk]:
            version.amend(amendment.field, typed(amendment.field, amendment.new))
        versions[one] = version
    write_versions(versions, at=at)


def declared(one: Participation, traits: SensitiveTraits | None) -> Version:
    """What the person said, for a first version. Whoever belongs to the close environment may have said nothing."""
    said = one.declared or rules.EntryFacts()
    values = {name: getattr(said, name) for name in rules.FACTS}
    values |= {name: getattr(one.person, name) for name in OF_PERSON}
    return Version(Cause.STARTED, date.min, values, _traits(traits or SensitiveTraits()))


def again(snapshot: EntrySnapshot, cause: Cause = Cause.MOVED) -> Version:
    """What was frozen, for the next version."""
    values = {name: getattr(snapshot, name) for name in KEPT}
    grounds = frozenset(one.ground_id for one in snapshot.grounds.all())
    return Version(cause, snapshot.started_on, values, _traits(snapshot.traits), grounds)


def _traits(row: SensitiveTraits | EntryTraits) -> dict[str, object]:
    return {name: getattr(row, name) for name in TRAITS}


def _in_force(participations: Iterable[Participation]) -> dict[int, EntrySnapshot]:
    found = EntrySnapshot.objects.filter(participation__in=list(participations), replaced_at=None)
    return {one.participation_id: one for one in found.select_related("traits").prefetch_related("grounds")}


def _proved(participations: Iterable[Participation]) -> dict[int, frozenset[int]]:
    """The grounds named with the application whose proof somebody has seen."""
    seen = GroundClaim.objects.filter(
        application__participation__in=list(participations), seen_on__isnull=False
    )
    grounds: dict[int, frozenset[int]] = defaultdict(frozenset)
    for participation, ground in seen.values_list("application__participation", "ground"):
        grounds[participation] |= {ground}
    return grounds


def _residences(begun: Mapping[Participation, date]) -> dict[int, dict[str, object]]:
    """Where each lived on the day of the start, with the degree of urbanisation of that day."""
    homes = _homes(one.person_id for one in begun)
    lived = {one: rules.residence_on(day, homes[one.person_id]) for one, day in begun.items()}
    degrees = degurba_of({(home.municipality_code, begun[one]) for one, home in lived.items() if home})
    return {
        one.pk: {
            **{name: getattr(home, name) if home else "" for name in OF_RESIDENCE},
            "degurba": _degree(degrees.get((home.municipality_code, begun[one]), "")) if home else None,
        }
        for one, home in lived.items()
    }


def _degree(said: str) -> int | None:
    return int(said) if said else None


def _homes(persons: Iterable[int]) -> dict[int, list[rules.Residence]]:
    lived = PersonAddress.objects.filter(person__in=list(persons), kind=AddressKind.RESIDENCE)
    columns = ["person", "from_day", "to_day", *(f"address__{name}" for name in OF_RESIDENCE)]
    homes: dict[int, list[rules.Residence]] = defaultdict(list)
    for person, *residence in lived.values_list(*columns):
        homes[person].append(rules.Residence(*residence))
    return homes


def _corrections(participations: Iterable[Participation]) -> dict[int, list[Amendment]]:
    """Those that still hold, in the order in which they were made; a later declaration has said all anew."""
    declared_at = {one.pk: one.declared.recorded_at for one in participations if one.declared}
    holding: dict[int, list[Amendment]] = defaultdict(list)
    made = Amendment.objects.filter(participation__in=list(participations)).exclude(field=AGE_FOLLOWS)
    for one in made.order_by("amended_at", "pk"):
        said_at = declared_at.get(one.participation_id)
        if said_at is None or one.amended_at >= said_at:
            holding[one.participation_id].append(one)
    return holding


def write_versions(versions: Mapping[Participation, Version], *, at: datetime) -> None:
    """Put them in force instead of those before."""
    EntrySnapshot.objects.filter(participation__in=list(versions), replaced_at=None).update(replaced_at=at)
    counted = EntrySnapshot.objects.filter(participation__in=list(versions)).order_by()
    last = dict(counted.values_list("participation").annotate(Max("version")))
    made = EntrySnapshot.objects.bulk_create(
        EntrySnapshot(
            participation=one,
            version=last.get(one.pk, 0) + 1,
            cause=version.cause,
            started_on=version.started_on,
            taken_at=at,
            **version.values,
        )
        for one, version in versions.items()
    )
    EntryTraits.objects.bulk_create(
        EntryTraits(snapshot=snapshot, **version.traits)
        for snapshot, version in zip(made, versions.values(), strict=True)
    )
    EntryGround.objects.bulk_create(
        EntryGround(snapshot=snapshot, ground_id=ground)
        for snapshot, version in zip(made, versions.values(), strict=True)
        for ground in sorted(version.grounds)
    )
    for snapshot in made:
        snapshot.participation.snapshot, snapshot.participation.started_on = snapshot, snapshot.started_on
    Participation.objects.bulk_update(versions, ["started_on", "snapshot"])
