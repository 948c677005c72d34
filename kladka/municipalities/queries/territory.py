"""The national registers, asked by code. They may be asked from within any municipality; nothing is joined."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from kladka.core.sorting import sort_key
from kladka.municipalities.models import Locality, Street, Unit, Urbanisation

VOIVODESHIP, COUNTY, SIX = 2, 4, 6
WHOLE = r"^\d{6}[123]$"  # urban, rural and mixed; 4 and 5 are the town and the villages of a mixed one


@dataclass(frozen=True)
class Territory:
    """Where a municipality lies, in the register's own words; empty where the register does not know the code."""

    municipality: str = ""
    kind: str = ""
    county: str = ""
    voivodeship: str = ""


def territory(code: str, *, on: date) -> Territory:
    """Names for the seven digits of a municipality (six will do), as held that day; one look at three rows."""
    asked = Unit.objects.as_held_on(on).filter(code__in=[code[:VOIVODESHIP], code[:COUNTY]])
    above = dict(asked.values_list("code", "name"))
    own = Unit.objects.as_held_on(on).filter(code__startswith=code[:SIX]).order_by("code")
    found = own.filter(code=code).first() or own.first()
    return Territory(
        municipality=str(found or ""),
        kind=str(getattr(found, "kind", "")),
        county=above.get(code[:COUNTY], ""),
        voivodeship=above.get(code[:VOIVODESHIP], "").lower(),
    )


def municipalities_held(*, on: date) -> list[tuple[str, str]]:
    """Code and name of every municipality of the register, for a choice; parts of mixed ones are left out."""
    held = Unit.objects.as_held_on(on).order_by()
    counties = {one.code: one.name for one in held.filter(code__regex=r"^\d{4}$")}
    whole = held.filter(code__regex=WHOLE)
    named = [
        (one.code, f"{one.name} ({counties.get(one.code[:COUNTY], '')})".replace(" ()", "")) for one in whole
    ]
    return sorted(named, key=lambda one: sort_key(one[1]))


def degurba(code: str, *, on: date) -> str:
    """The degree of urbanisation, "1" to "3", of a municipality that day; empty where it is not known."""
    rows = Urbanisation.objects.filter(code=code[:SIX])
    degrees = rows.values_list("degree", flat=True)
    known = (
        degrees.filter(held_on__lte=on).order_by("-held_on").first() or degrees.order_by("held_on").first()
    )
    return known or ""


def degurba_of(asked: Collection[tuple[str, date]]) -> dict[tuple[str, date], str]:
    """The same of many municipalities, each on its own day, in one statement."""
    rows = Urbanisation.objects.filter(code__in={code[:SIX] for code, _ in asked}).order_by("held_on")
    held: dict[str, list[tuple[date, str]]] = defaultdict(list)
    for code, held_on, degree in rows.values_list("code", "held_on", "degree"):
        held[code].append((held_on, degree))
    return {(code, on): _held_on(held[code[:SIX]], on) for code, on in asked}


def _held_on(states: Sequence[tuple[date, str]], on: date) -> str:
    """The last state until that day, else the first after it; `states` are in the order of their days."""
    before = [degree for held_on, degree in states if held_on <= on]
    return before[-1] if before else next((degree for _, degree in states), "")


def localities(code: str, *, on: date) -> list[str]:
    """Names of the towns and villages of a municipality, for suggestions; parts of them are left out."""
    rows = Locality.objects.as_held_on(on).filter(unit_code__startswith=code[:SIX])
    whole = rows.filter(parent_code=F("code")).values_list("name", flat=True)
    return sorted(whole, key=sort_key)


def streets(locality_code: str, *, on: date) -> list[str]:
    """Names of the streets of a locality, for suggestions."""
    rows = Street.objects.as_held_on(on).filter(locality_code=locality_code)
    return sorted(rows.values_list("name", flat=True), key=sort_key)
