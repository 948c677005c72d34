from datetime import UTC, date, datetime, timedelta

import pytest

from kladka.audit.models import Entry
from kladka.core.errors import DomainError
from kladka.people.models import Involvement, Person
from kladka.people.rules import Details
from kladka.people.tests.builders import a_person, a_pesel
from kladka.programmes.choices import Precision, TeamRole
from kladka.programmes.tests.builders import a_role, a_user, an_edition, an_offer
from kladka.recruitment import actions, queries
from kladka.recruitment.actions import Applicant, Submission
from kladka.recruitment.models import Application
from kladka.recruitment.tests.builders import CAME, NOW, a_ground, a_round, an_application

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 9)


def submit(person: Person | Applicant, submission: Submission) -> Application:
    return actions.submit_application(applicant=person, submission=submission, by=a_user(), at=NOW)


def test_applications_are_numbered_in_their_edition_and_make_the_person_findable() -> None:
    edition, clerk = an_edition(), a_user()
    a_role(clerk, TeamRole.SOCIAL_WORKER, edition=edition)
    first, second = an_application(edition=edition), an_application(edition=edition)
    other = an_application()

    found = [str(one) for one in Person.objects.visible_to(clerk).matching("z-0002")]

    assert [one.number for one in (first, second, other)] == ["Z-0001", "Z-0002", "Z-0001"]
    assert found == [str(second.person)]
    assert list(Application.objects.visible_to(clerk)) == [first, second]
    assert Entry.objects.filter(verb="recruitment.application_submitted").count() == 3


def test_an_applicant_is_made_when_nobody_has_the_pesel_and_found_when_somebody_has() -> None:
    edition, offer = an_edition(), an_offer()
    details = Details(first_name="Ewa", last_name="Łąkowa", pesel=a_pesel())
    first = submit(Applicant(details=details), Submission(edition=edition, received_at=CAME))

    again = Details(first_name="E.", last_name=" ŁĄKOWA ", pesel=details.pesel)
    second = submit(
        Applicant(details=again), Submission(edition=offer.edition, offer=offer, received_at=CAME)
    )

    assert (first.person, str(first.person), Person.objects.count()) == (second.person, "Łąkowa Ewa", 1)
    assert Involvement.objects.filter(edition=offer.edition).count() == 2


def test_a_pesel_of_somebody_with_another_surname_is_refused() -> None:
    known = a_person("Malinowa")
    details = Details(first_name="Ewa", last_name="Łąkowa", pesel=known.pesel or "")

    with pytest.raises(DomainError, match="this PESEL has another surname"):
        submit(Applicant(details=details), Submission(edition=an_edition(), received_at=CAME))


def test_a_pesel_that_is_already_in_the_edition_is_told_its_application() -> None:
    ana, edition = a_person(), an_edition()
    an_application(ana, edition=edition)
    again = Applicant(details=Details(first_name="Anna", last_name="Malinowa", pesel=ana.pesel or ""))

    with pytest.raises(DomainError) as refusal:
        submit(again, Submission(edition=edition, received_at=CAME))

    assert str(refusal.value) == (
        "This person has already applied here: open application Z-0001 instead of entering another."
    )
    assert Application.objects.count() == 1


def test_who_withdrew_may_apply_again() -> None:
    ana, edition = a_person(), an_edition()
    first = an_application(ana, edition=edition)
    for _ in range(2):
        actions.withdraw(application=first, on=DAY, by=a_user(), at=NOW)

    second = an_application(ana, edition=edition)

    assert ([one.number for one in Application.objects.withdrawn()], second.number) == (["Z-0001"], "Z-0002")


def test_a_withdrawal_comes_after_the_application() -> None:
    with pytest.raises(DomainError, match="Correct the day of the withdrawal"):
        actions.withdraw(application=an_application(), on=date(2026, 3, 1), by=a_user(), at=NOW)


@pytest.mark.parametrize(
    ("given", "days"),
    [
        ({"opens": date(2026, 3, 3)}, "March 3, 2026 – …"),
        ({"closes": date(2026, 3, 1)}, "… – March 1, 2026"),
        ({"closes": date(2026, 2, 1), "closes_precision": Precision.MONTH}, "… – Feb. 28, 2026"),
    ],
)
def test_a_round_takes_applications_only_while_it_is_open(given: dict[str, object], days: str) -> None:
    edition = an_edition()
    submission = Submission(edition=edition, round=a_round(edition, **given), received_at=CAME)

    with pytest.raises(DomainError) as refusal:
        submit(a_person(), submission)

    assert str(refusal.value) == (
        f"Choose another round or another day: this round takes applications {days}."
    )


def test_what_belongs_to_another_edition_or_to_tomorrow_is_refused() -> None:
    edition = an_edition()
    wrong = [
        Submission(edition=edition, offer=an_offer(), received_at=CAME),
        Submission(edition=edition, grounds=[a_ground()], received_at=CAME),
        Submission(edition=edition, received_at=NOW + timedelta(days=1)),
    ]

    refusals = []
    for submission in wrong:
        with pytest.raises(DomainError) as refusal:
            submit(a_person(), submission)
        refusals.append(str(refusal.value))

    assert refusals == [
        "Choose a round, an offer and grounds of the same edition.",
        "Choose a round, an offer and grounds of the same edition.",
        "Correct the day on which the application came: it has not come yet.",
    ]
    assert Application.objects.count() == 0


def test_nobody_is_their_own_close_environment() -> None:
    ana = a_person()

    with pytest.raises(DomainError, match="nobody is close to themselves"):
        submit(ana, Submission(edition=an_edition(), related_to=ana, received_at=CAME))


def test_an_application_late_in_the_evening_came_on_that_day_here() -> None:
    edition = an_edition()
    spring = a_round(edition, opens=date(2026, 3, 3))
    late = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)

    application = an_application(edition=edition, round=spring, received_at=late)

    assert queries.case_of(application).received_on == date(2026, 3, 3)
