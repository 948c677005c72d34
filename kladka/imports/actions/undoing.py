"""An import taken back whole, as long as nothing stands on it."""

from collections.abc import Collection
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, connection, models, transaction

from kladka.audit.actions import record
from kladka.imports.choices import Made
from kladka.imports.errors import AlreadyUndone, BuiltUpon
from kladka.imports.models import Import, ImportedRow
from kladka.participation.actions import FileColumns, keep_file_columns, record_exit, reopen, restate_supports
from kladka.participation.choices import ExitReason, SourceKind
from kladka.participation.models import (
    Agreement,
    EntryDeclaration,
    EntrySnapshot,
    EntryTraits,
    Exit,
    FollowUp,
    Outcome,
    Participation,
    SupportReceived,
)
from kladka.people.actions import change_person
from kladka.people.actions.reach import Reachable
from kladka.people.models import (
    Contact,
    Involvement,
    Person,
    PersonAddress,
    Resemblance,
    SensitiveTraits,
)
from kladka.people.rules import Details
from kladka.reporting.models import Package, Verdict

if TYPE_CHECKING:
    from kladka.accounts.models import User

BLOCK = 5_000
# What an import makes of a participation and of a person, in the order in which it goes again.
OF_PARTICIPATION: tuple[tuple[type[models.Model], str], ...] = (
    (Verdict, "participation"),
    (SupportReceived, "participation"),
    (Outcome, "participation"),
    (FollowUp, "participation"),
    (Exit, "participation"),
    (EntryTraits, "snapshot__participation"),
    (EntrySnapshot, "participation"),
    (EntryDeclaration, "participation"),
    (Agreement, "participation"),
)
OF_PERSON: tuple[type[models.Model], ...] = (Contact, PersonAddress, SensitiveTraits, Involvement)


@transaction.atomic
def undo_import(*, made: Import, by: "User", at: datetime) -> None:
    """Everything that the import made is gone, what it changed is as before. Raises AlreadyUndone, BuiltUpon."""
    made = Import.objects.select_for_update().get(pk=made.pk)
    if made.undone_at is not None:
        raise AlreadyUndone
    _check_nothing_sent(made)
    _take_back_changes(made, by, at)
    keys = list(made.lines.exclude(made=Made.CHANGED).values_list("participation", flat=True))
    strangers = set(made.lines.filter(made=Made.NEW).values_list("participation__person", flat=True))
    try:
        with transaction.atomic():
            ImportedRow.objects.filter(whole=made).delete()
            for at_key in range(0, len(keys), BLOCK):
                _remove(keys[at_key : at_key + BLOCK], strangers, made)
            _check_references()
    except IntegrityError as error:
        raise BuiltUpon from error
    made.undone_by, made.undone_at = by, at
    made.save(update_fields=["undone_by", "undone_at"])
    record("imports.file_undone", on=made, by=by, at=at, rows=len(keys))


def _check_nothing_sent(made: Import) -> None:
    """Who stands in a sealed file has been reported."""
    if Package.objects.filter(edition=made.edition, made_at__gte=made.made_at).exists():
        raise BuiltUpon


def _remove(keys: Collection[int], strangers: set[int], made: Import) -> None:
    """What somebody wrote since refuses to let go: a later version, a plan, a mark, another programme."""
    later = EntrySnapshot.objects.filter(participation__in=keys, version__gt=1).exists()
    others = SupportReceived.objects.filter(participation__in=keys)
    if later or others.exclude(source_kind=SourceKind.IMPORT, source_id=made.source_id).exists():
        raise BuiltUpon
    rows = Participation.objects.filter(pk__in=keys)
    people = list(rows.values_list("person", flat=True))
    rows.update(snapshot=None, started_on=None)
    for model, way in OF_PARTICIPATION:
        _delete(model, f"{way}__in", keys)
    Involvement.objects.filter(edition=made.edition, person__in=people, task=None, offer=None).delete()
    _delete(Participation, "pk__in", keys)
    gone = [one for one in people if one in strangers]
    for model in OF_PERSON:
        _delete(model, "person__in", gone)
    for side in ("first__in", "second__in"):  # nobody is like somebody who was never there
        _delete(Resemblance, side, gone)
    _delete(Person, "pk__in", gone)


def _delete(model: type[models.Model], condition: str, keys: Collection[int]) -> None:
    """Without looking for what points to it: the database refuses where something does."""
    manager: Any = model._default_manager  # noqa: SLF001 - documented by Django
    found = manager.filter(**{condition: keys})
    found._raw_delete(found.db)  # noqa: SLF001 - what `delete` does in the end


def _check_references() -> None:
    """Now and not at the end of the transaction, so that the refusal has its sentence."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _take_back_changes(made: Import, by: "User", at: datetime) -> None:
    lines = made.lines.filter(made=Made.CHANGED).select_related(
        "participation__person", "participation__edition"
    )
    for line in lines:
        before, one = line.before, line.participation
        if before.get("left"):
            reopen(participation=one, reason=made.file_name, by=by, at=at)
            Outcome.objects.filter(participation=one, recorded_at=made.made_at).delete()
        if before.get("supports"):
            restate_supports(
                source_kind=SourceKind.IMPORT, source_id=made.source_id, rows=[], of=[one.pk], by=by, at=at
            )
        if "came_back" in before:
            _leave_again(one, before["came_back"], by, at)
        if "columns" in before:
            keep_file_columns(columns={one.pk: FileColumns(**before["columns"])}, by=by, at=at)
        if "person" in before:
            _person_as_before(one.person, before["person"], made, by, at)


def _leave_again(one: Participation, before: dict[str, Any], by: "User", at: datetime) -> None:
    record_exit(
        participation=one,
        left_on=date.fromisoformat(before["left_on"]),
        reason=ExitReason(before["reason"]),
        path_completed=before["path_completed"],
        by=by,
        at=at,
    )


def _person_as_before(person: Person, before: dict[str, str], made: Import, by: "User", at: datetime) -> None:
    details = Details(
        first_name=person.first_name,
        last_name=before["last_name"],
        pesel=person.pesel or "",
        sex=person.sex,
        birth_date=person.birth_date,
        identifier_kind=person.identifier_kind,
        identifier=person.identifier,
        citizenship=person.citizenship,
        language=person.language,
    )
    contacts = Reachable(phone=before["phone"], email=before["email"])
    change_person(person=person, details=details, contacts=contacts, reason=made.file_name, by=by, at=at)
