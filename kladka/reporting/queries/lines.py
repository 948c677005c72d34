"""Every line of an edition's file, finished, in one SQL statement; beside it whether its last verdict still holds."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from importlib.resources import files as resources
from typing import Any

from django.db import connection

from kladka.municipalities.queries import degurba, territory
from kladka.participation.models import EntrySnapshot
from kladka.programmes.models import Edition, Support
from kladka.reporting.layouts import Layout
from kladka.reporting.lines import ORDER

EMPTY = "''"
# What each column is read from; a column that is not here stays empty. Words and names come as JSON of the layout.
CELLS: Mapping[str, str] = {
    "project_number": "%(project)s",
    "citizenship": "w.citizenship ->> s.citizenship",
    "participant_kind": "%(individual)s",
    "first_name": "h.first_name",
    "last_name": "h.last_name",
    "pesel": "COALESCE(h.pesel, h.identifier)",
    "no_pesel": "w.yes_no ->> CASE WHEN h.pesel IS NULL THEN 'yes' ELSE 'no' END",
    "technical_id": "part.technical_id",
    "sex": "w.sex ->> s.sex",
    "age_at_entry": "s.age::text",
    "education_level": "w.education_level ->> s.education",
    "country": "%(country)s",
    "voivodeship": "w.voivodeship ->> left(s.municipality_code, 2)",
    "county": "w.places -> s.municipality_code ->> 'county'",
    "municipality": "w.places -> s.municipality_code ->> 'municipality'",
    "locality": "s.locality",
    "postcode": "s.postcode",
    "degurba": "COALESCE(s.degurba::text, w.places -> s.municipality_code ->> 'degurba')",
    "phone": "reach.phone",
    "email": "reach.email",
    "start_date": "part.started_on::text",
    "end_date": "part.ended_on::text",
    "labour_status": "w.labour_status ->> s.labour_status",
    "labour_status_detail": "w.details -> s.labour_status ->> s.labour_detail",
    "education_planned_end": "s.education_planned_end::text",
    "situation_at_exit": "w.situation_at_exit ->> result.situation",
    "path_completed": "w.yes_no ->> CASE x.path_completed WHEN TRUE THEN 'yes' WHEN FALSE THEN 'no' END",
    "support_scope": "given.scopes",
    "support_kind": "given.kinds",
    "support_detail": "given.details",
    "support_start": "given.starts",
    "foreign_origin": "w.flag ->> t.foreign_origin",
    "third_country_national": "w.yes_no ->> CASE s.citizenship WHEN 'outside_eu' THEN 'yes' ELSE 'no' END",
    "minority": "w.flag ->> t.minority",
    "homeless": "w.flag ->> t.homeless",
    "has_disability": "w.flag ->> t.has_disability",
    "remarks": "part.remark",
}
# Only these may hold a semicolon, a quotation mark or a line break.
FREE = frozenset(
    {
        "project_number", "first_name", "last_name", "pesel", "technical_id", "county", "municipality", "locality",
        "phone", "email", "support_scope", "support_kind", "support_detail", "remarks",
    }
)  # fmt: skip
QUOTED = """CASE WHEN {0} ~ '[;"\r\n]' THEN '"' || replace({0}, '"', '""') || '"' ELSE {0} END"""


@dataclass(frozen=True, slots=True)
class Written:
    """One line as text without its end, and the last verdict if it still holds."""

    participation_id: int
    text: str
    fingerprint: str
    is_sound: bool | None


def written_lines(edition: Edition, layout: Layout, *, on: date) -> Iterator[Written]:
    """The lines of everybody who has started by this day, in the order of their numbers."""
    with connection.cursor() as cursor:
        cursor.execute(statement(), values(edition, layout, on))
        for row in cursor:
            yield Written(*row)


def statement() -> str:
    cells = ", ".join(cell(name) for name in ORDER)
    text = resources(__package__).joinpath("lines.sql").read_text("utf-8")
    return text.replace("{cells}", cells)


def cell(name: str) -> str:
    source = CELLS.get(name, EMPTY)
    return QUOTED.format(source) if name in FREE else source


def values(edition: Edition, layout: Layout, on: date) -> dict[str, Any]:
    """What the statement is told: the words of the layout, the places, the supports of the edition."""
    places = places_of(edition, on)
    period = edition.period_on(on)
    words = {**layout.words, "details": layout.details, "places": places}
    rules = (layout.version, period.first_day, period.last_day, places, layout.thresholds)
    return {
        "edition": edition.pk,
        "on": on,
        "project": edition.agreement_number,
        "individual": layout.words["participant_kind"]["individual"],
        "country": layout.words["country"]["poland"],
        "situations": list(layout.words["situation_at_exit"]),
        "words": json.dumps(words),
        "services": json.dumps(services_of(edition, layout)),
        "result_days": layout.thresholds["result_days"],
        "rules": str(rules),
    }


def places_of(edition: Edition, on: date) -> dict[str, dict[str, str]]:
    """The names and the kind of area of every municipality that somebody of the edition comes from."""
    codes = EntrySnapshot.objects.filter(participation__edition=edition, replaced_at=None).exclude(
        municipality_code=""
    )
    return {
        code: {**asdict(territory(code, on=on)), "degurba": degurba(code, on=on)}
        for code in sorted(set(codes.order_by().values_list("municipality_code", flat=True).distinct()))
    }


def services_of(edition: Edition, layout: Layout) -> dict[str, list[str]]:
    """Kind and detail in the dictionary of the call, for each support of the edition."""
    supports = Support.objects.filter(edition=edition).values_list("pk", "service", "scope")
    return {str(pk): list(layout.service(service, scope)) for pk, service, scope in supports}
