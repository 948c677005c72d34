"""One participation and all that is counted: where it counts and because of what, and where it would count."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.utils.translation import get_language

from kladka.indicators import access
from kladka.indicators.catalogue import Measure
from kladka.indicators.models import ManualDecision
from kladka.indicators.queries.matrix import DECIDED, person_marks
from kladka.indicators.queries.proofs import (
    Found,
    Proof,
    decision_proof,
    exits,
    first_supports,
    outcomes,
    scopes_asked,
)
from kladka.indicators.queries.rows import asked_of
from kladka.indicators.queries.standing import Need, standing
from kladka.indicators.rules import Lack, lacks
from kladka.participation.models import Participation

if TYPE_CHECKING:
    from kladka.indicators.predicates import Fragment

ONE = """WITH {standing},
{decided}
SELECT standing.*, {marks} FROM standing LEFT JOIN decided d ON d.participation_id = id WHERE id = %s"""


@dataclass(frozen=True, slots=True)
class Counting:
    """A measure for which somebody counts (`proofs` say because of what), or would if (`lacks` say what)."""

    measure: Measure
    title: str
    proofs: tuple[Proof, ...] = ()
    lacks: tuple[Lack, ...] = ()

    @property
    def is_counted(self) -> bool:
        return not self.lacks

    @property
    def is_sensitive(self) -> bool:
        return access.is_sensitive(self.measure)


def counting(participation: Participation, *, on: date, with_sensitive: bool) -> list[Counting]:
    """Of all measures of the edition, in their order; those that can never hold for the person are left out.

    The number of queries does not grow with what the person received.
    """
    asked = list(_asked(participation, with_sensitive=with_sensitive))
    row = _row(participation, [one for one, _title in asked], on) if asked else {}
    return list(_found(asked, row, _Because(participation))) if row else []


def _found(
    asked: Sequence[tuple[Measure, str]], row: Mapping[str, Any], because: "_Because"
) -> Iterator[Counting]:
    for at, (one, title) in enumerate(asked):
        if row[f"c{at}"]:
            yield Counting(one, title, proofs=because.of(one))
        elif row[f"w{at}"]:
            yield Counting(one, title, lacks=lacks(one, row))


def _asked(participation: Participation, *, with_sensitive: bool) -> Iterator[tuple[Measure, str]]:
    for one in asked_of(participation.edition):
        if one.rule is None or one.rule.by_hand or (access.is_sensitive(one.rule) and not with_sensitive):
            continue
        yield one.rule, one.planned.title if one.planned else one.rule.title(get_language() or "en")


def _row(participation: Participation, measures: Sequence[Measure], on: date) -> Mapping[str, Any]:
    """The standing of this participation with a mark for each measure: counts, waits. One statement."""
    base = standing(participation.edition, need=Need(outcomes=True, scopes=True), on=on)
    marks: list[Fragment] = [mark for at, one in enumerate(measures) for mark in person_marks(at, one)]
    text = ONE.format(standing=base.text, decided=DECIDED, marks=", ".join(one.text for one in marks))
    values = (*base.values, participation.edition_id, *(value for one in marks for value in one.values))
    with connection.cursor() as cursor:
        cursor.execute(text, (*values, participation.pk))
        names = [column.name for column in cursor.description or ()]
        row = cursor.fetchone()
    return dict(zip(names, row, strict=True)) if row else {}


class _Because:
    """The proofs of one participation; what several measures share is asked for once."""

    def __init__(self, participation: Participation) -> None:
        self._ids = [participation.pk]
        self._known: dict[object, tuple[Proof, ...]] = {}
        newest = ManualDecision.objects.filter(participation=participation, is_counted=True).newest()
        self._decided: dict[str, list[Proof]] = defaultdict(list)
        for one in newest:
            self._decided[one.counts].append(decision_proof(one))

    def of(self, measure: Measure) -> tuple[Proof, ...]:
        shape = measure.outcomes or tuple(scopes_asked(measure))
        key = (bool(measure.outcomes), shape)
        if key not in self._known:
            self._known[key] = tuple(proof for source in self._sources(measure) for _, proof in source)
        return (*self._decided[measure.key], *self._known[key])

    def _sources(self, measure: Measure) -> list[Found]:
        if measure.outcomes:
            return [outcomes(measure, self._ids), exits(measure, self._ids)]
        return [first_supports(measure, self._ids)]
