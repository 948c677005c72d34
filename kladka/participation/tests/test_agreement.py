from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from kladka.audit.queries import trail_of
from kladka.participation import errors
from kladka.participation.actions import (
    Entrant,
    Paper,
    add_agreement,
    record_entry_traits,
    record_exit,
    restate_supports,
    sign_agreement,
)
from kladka.participation.choices import AgreementKind, ExitReason, Kind, SourceKind
from kladka.participation.models import EntryDeclaration, EntryGround, Participation
from kladka.participation.rules import EntryFacts, Received
from kladka.participation.tests.builders import a_declared_participation, a_participation
from kladka.people.models import Involvement, Person, SensitiveTraits
from kladka.people.tests.builders import a_person
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_support, a_user, an_edition
from kladka.recruitment.actions import decide, see_proof
from kladka.recruitment.choices import Outcome
from kladka.recruitment.models import Application
from kladka.recruitment.tests.builders import a_ground, an_application

if TYPE_CHECKING:
    from kladka.accounts.models import User

pytestmark = pytest.mark.django_db

SIGNED = date(2026, 2, 2)
AT = datetime(2026, 2, 3, 9, tzinfo=UTC)
LATER = datetime(2026, 3, 9, 9, tzinfo=UTC)
FACTS = EntryFacts(education="isced_3", labour_status="unemployed", labour_detail="long_term")


def sign(
    person: Person | None = None,
    edition: Edition | None = None,
    *,
    on: date = SIGNED,
    related: Participation | None = None,
) -> Participation:
    return sign_agreement(
        who=Entrant(person=person or a_person(), edition=edition or an_edition(), related=related),
        paper=Paper(signed_on=on),
        by=a_user(),
        at=AT,
    )


def declare(one: Participation, facts: EntryFacts = FACTS, by: "User | None" = None) -> EntryDeclaration:
    return record_entry_traits(
        participation=one,
        facts=facts,
        flags={"has_disability": "yes"},
        declared_on=SIGNED,
        by=by or a_user(),
        at=AT,
    )


def test_an_agreement_opens_a_participation_that_has_not_started() -> None:
    person, edition = a_person(), an_edition()

    one = sign(person, edition)

    assert (one.number, one.kind, one.opened_on, one.started_on) == ("U/1", Kind.PARTICIPANT, SIGNED, None)
    assert list(one.agreements.values_list("kind", "number", "signed_on")) == [("agreement", "U/1", SIGNED)]
    assert list(Involvement.objects.values_list("person", "edition", "number")) == [
        (person.pk, edition.pk, "U/1")
    ]
    assert [line.what for line in trail_of(one)] == ["agreement signed"]


def test_numbers_count_in_each_edition_and_each_kind() -> None:
    edition = an_edition()
    first = sign(edition=edition)

    numbers = [
        first.number,
        sign(edition=edition).number,
        sign(edition=edition, related=first).number,
        sign().number,
    ]

    assert numbers == ["U/1", "U/2", "O/1", "U/1"]


def test_nobody_takes_part_in_an_edition_twice() -> None:
    one = sign()

    with pytest.raises(errors.AlreadyTakesPart):
        sign(one.person, one.edition)


def test_who_left_comes_back_to_the_same_participation() -> None:
    one = sign()
    record_exit(
        participation=one,
        left_on=SIGNED,
        reason=ExitReason.RESIGNED,
        path_completed=False,
        by=a_user(),
        at=AT,
    )

    with pytest.raises(errors.TookPartBefore, match=r"until Feb. 2, 2026"):
        sign(one.person, one.edition)


def test_the_close_environment_is_of_somebody_in_the_same_edition() -> None:
    elsewhere = a_participation()

    with pytest.raises(errors.RelatedMissing):
        sign(related=elsewhere)


@pytest.mark.parametrize(
    ("day", "refusal"),
    [(date(2026, 2, 4), errors.SignedInFuture), (date(2026, 2, 1), errors.SignedAfterEdition)],
)
def test_a_paper_of_the_future_or_of_a_past_edition_is_refused(day: date, refusal: type[Exception]) -> None:
    edition = an_edition(ends=date(2026, 1, 31))

    with pytest.raises(refusal):
        sign(edition=edition, on=day)


def test_a_further_agreement_is_kept_once() -> None:
    one = sign()
    contract = Paper(signed_on=SIGNED, kind=AgreementKind.SOCIAL_CONTRACT, number="KS/7")

    for _ in range(2):
        add_agreement(participation=one, paper=contract, by=a_user(), at=AT)

    assert sorted(one.agreements.values_list("kind", "number")) == [
        ("agreement", "U/1"),
        ("social_contract", "KS/7"),
    ]


def test_a_declaration_is_kept_and_its_flags_stay_with_the_person() -> None:
    one = sign()

    declare(one)

    assert list(EntryDeclaration.objects.values_list("participation", "education", "declared_on")) == [
        (one.pk, "isced_3", SIGNED)
    ]
    assert SensitiveTraits.objects.get(person=one.person).has_disability == "yes"


def test_a_declaration_may_change_until_the_first_support() -> None:
    one = sign()
    declare(one)

    declare(one, EntryFacts(education="isced_1"))

    kept = EntryDeclaration.objects.get(participation=one)
    assert (kept.education, kept.labour_status) == ("isced_1", "")


def test_a_detail_of_another_status_is_refused() -> None:
    with pytest.raises(errors.DetailOfOtherStatus):
        declare(sign(), EntryFacts(labour_status="employed", labour_detail="long_term"))


def test_what_is_frozen_is_not_declared_again() -> None:
    one = a_declared_participation()
    support = a_support(one.edition)
    row = Received(participation_id=one.pk, support_id=support.pk, first_on=SIGNED, last_on=SIGNED)
    restate_supports(source_kind=SourceKind.ACTIVITY, source_id=1, rows=[row], by=a_user(), at=AT)

    with pytest.raises(errors.AlreadyFrozen):
        declare(one)


def test_the_trail_of_a_declaration_says_what_was_answered() -> None:
    declaration = declare(sign(), EntryFacts(education="isced_3"), by=a_user("Ewa Nowak"))

    (line,) = trail_of(declaration)
    assert (line.who, line.what) == ("Ewa Nowak", "declaration of entry recorded")
    assert ("education", "upper secondary (ISCED 3)") in [(one.label, one.new) for one in line.changes]


def qualified() -> Application:
    application = an_application()
    decide(
        application=application,
        outcome=Outcome.QUALIFIED,
        decided_on=date(2026, 3, 3),
        by=a_user(),
        at=LATER,
    )
    return application


def test_a_qualified_application_becomes_a_participation() -> None:
    application = qualified()

    one = sign_agreement(who=application, paper=Paper(signed_on=date(2026, 3, 4)), by=a_user(), at=LATER)

    assert (one.application, one.person, one.edition) == (
        application,
        application.person,
        application.edition,
    )


def test_an_application_without_a_decision_is_refused() -> None:
    with pytest.raises(errors.NotQualified):
        sign_agreement(who=an_application(), paper=Paper(signed_on=date(2026, 3, 4)), by=a_user(), at=LATER)


def test_grounds_with_their_proof_are_frozen_at_entry_and_stay_through_a_move() -> None:
    edition = an_edition()
    proved, only_named = a_ground(edition), a_ground(edition)
    application = an_application(edition=edition, grounds=(proved, only_named))
    for claim in application.grounds.all():
        see_proof(claim=claim, evidence="Decyzja", by=a_user(), at=LATER)
    decide(
        application=application, outcome=Outcome.QUALIFIED, decided_on=date(2026, 3, 3), by=a_user(), at=LATER
    )
    application.grounds.filter(ground=only_named).update(seen_on=None, seen_by=None)
    one = sign_agreement(who=application, paper=Paper(signed_on=date(2026, 3, 4)), by=a_user(), at=LATER)
    record_entry_traits(
        participation=one, facts=FACTS, flags={}, declared_on=date(2026, 3, 4), by=a_user(), at=LATER
    )
    support = a_support(edition)
    for source, day in enumerate((date(2026, 3, 6), date(2026, 3, 5))):
        row = Received(participation_id=one.pk, support_id=support.pk, first_on=day, last_on=day)
        restate_supports(source_kind=SourceKind.ACTIVITY, source_id=source, rows=[row], by=a_user(), at=LATER)

    frozen = EntryGround.objects.order_by("snapshot__version").values_list("snapshot__version", "ground")
    assert list(frozen) == [(1, proved.pk), (2, proved.pk)]
