"""Every line of an edition's file, finished, in one SQL statement; beside it whether its last verdict still holds."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from hashlib import md5
from importlib.resources import files as resources
from typing import Any, NamedTuple

from django.db import connection

from kladka.municipalities.queries import degurba, territory
from kladka.participation.models import EntrySnapshot
from kladka.programmes.models import Edition, Support
from kladka.reporting.layouts import Layout
from kladka.reporting.lines import ORDER

EMPTY = "''"
PLACED = ("county", "municipality", "degurba")
QUOTE, TO_QUOTE = '"', frozenset(';"\r\n')
# What each column is read from; a column that is not here stays empty. Words and names come as JSON of the layout.
CELLS: Mapping[str, str] = {
    "project_number": "%(project)s",
    "citizenship": "%(citizenship)s::jsonb ->> s.citizenship",
    "participant_kind": "%(individual)s",
    "first_name": "h.first_name",
    "last_name": "h.last_name",
    "pesel": "COALESCE(h.pesel, h.identifier)",
    "no_pesel": "%(yes_no)s::jsonb ->> CASE WHEN h.pesel IS NULL THEN 'yes' ELSE 'no' END",
    "technical_id": "part.technical_id",
    "sex": "%(sex)s::jsonb ->> s.sex",
    "age_at_entry": "s.age::text",
    "education_level": "%(education_level)s::jsonb ->> s.education",
    "country": "%(country)s",
    "voivodeship": "%(voivodeship)s::jsonb ->> left(s.municipality_code, 2)",
    "county": "%(county)s::jsonb ->> s.municipality_code",
    "municipality": "%(municipality)s::jsonb ->> s.municipality_code",
    "locality": "s.locality",
    "postcode": "s.postcode",
    "degurba": "COALESCE(s.degurba::text, %(degurba)s::jsonb ->> s.municipality_code)",
    "phone": "phone.value",
    "email": "email.value",
    "start_date": "part.started_on::text",
    "end_date": "part.ended_on::text",
    "labour_status": "%(labour_status)s::jsonb ->> s.labour_status",
    "labour_status_detail": "%(details)s::jsonb ->> concat(s.labour_status, '/', s.labour_detail)",
    "education_planned_end": "s.education_planned_end::text",
    "situation_at_exit": "%(situation_at_exit)s::jsonb ->> result.situation",
    "path_completed": "%(yes_no)s::jsonb ->> CASE x.path_completed WHEN TRUE THEN 'yes' WHEN FALSE THEN 'no' END",
    "support_scope": "pathway.scopes",
    "support_kind": "pathway.kinds",
    "support_detail": "pathway.details",
    "support_start": "given.starts",
    "foreign_origin": "%(flag)s::jsonb ->> t.foreign_origin",
    "third_country_national": "%(yes_no)s::jsonb ->> CASE s.citizenship WHEN 'outside_eu' THEN 'yes' ELSE 'no' END",
    "minority": "%(flag)s::jsonb ->> t.minority",
    "homeless": "%(flag)s::jsonb ->> t.homeless",
    "has_disability": "%(flag)s::jsonb ->> t.has_disability",
    "remarks": "part.remark",
}
# Only these are people's own words: they may hold a semicolon, a quotation mark or a line break.
FREE = frozenset(
    {
        "first_name", "last_name", "pesel", "technical_id", "locality", "postcode", "phone", "email", "remarks",
    }
)  # fmt: skip
QUOTED = """CASE WHEN {0} ~ '[;"\r\n]' THEN '"' || replace({0}, '"', '""') || '"' ELSE {0} END"""


class Written(NamedTuple):
    """One line as text without its end, and the last verdict if it still holds."""

    participation_id: int
    text: str
    fingerprint: str
    is_sound: bool | None


def written_lines(edition: Edition, layout: Layout, *, on: date, block: int) -> Iterator[list[Written]]:
    """The lines of everybody who has started by this day, in the order of their numbers, so many at a time.

    Inside a transaction: the server keeps the rest.
    """
    with connection.chunked_cursor() as cursor:
        cursor.execute(statement(), values(edition, layout, on))
        while rows := cursor.fetchmany(block):
            yield [Written._make(row) for row in rows]


def statement() -> str:
    """Two ways to write a line: nearly none has a cell that must be quoted."""
    cells = {name: CELLS.get(name, EMPTY) for name in ORDER}
    text = resources(__package__).joinpath("lines.sql").read_text("utf-8")
    for name in ("kinds", "details"):
        text = text.replace(f"{{{name}}}", QUOTED.format(name))
    quoted = {name: QUOTED.format(cell) if name in FREE else cell for name, cell in cells.items()}
    for mark, every in (("{plain}", cells.values()), ("{quoted}", quoted.values())):
        text = text.replace(mark, ", ".join(f"COALESCE({cell}, '')" for cell in every))
    return text.replace("{free}", ", ".join(cells[name] for name in ORDER if name in FREE))


def values(edition: Edition, layout: Layout, on: date) -> dict[str, Any]:
    """What the statement is told: the words of the layout, the places, the supports of the edition."""
    places = places_of(edition, on)
    period = edition.period_on(on)
    named = {name: {code: one[name] for code, one in places.items()} for name in PLACED}
    words = {**layout.words, **named, "details": flat(layout.details)}
    spoken = {name: json.dumps(quoted(every)) for name, every in words.items()}
    rules = (layout.version, period.first_day, period.last_day, places, layout.thresholds)
    return {
        **spoken,
        "edition": edition.pk,
        "on": on,
        "project": as_cell(edition.agreement_number),
        "individual": layout.words["participant_kind"]["individual"],
        "country": layout.words["country"]["poland"],
        "situations": list(layout.words["situation_at_exit"]),
        "services": json.dumps(services_of(edition, layout)),
        "result_days": layout.thresholds["result_days"],
        "rules": md5(str(rules).encode(), usedforsecurity=False).hexdigest(),
    }


def quoted(words: Mapping[str, str]) -> dict[str, str]:
    """Every word as a cell of the file."""
    return {key: as_cell(word) for key, word in words.items()}


def as_cell(word: str) -> str:
    return f'"{word.replace(QUOTE, 2 * QUOTE)}"' if TO_QUOTE & set(word) else word


def flat(details: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Words under words by one key: a dictionary in a dictionary is copied at each look."""
    return {f"{status}/{detail}": word for status, every in details.items() for detail, word in every.items()}


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
