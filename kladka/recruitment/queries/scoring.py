"""Schemes, cards and what the record knows, as the rules of scoring want them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.utils.timezone import localdate

from kladka.people.choices import AddressKind, Sex
from kladka.people.models import PersonAddress
from kladka.people.rules import age_on
from kladka.places.errors import BuildingUnreadable
from kladka.places.models import Address, AreaStreet
from kladka.places.rules import StreetLine, inside
from kladka.programmes.choices import AreaKind
from kladka.recruitment.choices import Answer, Combining, CriterionKind
from kladka.recruitment.models import (
    Application,
    Card,
    Criterion,
    CriterionResult,
    GroundClaim,
    RoundQuota,
    Scheme,
)
from kladka.recruitment.rules import scoring, traits

if TYPE_CHECKING:
    from kladka.programmes.models import Area

Registers = Mapping[str, list[StreetLine]]


def criteria_of(scheme: Scheme | None) -> list[Criterion]:
    """In the order of the file, with their levels; two statements."""
    if scheme is None:
        return []
    rows = Criterion.objects.filter(scheme=scheme).select_related("area", "ground")
    return list(rows.prefetch_related("options"))


def rules_of(scheme: Scheme | None, criteria: Iterable[Criterion]) -> scoring.Scheme:
    if scheme is None:
        return scoring.Scheme()
    weights = {
        one.source: scoring.Weight(
            weight=one.weight or scoring.NONE, maximum=one.maximum, minimum=one.minimum
        )
        for one in scheme.sources.all()
    }
    return scoring.Scheme(
        criteria=tuple(map(criterion_rule, criteria)),
        combining=Combining(scheme.combining),
        weights=weights,
        maximum=scheme.maximum,
        minimum=scheme.minimum,
    )


def criterion_rule(row: Criterion) -> scoring.Criterion:
    return scoring.Criterion(
        key=row.pk,
        title=row.title,
        kind=CriterionKind(row.kind),
        answer=Answer(row.answer),
        points=row.points,
        maximum=row.maximum,
        group=row.exclusive_group,
        source=row.source,
        levels=tuple(
            scoring.Level(key=one.pk, points=one.points or scoring.NONE, at_least=one.at_least)
            for one in row.options.all()
        ),
    )


def cards_of(applications: Collection[Application]) -> dict[int, list[Card]]:
    """Cards in force with their lines and levels; three statements."""
    rows = Card.objects.in_force().filter(application__in=applications).select_related("scored_by")
    cards: dict[int, list[Card]] = defaultdict(list)
    for card in rows.prefetch_related("results__levels"):
        cards[card.application_id].append(card)
    return cards


def said_on(card: Card) -> scoring.Card:
    return {one.criterion_id: _answered(one) for one in card.results.all()}


def _answered(row: CriterionResult) -> scoring.Answered:
    levels = frozenset(one.pk for one in row.levels.all())
    return scoring.Answered(is_met=row.is_met, levels=levels, number=row.number)


def wanted(row: Criterion | RoundQuota) -> traits.Wanted:
    return traits.Wanted(
        trait=row.trait, age_from=row.age_from, age_to=row.age_to, area=row.area_id, ground=row.ground_id
    )


def facts_of(
    applications: Sequence[Application], *, areas: Collection["Area"] = ()
) -> dict[int, traits.Facts]:
    """What the record knows of each applicant on the day of the application; `areas` are those that matter."""
    proven: dict[int, set[int]] = defaultdict(set)
    claims = GroundClaim.objects.filter(application__in=applications, seen_on__isnull=False)
    for application, ground in claims.values_list("application", "ground"):
        proven[application].add(ground)
    homes = _homes_of(applications) if areas else {}
    registers = _registers_of(areas)
    return {
        one.pk: traits.Facts(
            is_woman=one.person.sex == Sex.WOMAN,
            age=age_on(one.person.birth_date, localdate(one.received_at)),
            areas=_areas_of(homes.get(one.person_id, ()), areas, registers, on=localdate(one.received_at)),
            grounds=frozenset(proven[one.pk]),
        )
        for one in applications
    }


def _homes_of(applications: Sequence[Application]) -> Mapping[int, list[PersonAddress]]:
    homes: dict[int, list[PersonAddress]] = defaultdict(list)
    persons = [one.person_id for one in applications]
    rows = PersonAddress.objects.filter(person__in=persons, kind=AddressKind.RESIDENCE)
    for row in rows.select_related("address"):
        homes[row.person_id].append(row)
    return homes


def _registers_of(areas: Collection["Area"]) -> Registers:
    """The streets of each revitalisation area, by its name."""
    named = [one.name for one in areas if one.kind == AreaKind.REVITALISATION]
    registers: dict[str, list[StreetLine]] = defaultdict(list)
    if named:
        for street in AreaStreet.objects.filter(area__name__in=named).select_related("area"):
            registers[street.area.name].append(street.line)
    return registers


def _areas_of(
    homes: Iterable[PersonAddress], areas: Collection["Area"], registers: Registers, *, on: date
) -> frozenset[int] | None:
    """None where no home is known on that day."""
    home = next(
        (one.address for one in homes if one.from_day <= on and (one.to_day is None or on <= one.to_day)),
        None,
    )
    if home is None:
        return None
    return frozenset(one.pk for one in areas if _lies_in(home, one, registers, on=on))


def _lies_in(home: Address, area: "Area", registers: Registers, *, on: date) -> bool:
    """An area that the record cannot tell (an estate, a region) is left to the card."""
    if area.kind == AreaKind.DISTRICT:
        return home.district_id is not None and home.district_id == area.district_id
    if area.kind == AreaKind.REVITALISATION:
        return _is_inside(home, registers.get(area.name, []), on=on)
    return area.kind == AreaKind.TOWN


def _is_inside(home: Address, lines: list[StreetLine], *, on: date) -> bool:
    try:
        return inside(lines, street=home.street, building=home.building, on=on).inside
    except BuildingUnreadable:  # somebody has to look, and say it on the card
        return False
