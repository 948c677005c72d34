"""What was received, restated by the modules above: the start of a participation follows, both ways."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction
from django.db.models import Exists, Min, OuterRef, Q
from django.utils.timezone import localdate

from kladka.audit.actions import record_each
from kladka.core.queue import announce
from kladka.participation import rules
from kladka.participation.actions.freezing import freeze_entries, unfreeze_entries
from kladka.participation.choices import SourceKind
from kladka.participation.facts import StartsMoved
from kladka.participation.models import Participation, SupportReceived
from kladka.programmes.models import Edition, first_day_on, last_day_on
from kladka.programmes.queries import check_months_are_open
from kladka.programmes.rules import Period

if TYPE_CHECKING:
    from kladka.accounts.models import User

WRITE = """
    WITH asked AS (
        SELECT * FROM unnest(%(participation)s::bigint[], %(support)s::bigint[], %(first_on)s::date[],
                             %(last_on)s::date[], %(minutes)s::int[])
            AS row (participation_id, support_id, first_on, last_on, minutes)
    ), gone AS (
        DELETE FROM {table} AS kept
        WHERE kept.source_kind = %(kind)s AND kept.source_id = %(source)s
          AND kept.participation_id = ANY(%(concerned)s)
          AND NOT EXISTS (SELECT FROM asked WHERE asked.participation_id = kept.participation_id
                                              AND asked.support_id = kept.support_id)
    )
    INSERT INTO {table} AS kept
        (participation_id, support_id, source_kind, source_id, first_on, last_on, minutes)
    SELECT participation_id, support_id, %(kind)s, %(source)s, first_on, last_on, minutes FROM asked
    ON CONFLICT (source_kind, source_id, participation_id, support_id) DO UPDATE
    SET first_on = EXCLUDED.first_on, last_on = EXCLUDED.last_on, minutes = EXCLUDED.minutes
    WHERE (kept.first_on, kept.last_on, kept.minutes)
        IS DISTINCT FROM (EXCLUDED.first_on, EXCLUDED.last_on, EXCLUDED.minutes)
"""


@transaction.atomic
def restate_supports(
    *,
    source_kind: SourceKind,
    source_id: int,
    rows: Collection[rules.Received],
    of: Iterable[int] | None = None,
    by: "User",
    at: datetime,
) -> None:
    """Say whole what this source gave: to everybody it knows of, or only to the participations `of`.

    Whoever is concerned and has no row received nothing here any more. The first support starts a participation and
    freezes its entry; a start that moves gives a new version; a start that is taken back stays in the history.
    Three statements when no start moves, whatever the number of people. The action that calls this leaves the entry
    in the trail for what it did; here only moved starts are recorded.
    Raises SupportBeforeEdition, SupportAfterEdition, SupportInFuture, NotYetQualified, LeftBeforeSupport,
    MonthClosed.
    """
    concerned = _locked(source_kind, source_id, rows, of, on=localdate(at))
    _check(rows, concerned, on=localdate(at))
    if source_kind != SourceKind.ACTIVITY:  # a session answers for its own month
        _check_months(rows, concerned)
    _write(source_kind, source_id, rows, concerned)
    _move_starts(concerned, by=by, at=at)


def _locked(
    source_kind: SourceKind,
    source_id: int,
    rows: Iterable[rules.Received],
    of: Iterable[int] | None,
    *,
    on: date,
) -> dict[int, Any]:
    """Those concerned, each with the period of its edition that is in force on a day."""
    asked = Q(pk__in={row.participation_id for row in rows}.union(of or ()))
    if of is None:
        known = SupportReceived.objects.filter(source_kind=source_kind, source_id=source_id)
        asked |= Q(Exists(known.filter(participation=OuterRef("pk"))))
    found = Participation.objects.filter(asked).select_related("person", "edition", "declaration")
    found = found.annotate(begins=first_day_on(on, "edition"), stops=last_day_on(on, "edition"))
    return {one.pk: one for one in found.select_for_update(of=("self",)).order_by("pk")}


def _check(rows: Iterable[rules.Received], concerned: dict[int, Any], *, on: date) -> None:
    for row in rows:
        participation = concerned[row.participation_id]
        period = Period.of_days(participation.begins, participation.stops)
        rules.check_in_edition(row.first_on, row.last_on, period)
        rules.check_received(row, participation.standing, on=on)


def _check_months(rows: Iterable[rules.Received], concerned: dict[int, Any]) -> None:
    days: dict[Edition, set[date]] = defaultdict(set)
    for row in rows:
        days[concerned[row.participation_id].edition] |= {row.first_on, row.last_on}
    for edition, of_edition in days.items():
        check_months_are_open(edition, of_edition)


def _write(
    source_kind: SourceKind,
    source_id: int,
    rows: Collection[rules.Received],
    concerned: Collection[int],
) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            WRITE.format(table=SupportReceived._meta.db_table),  # noqa: SLF001 - documented by Django
            {
                "kind": source_kind,
                "source": source_id,
                "concerned": list(concerned),
                "participation": [row.participation_id for row in rows],
                "support": [row.support_id for row in rows],
                "first_on": [row.first_on for row in rows],
                "last_on": [row.last_on for row in rows],
                "minutes": [row.minutes for row in rows],
            },
        )


def _move_starts(concerned: dict[int, Participation], *, by: "User", at: datetime) -> None:
    starts = dict(
        Participation.objects.filter(pk__in=concerned).values_list("pk").annotate(Min("supports__first_on"))
    )
    moved = {one: starts[one.pk] for one in concerned.values() if one.started_on != starts[one.pk]}
    if not moved:
        return
    begun = {one: day for one, day in moved.items() if day is not None}
    unfreeze_entries([one for one in moved if one not in begun], at=at)
    freeze_entries(begun, at=at)
    record_each("participation.starts_moved", on=moved, by=by, at=at)
    announce(StartsMoved(tuple(sorted(one.pk for one in moved))))
