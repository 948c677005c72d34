"""People who do not exist: seeded, plausible, plainly invented (plants and colours for surnames)."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Literal

Sex = Literal["woman", "man"]

NAMES = {
    key: tuple(row.split())
    for key, row in tomllib.loads(Path(__file__).with_name("names.toml").read_text("utf-8")).items()
}
PESEL_WEIGHTS = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
CENTURY_MONTHS = {18: 80, 19: 0, 20: 20, 21: 40}


@dataclass(frozen=True)
class Invented:
    """One invented person, before anybody registers them."""

    first_name: str
    last_name: str
    sex: Sex
    birth_date: date
    pesel: str  # empty for a person from abroad who has none
    phone: str
    email: str
    from_abroad: bool


def pesel(birth_date: date, sex: Sex, serial: int) -> str:
    """A PESEL with a right check digit (V01–V03). `serial` (0–4999) tells apart those born on one day."""
    month = birth_date.month + CENTURY_MONTHS[birth_date.year // 100]
    digits = f"{birth_date.year % 100:02}{month:02}{birth_date.day:02}{serial % 1000:03}"
    digits += str((serial // 1000 * 2 + (sex == "man")) % 10)
    total = sum(weight * int(digit) for weight, digit in zip(PESEL_WEIGHTS, digits, strict=True))
    return digits + str((10 - total % 10) % 10)


def surname_of(adjective: str, sex: Sex) -> str:
    """A woman's form of an adjective: Malinowy → Malinowa, Волошковий → Волошкова."""
    if sex == "man":
        return adjective
    return adjective[:-2] + "а" if adjective.endswith("ий") else adjective[:-1] + "a"


def born(random: Random, *, on: date, youngest: int, oldest: int) -> date:
    """A birth date that makes the person from `youngest` to `oldest` full years old on the day."""
    latest = date(on.year - youngest, on.month, min(on.day, 28))
    earliest = date(on.year - oldest - 1, on.month, min(on.day, 28)) + timedelta(days=1)
    return earliest + timedelta(days=random.randrange((latest - earliest).days + 1))


def person(
    random: Random,
    *,
    number: int,
    sex: Sex,
    on: date,
    youngest: int = 18,
    oldest: int = 80,
    from_abroad: bool = False,
) -> Invented:
    """The `number`-th person of a seeded row; the same seed and number give the same person."""
    suffix = "_from_abroad" if from_abroad else ""
    firsts, lasts = NAMES[("women" if sex == "woman" else "men") + suffix], NAMES["surnames" + suffix]
    birth_date = born(random, on=on, youngest=youngest, oldest=oldest)
    return Invented(
        first_name=random.choice(firsts),
        last_name=surname_of(random.choice(lasts), sex),
        sex=sex,
        birth_date=birth_date,
        pesel="" if from_abroad else pesel(birth_date, sex, number % 5000),
        phone=f"32 000 {number // 100 % 100:02} {number % 100:02}",  # no number in Poland begins with 32 0
        email=f"osoba{number:06}@example.org",
        from_abroad=from_abroad,
    )


def people(
    seed: str, *, women: int, men: int, on: date, youngest: int = 18, oldest: int = 80
) -> Iterator[Invented]:
    """So many women and men in a shuffled row; every thirtieth came from abroad and has no PESEL."""
    random = Random(seed)
    sexes: list[Sex] = ["woman" for _ in range(women)]
    sexes += ["man" for _ in range(men)]
    random.shuffle(sexes)
    for number, sex in enumerate(sexes, start=1):
        abroad = number % 30 == 0
        yield person(
            random, number=number, sex=sex, on=on, youngest=youngest, oldest=oldest, from_abroad=abroad
        )
