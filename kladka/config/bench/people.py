"""The list of people and the search in it, at 100,000; the floor is one row read by its key."""

from collections.abc import Iterator
from datetime import datetime
from random import Random
from string import ascii_lowercase

from kladka.config.bench.rows import Limit, Row, timed
from kladka.core.clock import now
from kladka.core.sorting import sort_key, without_marks
from kladka.municipalities.tenancy import connection
from kladka.people.models import Person

SIZE = 100_000
PAGE = 50
QUICK = Limit(seconds=0.06)


def measure() -> Iterator[Row]:
    make_people(SIZE)
    size = f"{SIZE:,} people"
    one = Person.objects.values_list("pk", flat=True)[SIZE // 2]
    floor = timed(lambda: Person.objects.get(pk=one))
    for name, rows in (
        ("people: first page", Person.objects.in_order()[:PAGE]),
        ("people: page 1000", Person.objects.in_order()[PAGE * 1000 : PAGE * 1001]),
        ("people: search, part of a name", Person.objects.matching("owals").in_order()[:PAGE]),
        ("people: search, two words", Person.objects.matching("jan kowals").in_order()[:PAGE]),
        ("people: search, nobody", Person.objects.matching("qqxqq").in_order()[:PAGE]),
        ("people: search, a PESEL", Person.objects.matching("00000050000").in_order()[:PAGE]),
    ):
        yield Row(name, size, timed(lambda rows=rows: list(rows.all())), floor, QUICK)  # type: ignore[misc]
    yield Row("people: how many", size, timed(Person.objects.matching("owals").count), floor, QUICK)


def make_people(size: int) -> None:
    """Invented people with names of plausible spread; numbers that look like a PESEL and are none."""
    random, at = Random(4), now()  # noqa: S311 - seeded, so that two runs measure the same
    surnames = ["Kowalska", "Kowalski", "Żółtowska", "Łąkowa"] + [
        invented_name(random) for _ in range(20_000)
    ]
    firsts = ["Jan", "Anna", "Ćwikła", "Olena"] + [invented_name(random) for _ in range(300)]
    for start in range(0, size, 5000):
        Person.objects.bulk_create(
            person(random.choice(firsts), random.choice(surnames), number, at)
            for number in range(start, start + 5000)
        )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE people_person")


def person(first: str, last: str, number: int, at: datetime) -> Person:
    pesel = f"{number:011}"
    return Person(
        first_name=first,
        last_name=last,
        sex="woman",
        birth_date="1980-01-01",
        pesel=pesel,
        registered_at=at,
        sort_key=sort_key(last, first),
        search_text=without_marks(f"{last} {first} {pesel}"),
    )


def invented_name(random: Random) -> str:
    return "".join(random.choices(ascii_lowercase, k=random.randint(4, 11))).title()
