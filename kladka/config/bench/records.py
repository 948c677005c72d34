"""A hundred thousand invented people who took part in one edition, made by the server itself in a few statements.

They have what the official file and the figures read: contacts, frozen entries, supports, ends and what followed.
The names are of plausible spread; numbers that look like a PESEL pass its check and belong to nobody.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from importlib.resources import files
from random import Random
from string import ascii_lowercase
from uuid import UUID

from stdnum.pl.pesel import calc_check_digit

from kladka.accounts.actions import system_user
from kladka.core.clock import now
from kladka.core.sorting import sort_key, without_marks
from kladka.municipalities.models import Unit, Urbanisation
from kladka.municipalities.tenancy import connection
from kladka.people.models import Person
from kladka.programmes.models import Edition, Programme, Support

SIZE = 100_000
KEY = "bench"
STARTS, ENDS = date(2024, 1, 1), date(2026, 12, 31)
YOUNGEST, DAYS_OF_BIRTH = date(2007, 12, 31), 20_000
PERSONS = """COPY people_person (public_id, first_name, last_name, sex, birth_date, pesel, identifier_kind, identifier,
citizenship, language, registered_at, sort_key, search_text) FROM STDIN"""


def an_edition_of_many() -> Edition:
    """The edition with everybody in it; made once in a run."""
    known = Edition.objects.filter(programme__key=KEY).first()
    return known or made()


def made() -> Edition:
    edition = planned()
    make_people(SIZE)
    statements = files(__package__).joinpath("records.sql").read_text("utf-8")
    with connection.cursor() as cursor:
        cursor.execute(statements, {"edition": edition.pk, "user": system_user().pk, "starts": STARTS})
        cursor.execute("VACUUM ANALYZE")
    return edition


def planned() -> Edition:
    programme = Programme.objects.create(key=KEY, title="Bench", changed_at=now(), is_public=False)
    edition = Edition.objects.create(
        programme=programme,
        key="first",
        number=1,
        agreement_number="PRZY.07.01-0001/23",
        regime="pl-2021-2027",
        starts=STARTS,
        ends=ENDS,
    )
    for at, scope in enumerate(("social", "educational", "vocational")):
        Support.objects.create(edition=edition, key=scope, title=scope, scope=scope, position=at)
    for code, name in (("99", "PRZYKŁADOWE"), ("9999", "przykładowski"), ("9999011", "Przykładowo")):
        Unit.objects.create(code=code, name=name, kind="", held_on=STARTS)
    Urbanisation.objects.create(code="999901", degree="2", held_on=STARTS)
    return edition


def make_people(size: int) -> None:
    random, at = Random(4), now()  # noqa: S311 - seeded, so that two runs measure the same
    women, men = [*names(random, 150), "Anna", "Ćwikła", "Olena"], [*names(random, 150), "Jan", "Łukasz"]
    surnames = ["Kowalska", "Kowalski", "Żółtowska", "Łąkowa", *names(random, 20_000)]
    with connection.cursor() as cursor, cursor.copy(PERSONS) as copy:
        for number in range(size):
            is_woman = number % 5 < 3  # noqa: PLR2004 - three of five
            first, last = random.choice(women if is_woman else men), random.choice(surnames)
            born, pesel = born_and_numbered(number, is_woman=is_woman)
            sex, identity = "woman" if is_woman else "man", UUID(int=random.getrandbits(128), version=4)
            known = None if number % 20 == 7 else pesel  # noqa: PLR2004 - one of twenty has none
            found_by = without_marks(f"{last} {first} {known or ''}").strip()
            row = (identity, first, last, sex, born, known, "", "", "polish", "pl", at)
            copy.write_row((*row, sort_key(last, first), found_by))


def born_and_numbered(number: int, *, is_woman: bool) -> tuple[date, str]:
    """A day of birth and a number that nobody else here has, right in its last digit."""
    turn, day = divmod(number, DAYS_OF_BIRTH)
    born = YOUNGEST - timedelta(days=day)
    month = born.month + (20 if born.year >= 2000 else 0)  # noqa: PLR2004 - the century
    digits = f"{born.year % 100:02}{month:02}{born.day:02}{turn:03}{0 if is_woman else 1}"
    return born, f"{digits}{calc_check_digit(digits)}"


def names(random: Random, number: int) -> Iterator[str]:
    for _ in range(number):
        yield "".join(random.choices(ascii_lowercase, k=random.randint(4, 11))).title()


def somebody() -> Person:
    """From the middle of the list."""
    return Person.objects.order_by("pk")[SIZE // 2]
