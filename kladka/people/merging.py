"""How rows of the same kind meet when two records become one."""

from collections.abc import Mapping
from datetime import timedelta

from kladka.people.holdings import Changing
from kladka.people.models import Contact, Involvement, Person, PersonAddress, Resemblance, SensitiveTraits
from kladka.people.models.sensitive import FLAGS

DISABILITY = ("disability_degree", "disability_symbol", "certificate_until")


def not_preferred(_row: Contact, _stays: Person) -> Mapping[str, object]:
    """The preference of the one who stays holds."""
    return {"is_preferred": False}


def closed_before(row: PersonAddress, stays: Person) -> Mapping[str, object]:
    """The earlier address ended the day before the later one began."""
    later = stays.addresses.filter(kind=row.kind, to_day=None, from_day__gt=row.from_day).first()
    return {"to_day": later.from_day - timedelta(days=1)} if later else {}


def close_earlier(row: PersonAddress, stays: Person, steps: Changing) -> None:
    """The one who went has moved later: the address of the one who stays had ended by then."""
    earlier = stays.addresses.filter(kind=row.kind, to_day=None, from_day__lt=row.from_day).first()
    if earlier and earlier.address_id != row.address_id:
        steps.change(earlier, to_day=row.from_day - timedelta(days=1))


def widen(row: Involvement, stays: Person, steps: Changing) -> None:
    """The same place in the same edition: seen for as long as either of them was."""
    same = Involvement.objects.get(person=stays, edition=row.edition_id, task=row.task_id, offer=row.offer_id)
    ends = [one.to_day for one in (row, same) if one.to_day]
    steps.change(
        same,
        from_day=min(row.from_day, same.from_day),
        to_day=max(ends) if len(ends) == 2 else None,  # noqa: PLR2004 - both have ended
        number=same.number or row.number,
    )


def complete_traits(row: SensitiveTraits, stays: Person, steps: Changing) -> None:
    """What the one who stays was never asked is taken over; an answer is never overwritten."""
    own = SensitiveTraits.objects.get(person=stays)
    asked = {name: getattr(row, name) for name in FLAGS if getattr(row, name) and not getattr(own, name)}
    if "has_disability" in asked:
        asked |= {name: getattr(row, name) for name in DISABILITY}
    if asked:
        steps.change(own, **asked)


def keep_apart(row: Resemblance, stays: Person, steps: Changing) -> None:
    """Whoever was told apart from one of the two is told apart from both."""
    for other in (row.first, row.second):
        same = Resemblance.objects.of(stays, other).open().first()
        if row.told_apart_at and same:
            steps.change(same, told_apart_at=row.told_apart_at, told_apart_by=row.told_apart_by)
