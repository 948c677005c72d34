"""The committee's meeting becomes a sealed protocol, its lists become decisions; members sign; numbers are published."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import translation
from django.utils.timezone import localdate

from kladka.audit.actions import record
from kladka.audit.sealing import Packing
from kladka.papers.actions import next_number
from kladka.programmes.models import Edition
from kladka.recruitment import canonical, errors, explaining
from kladka.recruitment.actions.committee import check_sits
from kladka.recruitment.actions.decision import decide
from kladka.recruitment.canonical import Meeting
from kladka.recruitment.choices import Outcome, Signing
from kladka.recruitment.models import CommitteeMember, Decision, Protocol, RankingEntry, Round, Signature
from kladka.recruitment.queries.ranking import Ranked, ranked

if TYPE_CHECKING:
    from kladka.accounts.models import User

PLACES_LAST = (
    Outcome.NOT_QUALIFIED,
    Outcome.RESERVE,
    Outcome.QUALIFIED,
)  # so that a place is free when it is given


@transaction.atomic
def seal_protocol(
    *,
    round: Round,  # noqa: A002 - the field's own word
    meeting: Meeting,
    by: "User",
    at: datetime,
) -> Protocol:
    """The ranking of this moment, for ever; each application is decided by it. A later one replaces it.

    Raises NotInCommittee, NoQuorum, HeldInFuture, NobodyApplied, StillToScore, NotDrawn, StillEqual.
    """
    Edition.objects.select_for_update().get(pk=round.edition_id)  # the last place is not given twice
    round = Round.objects.select_related("scheme", "edition__programme", "committee").get(pk=round.pk)  # noqa: A001
    check_sits(round, by)
    with translation.override(round.edition.programme.language):  # the protocol keeps the sentences
        found = ranked(round)
    _check_meeting(round, meeting, at=at)
    _check_ranking(found)
    protocol = _kept(found, meeting, by=by, at=at)
    _write_entries(protocol, found)
    _decide_all(protocol, found, by=by, at=at)
    record("recruitment.protocol_sealed", on=protocol, by=by, at=at, applications=len(found.standings))
    return protocol


@transaction.atomic
def sign_protocol(
    *, protocol: Protocol, member: CommitteeMember, way: Signing, by: "User", at: datetime
) -> Signature:
    """A member signs by name; or it is noted that the member signed the printed protocol.

    Raises NotInCommittee (by name only for oneself), NotTheLast, WasNotThere, AlreadySigned.
    """
    protocol = Protocol.objects.select_for_update().get(pk=protocol.pk)
    if way == Signing.BY_NAME and member.user_id != by.pk:
        raise errors.NotInCommittee
    if Protocol.objects.filter(replaces=protocol).exists():
        raise errors.NotTheLast
    if not protocol.present.filter(pk=member.pk).exists():
        raise errors.WasNotThere
    if protocol.signatures.filter(member=member).exists():
        raise errors.AlreadySigned
    signed = Signature.objects.create(protocol=protocol, member=member, way=way, signed_at=at, noted_by=by)
    record("recruitment.protocol_signed", on=protocol, by=by, at=at, way=str(way))
    return signed


@transaction.atomic
def publish_results(*, protocol: Protocol, by: "User", at: datetime) -> None:
    """Numbers and lists go public, no names. Twice changes nothing. Raises NotTheLast."""
    protocol = Protocol.objects.select_for_update().get(pk=protocol.pk)
    if Protocol.objects.filter(replaces=protocol).exists():
        raise errors.NotTheLast
    if protocol.published_at is None:
        Protocol.objects.filter(pk=protocol.pk).update(published_at=at)
        record("recruitment.results_published", on=protocol, by=by, at=at)


def _check_meeting(round: Round, meeting: Meeting, *, at: datetime) -> None:  # noqa: A002 - the field's own word
    committee = getattr(round, "committee", None)
    if committee is None:
        raise errors.NobodySits
    sitting = set(committee.members.sitting().values_list("pk", flat=True))
    if len({one.pk for one in meeting.present} & sitting) < committee.quorum:
        raise errors.NoQuorum(committee.quorum)
    if meeting.held_at > at:
        raise errors.HeldInFuture


def _check_ranking(found: Ranked) -> None:
    if not found.standings:
        raise errors.NobodyApplied
    if to_score := found.waiting("score"):
        raise errors.StillToScore([one.candidate.number for one in to_score])
    if found.wants_a_draw:
        raise errors.NotDrawn
    if found.lists.undecided:
        raise errors.StillEqual(found.lists.undecided[0])


def _kept(found: Ranked, meeting: Meeting, *, by: "User", at: datetime) -> Protocol:
    round, lists = found.round, found.lists  # noqa: A001 - the field's own word
    before = Protocol.objects.in_force().filter(round=round).first()
    project = round.edition.agreement_number or round.edition.key
    number = f"A-04/{project}/{next_number(f'protocol {round.edition_id}'):03}"
    with translation.override(round.edition.programme.language):
        content = canonical.content_of(
            found, meeting, number=number, replaces=before.number if before else ""
        )
    packing = Packing()
    packing.add(canonical.written(content))
    protocol = Protocol.objects.create(
        round=round,
        scheme=round.scheme,
        replaces=before,
        number=number,
        held_at=meeting.held_at,
        place=meeting.place,
        objections=meeting.objections,
        received=len(found.standings),
        correct=len(lists.order),
        rejected=len(lists.out),
        digest=packing.digest,
        content=packing.sealed(),
        sealed_by=by,
        sealed_at=at,
    )
    protocol.present.set(meeting.present)
    return protocol


def _write_entries(protocol: Protocol, found: Ranked) -> None:
    outcomes = explaining.outcomes(found)
    with translation.override(found.round.edition.programme.language):
        reasons = explaining.reasons(found)
    RankingEntry.objects.bulk_create(
        RankingEntry(
            protocol=protocol,
            application=found.standings[one.number].application,
            turn=turn,
            position=found.lists.position.get(one.number),
            total=one.points,
            precedence=one.precedence,
            outcome=outcomes[one.number],
            because=reasons[one.number],
        )
        for turn, one in enumerate((*found.lists.order, *found.lists.out), 1)
    )


def _decide_all(protocol: Protocol, found: Ranked, *, by: "User", at: datetime) -> None:
    """Through the one place that decides; what is decided so already stays as it is."""
    now = dict(
        Decision.objects.in_force()
        .filter(application__round=found.round)
        .values_list("application__number", "outcome")
    )
    entries = list(protocol.entries.select_related("application"))
    for outcome in PLACES_LAST:
        for entry in entries:
            if entry.outcome == outcome and now.get(entry.application.number) != outcome:
                decide(
                    application=entry.application,
                    outcome=outcome,
                    decided_on=max(localdate(protocol.held_at), localdate(entry.application.received_at)),
                    reason=entry.because if outcome == Outcome.NOT_QUALIFIED else "",
                    protocol=protocol,
                    by=by,
                    at=at,
                )
