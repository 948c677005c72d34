"""People who do not exist, for tests. Each call makes a new one unless told otherwise."""

from datetime import date
from itertools import count

from stdnum.pl.pesel import calc_check_digit

from kladka.people.choices import Sex
from kladka.people.models import Involvement, Person
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import MOMENT, an_edition

_numbers = count(1)
CENTURY_MONTHS = {18: 80, 19: 0, 20: 20, 21: 40}


def a_pesel(born: date = date(1980, 5, 17), sex: Sex = Sex.WOMAN, serial: int | None = None) -> str:
    """A number with a right check digit; another one at each call unless `serial` (to 4999) says which."""
    serial = next(_numbers) if serial is None else serial
    month = born.month + CENTURY_MONTHS[born.year // 100]
    last = (serial // 1000 * 2 + (sex is Sex.MAN)) % 10
    digits = f"{born.year % 100:02}{month:02}{born.day:02}{serial % 1000:03}{last}"
    return f"{digits}{calc_check_digit(digits)}"


def a_person(last_name: str = "Malinowa", first_name: str = "Anna", **given: object) -> Person:
    wanted = {"sex": Sex.WOMAN, "birth_date": date(1980, 5, 17), "registered_at": MOMENT, **given}
    if "pesel" not in wanted and "identifier" not in wanted:
        wanted["pesel"] = a_pesel(wanted["birth_date"], Sex(str(wanted["sex"])))  # type: ignore[arg-type]
    person = Person(last_name=last_name, first_name=first_name, **wanted)
    person.remember_names()
    person.save()
    return person


def an_involvement(
    person: Person | None = None, edition: Edition | None = None, **given: object
) -> Involvement:
    person = person or a_person()
    wanted = {"from_day": date(2026, 2, 1), **person.as_listed, **given}
    return Involvement.objects.create(person=person, edition=edition or an_edition(), **wanted)
