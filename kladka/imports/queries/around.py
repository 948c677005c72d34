"""What a row does not say: the layout in force, the town itself, the supports of the edition, the national register."""

from collections.abc import Callable
from datetime import date
from functools import cache

from kladka.imports.rules.folding import folded
from kladka.imports.rules.meaning import Around, Kind, Place
from kladka.municipalities.models import Unit
from kladka.municipalities.queries import current_municipality, degurba, territory
from kladka.programmes.models import Edition, Support
from kladka.reporting import layouts
from kladka.reporting.actions.exporting import layout_of
from kladka.reporting.errors import NoProfile
from kladka.reporting.layouts import Layout

OURS = "sm-efs"  # in whose words rows are checked where the regime has no layout of its own
SEVEN = 7


def layout_for(edition: Edition, *, on: date, profile: str = "") -> Layout:
    """Raises UnknownProfile."""
    try:
        return layout_of(edition, profile, on=on)
    except NoProfile:
        return layouts.layout(OURS, on=max(on, layouts.first_day(OURS)))


def around(edition: Edition, layout: Layout, *, on: date) -> Around:
    return Around(
        layout=layout,
        project_number=edition.agreement_number,
        own=own_place(on),
        place_of=places(on),
        supports=tuple(kinds(edition, layout)),
    )


def own_place(on: date) -> Place:
    town = current_municipality()
    if town is None:
        return Place(code="", municipality="", county="", voivodeship="", degurba="")
    return place(town.teryt_code, on, name=town.name)


def place(code: str, on: date, *, name: str = "") -> Place:
    held = territory(code, on=on)
    return Place(
        code=code,
        municipality=held.municipality or name,
        county=held.county,
        voivodeship=held.voivodeship,
        degurba=degurba(code, on=on),
    )


def places(on: date) -> Callable[[str, str, str], Place | None]:
    """By name; a county or a voivodeship that is said must agree. Each is asked for once."""

    @cache
    def found(name: str, county: str, voivodeship: str) -> Place | None:
        units = Unit.objects.as_held_on(on).filter(name__iexact=name).order_by("code")
        every = [place(one.code, on) for one in units if len(one.code) == SEVEN]
        fitting = [
            one
            for one in every
            if (not county or folded(one.county) == folded(county))
            and (not voivodeship or folded(one.voivodeship) == folded(voivodeship))
        ]
        return next(iter(fitting), None)

    return found


def kinds(edition: Edition, layout: Layout) -> list[Kind]:
    rows = Support.objects.filter(edition=edition).order_by("position", "pk")
    return [
        Kind(pk=one.pk, key=one.key, title=one.title, kind=kind, detail=detail)
        for one in rows
        for kind, detail in [layout.service(one.service, one.scope)]
    ]
