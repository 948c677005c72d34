"""Who applies in a round and does not come, or not yet: pure and seeded, as `days` is."""

from collections.abc import Iterator
from itertools import repeat
from random import Random

from kladka.demo import invention
from kladka.demo.invention import Sex
from kladka.demo.lives.days import Arrival, Fate, day_of
from kladka.demo.lives.plan import Life, RoundLife

FIRST = 3000  # their numbers, so that nobody shares one with those who come
SEXES: tuple[Sex, Sex] = ("woman", "man")


def others(life: Life) -> list[Arrival]:
    """Who applies in a round and does not come, or not yet."""
    random, found = Random(f"{life.name} others"), list[Arrival]()
    for by in life.rounds:
        for fate in fates_of(by):
            number, sex = FIRST + len(found), random.choice(SEXES)
            day = day_of(random, by)
            who = invention.person(
                random, number=number, sex=sex, on=day, youngest=life.youngest, oldest=life.oldest
            )
            group = random.choice(by.groups)
            found.append(Arrival(number, who, day, group, round=by.key, settled_on=by.decided_on, fate=fate))
    return found


def fates_of(by: RoundLife) -> Iterator[Fate]:
    counts = {
        Fate.CHOSEN: by.chosen,
        Fate.REFUSES: by.refusing,
        Fate.DECLINES: by.declining,
        Fate.WAITS: by.waiting,
        Fate.WITHOUT_PLACE: by.without_place,
        Fate.INCOMPLETE: by.incomplete,
        Fate.STRANGER: by.strangers,
    }
    for fate, count in counts.items():
        yield from repeat(fate, count)
