"""Because of what a person counts: a session, another first support, a situation with its paper, a decision."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kladka.activities.choices import Mark
from kladka.activities.models import Attendance, Session
from kladka.indicators.catalogue import Measure
from kladka.indicators.models import ManualDecision
from kladka.indicators.queries.standing import OUTCOME
from kladka.participation.choices import SourceKind
from kladka.participation.models import Exit, Outcome, SupportReceived
from kladka.programmes.models import Edition


@dataclass(frozen=True, slots=True)
class Proof:
    """One proof: `kind` is session, support, outcome, exit or decision; `title` in the record's own words."""

    kind: str
    title: str
    day: date | None = None
    paper: str = ""
    received_on: date | None = None
    session: Session | None = None


Found = Iterator[tuple[int, Proof]]


def proofs_of(measure: Measure, edition: Edition, ids: Sequence[int]) -> dict[int, tuple[Proof, ...]]:
    """The proofs by participation, in a number of queries that does not grow with the participations."""
    found: dict[int, list[Proof]] = defaultdict(list)
    sources: list[Found] = [decisions(measure, edition, ids)]
    if measure.outcomes:
        sources += [outcomes(measure, ids), exits(measure, ids)]
    else:
        sources.append(first_supports(measure, ids))
    for source in sources:
        for participation, proof in source:
            found[participation].append(proof)
    return {participation: tuple(every) for participation, every in found.items()}


def decisions(measure: Measure, edition: Edition, ids: Iterable[int]) -> Found:
    every = ManualDecision.objects.of(edition, measure.key).filter(participation__in=ids).newest()
    for one in every:
        if one.participation_id and one.is_counted:
            yield one.participation_id, decision_proof(one)


def decision_proof(decision: ManualDecision) -> Proof:
    return Proof("decision", decision.reason, decision.decided_at.date())


def outcomes(measure: Measure, ids: Iterable[int]) -> Found:
    wanted = [OUTCOME[one].situation for one in measure.outcomes if one in OUTCOME]
    every = Outcome.objects.filter(participation__in=ids, situation__in=wanted, received_on__isnull=False)
    for one in every:
        title = one.get_situation_display()
        proof = Proof("outcome", title, one.happened_on, one.evidence, one.received_on)
        yield one.participation_id, proof


def exits(measure: Measure, ids: Iterable[int]) -> Found:
    if "completed" not in measure.outcomes:
        return
    for one in Exit.objects.filter(participation__in=ids, path_completed=True).select_related(
        "participation"
    ):
        yield one.participation_id, Proof("exit", one.get_reason_display(), one.participation.left_on)


def first_supports(measure: Measure, ids: Sequence[int]) -> Found:
    """The earliest support of each; where it came from a session, that session."""
    scopes = scopes_asked(measure)
    supports = SupportReceived.objects.filter(participation__in=ids).select_related("support")
    if scopes:
        supports = supports.filter(support__scope__in=scopes)
    firsts = list(supports.order_by("participation", "first_on", "pk").distinct("participation"))
    sessions = first_sessions([one for one in firsts if one.source_kind == SourceKind.ACTIVITY])
    for one in firsts:
        session = sessions.get((one.participation_id, one.source_id))
        kind = "session" if session else "support"
        title = str(session) if session else str(one.support)
        yield one.participation_id, Proof(kind, title, one.first_on, session=session)


def scopes_asked(measure: Measure) -> list[str]:
    """The scopes of support without which nobody counts; none where any support will do."""
    return [scope for one in measure.any for scope in scopes_of(one.get("support"))]


def scopes_of(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def first_sessions(supports: Sequence[SupportReceived]) -> dict[tuple[int, int], Session]:
    """The first attended session of each participation in the activity that its support came from."""
    marks = (
        Attendance.objects.filter(
            participation__in=[one.participation_id for one in supports],
            session__activity__in={one.source_id for one in supports},
            mark=Mark.PRESENT,
        )
        .select_related("session__activity")
        .order_by("participation", "session__activity_id", "session__starts_at")
        .distinct("participation", "session__activity_id")
    )
    return {(one.participation_id, one.session.activity_id): one.session for one in marks}
