"""Everything that is held about one person, as a person may ask for it (article 15 of the GDPR)."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import BinaryField, Model

from kladka.audit.actions import record, record_reading
from kladka.audit.queries import readings_of, trail_of_person
from kladka.people.holdings import holdings
from kladka.people.models import Person
from kladka.people.queries import ids_of

if TYPE_CHECKING:
    from kladka.accounts.models import User

SENSITIVE = "people.everything"


class AsSaid(DjangoJSONEncoder):
    """Days and moments as ISO 8601 says them; what JSON does not know, in words."""

    def default(self, o: object) -> Any:
        try:
            return super().default(o)
        except TypeError:
            return str(o)


@transaction.atomic
def export_person(*, person: Person, why: str, by: "User", at: datetime) -> dict[str, object]:
    """Every row of every module, with the trail; who took it is written down twice, as a reading and as an act."""
    record_reading(person=person.public_id, what=SENSITIVE, why=why, by=by, at=at)
    record("people.person_exported", on=person, by=by, at=at)
    return everything_about(person)


def everything_about(person: Person) -> dict[str, object]:
    """By table; a table without a row of this person is left out."""
    known = ids_of(person)
    return {
        "people.Person": [columns(person)],
        **rows_of(person),
        "trail": [
            {"at": one.at, "who": one.who, "what": one.what, "reason": one.reason}
            for one in trail_of_person(*known)
        ],
        "readings": [
            {"at": one.at, "who": one.actor_name, "what": one.what, "why": one.why}
            for one in readings_of(*known)
        ],
    }


def rows_of(person: Person) -> dict[str, list[dict[str, object]]]:
    """A table that names a person in two ways gives each row once."""
    found: dict[str, dict[object, dict[str, object]]] = {}
    for holding in holdings():
        for row in holding.rows_of(person):
            found.setdefault(holding.name, {})[row.pk] = columns(row)
    return {name: list(rows.values()) for name, rows in found.items()}


def columns(row: Model) -> dict[str, object]:
    """What the row says; of another row that it names, that row's words. Sealed bytes stay sealed."""
    return {
        field.name: said(row, field)
        for field in row._meta.concrete_fields  # noqa: SLF001 - documented by Django
        if not isinstance(field, BinaryField)
    }


def said(row: Model, field: Any) -> object:
    value = getattr(row, field.name)
    return str(value) if isinstance(value, Model) else value
