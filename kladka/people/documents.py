"""The list of people as a spreadsheet."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from kladka.core.spreadsheets import Cell, Column
from kladka.people.models import Person

COLUMNS = (
    Column(_("Surname"), 24),
    Column(_("First name"), 18),
    Column(_("PESEL"), 13),
    Column(_("Document"), 18),
    Column(_("Date of birth"), 13),
    Column(_("Age"), 6),
    Column(_("Sex"), 10),
    Column(_("Telephone"), 16),
    Column(_("E-mail"), 28),
    Column(_("Numbers"), 20),
    Column(_("Programmes"), 50),
)


def rows(people: Iterable[Person], *, on: date) -> Iterator[tuple[Cell, ...]]:
    """One row a person, as `queries.with_details` read them."""
    for person in people:
        seen = person.seen_involvements  # type: ignore[attr-defined]
        yield (
            person.last_name,
            person.first_name,
            person.pesel or "",
            person.identifier,
            person.birth_date,
            person.age_on(on),
            str(person.get_sex_display()),
            person.phone,
            person.email,
            ", ".join(dict.fromkeys(one.number for one in seen if one.number)),
            ", ".join(dict.fromkeys(str(one.edition) for one in seen)),
        )
