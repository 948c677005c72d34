"""In what a person takes part, restated by the modules above so that the right people see the right persons."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from kladka.people.models import Involvement, Person

if TYPE_CHECKING:
    from kladka.programmes.models import Edition, Offer, Task


@dataclass(frozen=True, kw_only=True)
class Taking:
    """A person takes part in an edition, or more exactly in a task or an offer of it."""

    person: Person
    edition: "Edition"
    from_day: date
    to_day: date | None = None
    task: "Task | None" = None
    offer: "Offer | None" = None
    number: str = ""


@transaction.atomic
def involve(taking: Taking) -> Involvement:
    """Restate one involvement: an earlier day moves its beginning back, a number makes the person findable by it.

    Leaves no entry of its own in the trail: the action that calls it does.
    """
    person = Person.objects.select_for_update(no_key=True).get(pk=taking.person.pk)
    asked = {"person": person, "edition": taking.edition, "task": taking.task, "offer": taking.offer}
    days = {"from_day": taking.from_day, "to_day": taking.to_day}
    row, is_new = Involvement.objects.select_for_update().get_or_create(
        **asked, defaults={**days, "number": taking.number, **person.as_listed}
    )
    if not is_new:
        row.from_day, row.to_day = min(row.from_day, taking.from_day), taking.to_day
        row.number = taking.number or row.number
        row.save(update_fields=["from_day", "to_day", "number"])
    if taking.number:
        make_findable(person)
    return row


def make_findable(person: Person) -> None:
    """The keys by which a locked person is ordered and found follow the name and the numbers as they now stand."""
    person.remember_names()
    person.save(update_fields=["sort_key", "search_text"])
    person.involvements.update(**person.as_listed)


@transaction.atomic
def involve_all(takings: Iterable[Taking]) -> None:
    """Many at once, in a constant number of statements; for groups and lists. Numbers are not restated."""
    takings = list(takings)
    keys = [one.person.pk for one in takings]
    people = Person.objects.select_for_update(no_key=True).order_by("pk").in_bulk(keys)
    rows = [
        Involvement(
            person=one.person,
            edition=one.edition,
            task=one.task,
            offer=one.offer,
            from_day=one.from_day,
            to_day=one.to_day,
            **people[one.person.pk].as_listed,
        )
        for one in takings
    ]
    Involvement.objects.bulk_create(rows, ignore_conflicts=True)
