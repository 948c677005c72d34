"""The papers by which somebody takes part, and what the person says of itself in them."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from kladka.audit.actions import changes_between, fields_of, record
from kladka.core.queue import announce
from kladka.papers.actions import next_number
from kladka.participation import errors, rules
from kladka.participation.choices import AgreementKind, Kind
from kladka.participation.facts import AgreementSigned
from kladka.participation.models import Agreement, EntryDeclaration, Participation
from kladka.people.actions import Taking, declare_traits, involve
from kladka.programmes.queries import check_months_are_open
from kladka.recruitment.choices import Outcome

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.people.models import Person
    from kladka.programmes.models import Edition
    from kladka.recruitment.models import Application

LETTERS = {Kind.PARTICIPANT: "U", Kind.ENVIRONMENT: "O"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What was signed. Without a number of its own it bears the number of the participation."""

    signed_on: date
    kind: AgreementKind = AgreementKind.AGREEMENT
    number: str = ""
    notice_given_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrant:
    """Somebody who joins without an application. With `related`, as the close environment of that participant."""

    person: "Person"
    edition: "Edition"
    related: Participation | None = None


@transaction.atomic
def sign_agreement(
    *,
    who: "Application | Entrant",
    paper: Paper,
    by: "User",
    at: datetime,
) -> Participation:
    """Open a participation: the person is qualified, and the first support will start it.

    An application must be decided so, and whom it names as close must take part; without recruitment say the
    `Entrant`. Raises NotQualified, SignedInFuture, SignedAfterEdition, AlreadyTakesPart, TookPartBefore,
    RelatedMissing, MonthClosed.
    """
    application = None if isinstance(who, Entrant) else who
    entrant = who if isinstance(who, Entrant) else entrant_of(who)
    person, edition, related = entrant.person, entrant.edition, entrant.related
    check_paper(paper, edition, on=localdate(at))
    kind = Kind.PARTICIPANT if related is None else Kind.ENVIRONMENT
    check_may_join(person, edition, kind=kind, related=related)
    number = f"{LETTERS[kind]}/{next_number(f'participation/{edition.pk}/{kind}')}"
    participation = _opened(
        Participation(
            person=person,
            edition=edition,
            application=application,
            number=number,
            kind=kind,
            related=related,
            opened_on=paper.signed_on,
        )
    )
    _keep(paper, participation)
    involve(Taking(person=person, edition=edition, from_day=paper.signed_on, number=number))
    record("participation.agreement_signed", on=participation, by=by, at=at, number=number)
    announce(AgreementSigned(participation.pk))
    return participation


def check_paper(paper: Paper, edition: "Edition", *, on: date) -> None:
    """Raises SignedInFuture, SignedAfterEdition, MonthClosed."""
    check_months_are_open(edition, [paper.signed_on])
    rules.check_signing(paper.signed_on, ends_on=edition.period_on(on).last_day, on=on)


def entrant_of(application: "Application") -> Entrant:
    """Raises NotQualified, RelatedMissing."""
    if not application.decisions.in_force().filter(outcome=Outcome.QUALIFIED).exists():
        raise errors.NotQualified
    related = None
    if application.related_to_id is not None:
        close = Participation.objects.filter(person=application.related_to_id, edition=application.edition_id)
        related = close.participants().order_by("-opened_on").first()
        if related is None:
            raise errors.RelatedMissing
    return Entrant(person=application.person, edition=application.edition, related=related)


def check_may_join(
    person: "Person", edition: "Edition", *, kind: Kind, related: Participation | None
) -> None:
    """Nobody is in an edition twice; who was in it before comes back to the same participation (V20)."""
    if related is not None and (related.edition_id != edition.pk or related.person_id == person.pk):
        raise errors.RelatedMissing
    for before in Participation.objects.filter(person=person, edition=edition):
        if before.left_on is None:
            raise errors.AlreadyTakesPart
        if before.kind == kind:
            raise errors.TookPartBefore(before.left_on)


def _opened(participation: Participation) -> Participation:
    """Two clerks may sign for one person at once: the database decides, and its answer becomes a sentence."""
    try:
        with transaction.atomic():
            participation.save(force_insert=True)
    except IntegrityError as error:
        if "participation_one_active" in str(error):
            raise errors.AlreadyTakesPart from error
        raise
    return participation


def _keep(paper: Paper, participation: Participation) -> Agreement:
    kept, _ = Agreement.objects.get_or_create(
        participation=participation,
        kind=paper.kind,
        number=paper.number.strip() or participation.number,
        defaults={"signed_on": paper.signed_on, "notice_given_on": paper.notice_given_on},
    )
    return kept


@transaction.atomic
def add_agreement(*, participation: Participation, paper: Paper, by: "User", at: datetime) -> Agreement:
    """A further paper of somebody who takes part: a social contract after the declaration. Twice changes nothing.

    Raises SignedInFuture, SignedAfterEdition, MonthClosed.
    """
    check_paper(paper, participation.edition, on=localdate(at))
    kept = _keep(paper, participation)
    record("participation.agreement_added", on=participation, by=by, at=at, number=kept.number)
    return kept


@transaction.atomic
def record_entry_traits(
    *,
    participation: Participation,
    facts: rules.EntryFacts,
    flags: Mapping[str, str],
    declared_on: date,
    by: "User",
    at: datetime,
) -> EntryDeclaration:
    """Write down the declaration of entry; it may be changed until the first support freezes it.

    `flags` are answers to the sensitive questions, by the columns of the person's traits; those left out stay.
    Raises AlreadyFrozen, SignedInFuture, DetailOfOtherStatus.
    """
    participation = Participation.objects.select_for_update(of=("self",)).get(pk=participation.pk)
    if participation.started_on is not None:
        raise errors.AlreadyFrozen
    rules.check_signing(declared_on, ends_on=None, on=localdate(at))
    rules.check_labour(facts.labour_status, facts.labour_detail)
    known = EntryDeclaration.objects.filter(participation=participation).first()
    wanted = {**asdict(facts), "declared_on": declared_on}
    changes = changes_between(fields_of(known, wanted) if known else {}, wanted)
    declaration, _ = EntryDeclaration.objects.update_or_create(
        participation=participation, defaults={**wanted, "recorded_at": at}
    )
    declare_traits(person=participation.person, traits=flags, by=by, at=at)
    person = participation.person.public_id
    record("participation.entry_declared", on=declaration, person=person, by=by, at=at, changes=changes)
    return declaration
