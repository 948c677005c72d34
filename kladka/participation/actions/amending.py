"""Corrections of what was frozen at entry; nothing is overwritten."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from kladka.audit.actions import Change, record
from kladka.core.queue import announce
from kladka.participation import errors, rules
from kladka.participation.actions.freezing import KEPT, Version, again, write_versions
from kladka.participation.choices import Cause
from kladka.participation.facts import EntryAmended
from kladka.participation.models import Amendment, EntrySnapshot, Participation
from kladka.participation.models.snapshot import TRAITS, as_text, typed

if TYPE_CHECKING:
    from kladka.accounts.models import User

AMENDABLE = frozenset({*KEPT, *TRAITS})


@transaction.atomic
def amend_entry(
    *,
    participation: Participation,
    values: Mapping[str, str],
    reason: str,
    evidence: str = "",
    by: "User",
    at: datetime,
) -> EntrySnapshot:
    """Correct frozen values, each as text (“yes”, “2026-03-01”, the word of a choice, “” for not known).

    Makes one new version; the one before and the reason stay. A start that moves later keeps the correction, but
    not that of the age, which follows from the day.
    Raises ReasonMissing, NotStarted, NotAmendable, ValueUnknown, NothingAmended, DetailOfOtherStatus.
    """
    if not reason.strip():
        raise errors.ReasonMissing
    participation = Participation.objects.select_for_update(of=("self",)).get(pk=participation.pk)
    if participation.snapshot is None:
        raise errors.NotStarted
    version = again(participation.snapshot, Cause.AMENDED)
    changes = changes_in(version, values)
    for change in changes:
        version.amend(change.field, change.new)
    rules.check_labour(str(version.says("labour_status")), str(version.says("labour_detail")))
    write_versions({participation: version}, at=at)
    snapshot = EntrySnapshot.objects.get(participation=participation, replaced_at=None)
    Amendment.objects.bulk_create(
        Amendment(
            participation=participation,
            snapshot=snapshot,
            field=change.field,
            old=as_text(change.old),
            new=as_text(change.new),
            reason=reason.strip(),
            evidence=evidence.strip(),
            amended_by=by,
            amended_at=at,
        )
        for change in changes
    )
    person = participation.person.public_id
    record(
        "participation.entry_amended",
        on=snapshot,
        person=person,
        by=by,
        at=at,
        reason=reason.strip(),
        changes=changes,
    )
    announce(EntryAmended(participation.pk))
    return snapshot


def changes_in(version: Version, values: Mapping[str, str]) -> list[Change]:
    """What would be different. Raises NotAmendable, ValueUnknown, NothingAmended."""
    for name in values:
        if name not in AMENDABLE:
            raise errors.NotAmendable
    wanted = {name: typed(name, text) for name, text in values.items()}
    changes = [
        Change(name, version.says(name), new) for name, new in wanted.items() if version.says(name) != new
    ]
    if not changes:
        raise errors.NothingAmended
    return changes
