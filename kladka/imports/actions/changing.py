"""Rows of people who take part already: what the file says newer, through the actions for single people."""

from dataclasses import replace
from typing import Any

from django.db import transaction

from kladka.core.errors import DomainError
from kladka.imports.actions.entering import Writing
from kladka.imports.choices import Made
from kladka.imports.examining import Block
from kladka.imports.models import ImportedRow
from kladka.imports.preparing import ended, objection
from kladka.imports.rules.judging import Changes, Fate, Judged
from kladka.participation.actions import (
    FileColumns,
    Result,
    keep_file_columns,
    record_exit,
    record_outcome,
    reopen,
    restate_supports,
)
from kladka.participation.choices import ExitReason, Situation, SourceKind
from kladka.participation.models import Participation
from kladka.participation.rules import Received
from kladka.people.actions import change_person
from kladka.people.actions.reach import Reachable
from kladka.people.models import Person
from kladka.people.rules import Details

KEPT = (
    "first_name",
    "last_name",
    "pesel",
    "sex",
    "birth_date",
    "identifier_kind",
    "identifier",
    "citizenship",
    "language",
)


def change(block: Block, writing: Writing) -> list[Judged]:
    """Each change leaves its own entry in the person's history, and how it had been stays with the import.

    Gives the rows that the record did not take after all, with its sentence.
    """
    refused = []
    for one in block.judged:
        if one.fate is Fate.CHANGED and one.known and one.known.taken:
            try:
                with transaction.atomic():
                    _change(one.known.taken.pk, one, block.sheet, writing)
            except DomainError as error:
                refused.append(replace(one, fate=Fate.REFUSED, found=(objection(error),)))
    return refused


def _change(participation_id: int, one: Judged, sheet: str, writing: Writing) -> None:
    participation = Participation.objects.select_related("person", "edition").get(pk=participation_id)
    ImportedRow.objects.create(
        whole=writing.made,
        sheet=sheet[:100],
        number=one.row.number,
        participation=participation,
        made=Made.CHANGED,
        before=changed(participation, one, writing),
    )


def changed(participation: Participation, one: Judged, writing: Writing) -> dict[str, Any]:
    """Raises what the actions raise: then nothing of the import is written."""
    changes = one.changes
    before: dict[str, Any] = {}
    if changes.last_name or changes.phone or changes.email:
        before["person"] = restate_person(participation.person, changes, writing)
    if changes.technical_id or changes.remark:
        before["columns"] = {"technical_id": participation.technical_id, "remark": participation.remark}
        columns = FileColumns(
            technical_id=changes.technical_id or participation.technical_id,
            remark=changes.remark or participation.remark,
        )
        keep_file_columns(columns={participation.pk: columns}, by=writing.by, at=writing.at)
    if changes.comes_back:
        before["came_back"] = came_back(participation, writing)
    if changes.supports:
        before["supports"] = [pk for pk, _ in changes.supports]
        give(participation, changes, writing)
    if changes.left_on:
        before["left"] = True
        leave(participation, one, writing)
    return before


def restate_person(person: Person, changes: Changes, writing: Writing) -> dict[str, str]:
    before = {"last_name": person.last_name, "phone": person.phone, "email": person.email}
    contacts = Reachable(phone=changes.phone or person.phone, email=changes.email or person.email)
    said = {**{name: getattr(person, name) or "" for name in KEPT}, "birth_date": person.birth_date}
    details = Details(**{**said, "last_name": changes.last_name or person.last_name})  # type: ignore[arg-type]
    change_person(
        person=person,
        details=details,
        contacts=contacts,
        reason=writing.made.file_name,
        by=writing.by,
        at=writing.at,
    )
    return before


def came_back(participation: Participation, writing: Writing) -> dict[str, Any]:
    """V20: the same participation goes on, its first entry stays."""
    kept = participation.exit
    before = {
        "left_on": str(participation.left_on),
        "reason": kept.reason,
        "path_completed": kept.path_completed,
    }
    reopen(participation=participation, reason=writing.made.file_name, by=writing.by, at=writing.at)
    return before


def give(participation: Participation, changes: Changes, writing: Writing) -> None:
    rows = [
        Received(participation_id=participation.pk, support_id=pk, first_on=day, last_on=day)
        for pk, day in changes.supports
    ]
    restate_supports(
        source_kind=SourceKind.IMPORT,
        source_id=writing.made.source_id,
        rows=rows,
        of=[participation.pk],
        by=writing.by,
        at=writing.at,
    )


def leave(participation: Participation, one: Judged, writing: Writing) -> None:
    end = ended(one.row, writing.on)
    if end is None:
        return
    record_exit(
        participation=participation,
        left_on=end.left_on,
        reason=ExitReason.COMPLETED if end.path_completed else ExitReason.OTHER,
        path_completed=end.path_completed,
        by=writing.by,
        at=writing.at,
    )
    if end.situation and end.happened_on:
        result = Result(situation=Situation(end.situation), happened_on=end.happened_on)
        record_outcome(participation=participation, result=result, by=writing.by, at=writing.at)
