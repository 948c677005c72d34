"""Which programme and which edition a command means."""

from kladka.indicators.errors import NoSuchProgramme, WhichEdition, WhichProgramme
from kladka.programmes.models import Edition, Programme


def edition_named(programme: str = "", number: int | None = None) -> Edition:
    """By key and number; each may be left out where there is one. Raises WhichProgramme, NoSuchProgramme, WhichEdition."""
    every = Edition.objects.filter(programme=programme_named(programme)).select_related("programme")
    editions = {one.number or at: one for at, one in enumerate(every, start=1)}
    if number is None and len(editions) == 1:
        return next(iter(editions.values()))
    if number is None or number not in editions:
        raise WhichEdition(sorted(editions))
    return editions[number]


def programme_named(key: str) -> Programme:
    known = list(Programme.objects.order_by("key"))
    keys = [one.key for one in known]
    if not key and len(known) > 1:
        raise WhichProgramme(keys)
    found = next((one for one in known if one.key == key or not key), None)
    if found is None:
        raise NoSuchProgramme(key, keys)
    return found
