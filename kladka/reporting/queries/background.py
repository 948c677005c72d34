"""What the record knows beside the lines that are to be checked."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.db.models import Max, Min

from kladka.municipalities.queries import degurba
from kladka.participation.models import Participation, SupportReceived
from kladka.programmes.models import DictionaryEntry, Edition
from kladka.programmes.rules import Period
from kladka.reporting.rules import Background

EXCLUDED = "excluded_status"


def backgrounds(edition: Edition, ids: Sequence[int], *, on: date) -> dict[int, Background]:
    """By participation, in a number of queries that does not grow with them."""
    every = Participation.objects.filter(pk__in=ids).select_related("person", "snapshot")
    ends = last_days(ids, on)
    areas: dict[str, str] = {}
    period, closed_to = edition.period_on(on), excluded_statuses(edition, on=on)
    return {one.pk: background(one, period, ends[one.pk], area(one, areas, on), closed_to) for one in every}


def excluded_statuses(edition: Edition, *, on: date) -> frozenset[str]:
    """V08: the statuses on the labour market to which the programme is closed, by its dictionary of this name."""
    entries = DictionaryEntry.objects.filter(programme=edition.programme_id)
    return entries.codes_on(on, regime=edition.regime, dictionary=EXCLUDED)


def background(
    one: Participation,
    period: Period,
    ends: tuple[date | None, ...],
    municipality_degurba: str,
    closed_to: frozenset[str],
) -> Background:
    snapshot = one.snapshot
    return Background(
        birth_date=one.person.birth_date,
        project_start=period.first_day,
        project_end=period.last_day,
        support_ends=ends,
        excluded_statuses=closed_to,
        occupation=snapshot.occupation if snapshot else "",
        employer=snapshot.employer if snapshot else "",
        unemployed_since=snapshot.unemployed_since if snapshot else None,
        municipality_degurba=municipality_degurba,
    )


def last_days(ids: Sequence[int], on: date) -> dict[int, tuple[date | None, ...]]:
    """The last day of each support, in the order in which the line has them."""
    received = SupportReceived.objects.filter(participation__in=ids, first_on__lte=on).order_by()
    rows = received.values_list("participation", "support").annotate(
        first=Min("first_on"), last=Max("last_on")
    )
    found: dict[int, list[date | None]] = defaultdict(list)
    for participation, _support, _first, last in rows.order_by("participation", "first", "support"):
        found[participation].append(last)
    return defaultdict(tuple, {participation: tuple(days) for participation, days in found.items()})


def area(one: Participation, known: dict[str, str], on: date) -> str:
    """The register's kind of area, asked once for each municipality."""
    code = one.snapshot.municipality_code if one.snapshot else ""
    if code and code not in known:
        known[code] = degurba(code, on=on)
    return known.get(code, "")
