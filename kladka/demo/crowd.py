"""As many invented persons as a country has, written by COPY: what the list and the search are measured with.

They come past the actions and leave no trail; only an empty municipality made for measuring may hold them.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import connection, transaction

from kladka.core.sorting import sort_key
from kladka.demo import invention
from kladka.people.choices import Citizenship, ContactKind, IdentifierKind, Language, Sex
from kladka.people.models import Contact, Involvement, Person
from kladka.people.rules import search_text
from kladka.programmes.models import Edition

NAMESPACE = UUID("7f1d3c52-0b8e-4c55-9a55-6b4d1f0c2a11")
SERIALS = 5000  # numbers that tell apart those born on one day
Row = tuple[object, ...]

PERSON = (
    "public_id", "first_name", "last_name", "sex", "birth_date", "pesel", "identifier_kind", "identifier",
    "citizenship", "language", "registered_at", "sort_key", "search_text",
)  # fmt: skip
CONTACT = ("person_id", "kind", "value", "is_preferred", "note")
INVOLVEMENT = (
    "person_id", "edition_id", "number", "from_day", "sort_key", "search_text", "sex", "has_pesel",
)  # fmt: skip


@transaction.atomic
def gather(edition: Edition, *, size: int, at: datetime, seed: str = "crowd") -> None:
    """So many persons, each with a telephone and a number in the edition."""
    people = [*invention.people(seed, women=size // 2, men=size - size // 2, on=at.date())]
    numbers = [f"T/{number:06}" for number in range(1, size + 1)]
    pesels = unlike(people)
    rows = (
        person_row(one, number, pesel, at) for one, number, pesel in zip(people, numbers, pesels, strict=True)
    )
    copy(Person, PERSON, rows)
    held = {one.public_id: one for one in Person.objects.filter(registered_at=at)}
    own = [held[public_id(number)] for number in numbers]
    copy(Contact, CONTACT, (contact_row(one.pk, given) for one, given in zip(own, people, strict=True)))
    copy(Involvement, INVOLVEMENT, involvement_rows(own, edition, numbers, at.date()))
    refresh_statistics()


def unlike(people: Iterable[invention.Invented]) -> Iterator[str]:
    """The PESEL of each, or the next free one of that day and sex where two would share it."""
    taken: set[str] = set()
    for one in people:
        pesel, serial = one.pesel, 0
        while pesel and pesel in taken:
            pesel = invention.pesel(one.birth_date, one.sex, serial)
            serial += 1
        taken.add(pesel)
        yield pesel


def public_id(number: str) -> UUID:
    return uuid5(NAMESPACE, number)


def person_row(one: invention.Invented, number: str, pesel: str, at: datetime) -> Row:
    passport = "" if pesel else f"PX{number[2:]}"
    return (
        public_id(number),
        one.first_name,
        one.last_name,
        Sex(one.sex).value,
        one.birth_date,
        pesel or None,
        IdentifierKind.PASSPORT.value if passport else "",
        passport,
        (Citizenship.OUTSIDE_EU if one.from_abroad else Citizenship.POLISH).value,
        (Language.UKRAINIAN if one.from_abroad else Language.POLISH).value,
        at,
        sort_key(one.last_name, one.first_name),
        search_text(one.last_name, one.first_name, pesel or passport, number),
    )


def contact_row(key: int, one: invention.Invented) -> Row:
    return key, ContactKind.PHONE.value, one.phone, True, ""


def involvement_rows(own: list[Person], edition: Edition, numbers: list[str], day: date) -> Iterator[Row]:
    for one, number in zip(own, numbers, strict=True):
        yield one.pk, edition.pk, number, day, one.sort_key, one.search_text, one.sex, one.pesel is not None


def copy(
    model: type[Person] | type[Contact] | type[Involvement], columns: tuple[str, ...], rows: Iterable[Row]
) -> None:
    names = ", ".join(columns)
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {model._meta.db_table} ({names}) FROM STDIN") as into,  # noqa: SLF001 - documented
    ):
        for row in rows:
            into.write_row(row)


def refresh_statistics() -> None:
    """What autovacuum would do within a minute: the planner must know how many there are, and the index all words."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT gin_clean_pending_list(name) FROM (VALUES ('person_search'), ('involvement_search')) v (name)"
        )
        for model in (Person, Contact, Involvement):
            cursor.execute(f"ANALYZE {model._meta.db_table}")  # noqa: SLF001 - documented by Django
