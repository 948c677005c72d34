"""One visit at the desk: from the name to the signed agreement on three pages."""

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from kladka.audit.models import Reading
from kladka.core.clock import now
from kladka.desk.views.papers import package_of
from kladka.participation.models import Participation
from kladka.people.tests.builders import a_person, a_pesel
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition, TeamMember
from kladka.programmes.tests.builders import a_role, a_user, an_edition
from kladka.recruitment import actions
from kladka.recruitment.models import Application, Draft, Ground
from kladka.recruitment.tests.builders import a_ground, an_application

if TYPE_CHECKING:
    from django.test import Client, RequestFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]
TODAY = date(2026, 3, 10)
START = "/desk/visit/"


@pytest.fixture
def in_march(settings: Any) -> None:
    settings.CLOCK = TODAY


@pytest.fixture
def edition(client: "Client") -> Edition:
    edition, worker = an_edition(), a_user("Piotr Pracownik")
    a_role(worker, TeamRole.SOCIAL_WORKER, edition)
    client.force_login(worker)
    return edition


@pytest.fixture
def ground(edition: Edition) -> Ground:
    return a_ground(edition)


def somebody(**given: str) -> dict[str, str]:
    said = {"last_name": "Łąkowa", "first_name": "Ewa", "citizenship": "polish", "language": "pl"}
    return {**said, "pesel": a_pesel(), "phone": "600 100 200", **given}


def decided(ground: Ground, **given: str) -> dict[str, str]:
    seen = {f"ground-{ground.pk}": "on", f"seen-{ground.pk}": "zaświadczenie z 3 marca"}
    return {**seen, "is_complete": "on", "outcome": "qualified", "reason": "", **given}


def signed(**given: str) -> dict[str, str]:
    day = TODAY.isoformat()
    said = {"declared_on": day, "notice_given_on": day, "kind": "agreement"}
    return {**said, "education": "isced_3", "labour_status": "inactive", "has_disability": "no", **given}


def after(answer: Any) -> str:
    """Where an accepted page leads to."""
    assert answer.status_code == 302
    return str(answer.headers["Location"])


def test_one_visit_ends_with_a_signed_agreement(client: "Client", edition: Edition, ground: Ground) -> None:
    begins = after(client.get(START))
    page_two = after(client.post(begins, somebody(building="4", street="Kwiatowa", locality="Test")))
    page_three = after(client.post(page_two, decided(ground)))
    done = after(client.post(page_three, signed()))

    one = Application.objects.get()
    participation = Participation.objects.get(application=one)
    claim = one.grounds.get()
    assert (begins, one.edition, one.channel, one.is_complete) == (
        f"{START}{edition.pk}/",
        edition,
        "in_person",
        True,
    )
    assert (claim.evidence, claim.seen_on, str(claim.seen_by)) == (
        "zaświadczenie z 3 marca",
        TODAY,
        "Piotr Pracownik",
    )
    assert [str(home.address) for home in one.person.addresses.all()] == ["ul. Kwiatowa 4, Test"]
    declared = participation.declared
    assert declared is not None
    assert (declared.education, declared.declared_on) == ("isced_3", TODAY)
    assert participation.number in client.get(done).content.decode()


def test_the_package_printed_after_the_visit_says_what_was_declared(
    client: "Client", edition: Edition, ground: Ground, rf: "RequestFactory"
) -> None:
    one = an_application(edition=edition)
    client.post(f"{START}application/{one.pk}/", decided(ground))
    client.post(f"{START}application/{one.pk}/agreement/", signed())
    request = rf.get("/")
    request.user = TeamMember.objects.get(edition=edition).user

    content: Any = package_of(request, one).content  # type: ignore[arg-type]

    assert (content["status"]["education"], content["status"]["labour"]) == ("isced_3", "inactive")


def test_what_is_known_is_not_asked_again(client: "Client", edition: Edition, ground: Ground) -> None:
    person = a_person()
    one = an_application(person, edition=edition, is_complete=False)

    goes_on = client.get(f"{START}{edition.pk}/?person={person.public_id}")

    assert after(goes_on) == f"{START}application/{one.pk}/"
    assert ground.title in client.get(goes_on.headers["Location"]).content.decode()


def test_a_pesel_with_an_application_leads_to_it(client: "Client", edition: Edition, ground: Ground) -> None:
    person = a_person("Łąkowa", "Ewa")
    one = an_application(person, edition=edition, is_complete=False)

    answer = client.post(f"{START}{edition.pk}/", somebody(pesel=person.pesel or ""))

    assert (after(answer), Application.objects.count(), ground.edition) == (
        f"{START}application/{one.pk}/",
        1,
        edition,
    )


def test_a_refused_decision_keeps_what_was_seen(client: "Client", edition: Edition, ground: Ground) -> None:
    one = an_application(edition=edition, is_complete=False)

    answer = client.post(f"{START}application/{one.pk}/", decided(ground, is_complete=""))

    assert (answer.status_code, one.grounds.get().evidence) == (422, "zaświadczenie z 3 marca")
    assert 'value="zaświadczenie z 3 marca"' in answer.content.decode()
    assert one.decisions.count() == 0


def test_a_refused_signature_signs_nothing_and_keeps_the_answers(
    client: "Client", edition: Edition, ground: Ground
) -> None:
    one = an_application(edition=edition)
    client.post(f"{START}application/{one.pk}/", decided(ground))

    answer = client.post(
        f"{START}application/{one.pk}/agreement/", signed(labour_detail="other", occupation="krawcowa")
    )
    late = client.post(f"{START}application/{one.pk}/agreement/", signed(declared_on="2026-03-11"))

    assert (answer.status_code, late.status_code, Participation.objects.count()) == (422, 422, 0)
    assert 'value="krawcowa"' in answer.content.decode()


def test_an_interrupted_visit_goes_on_where_it_stopped(
    client: "Client", edition: Edition, ground: Ground
) -> None:
    one = an_application(edition=edition)
    decision, agreement, done = (
        f"{START}application/{one.pk}/{word}" for word in ("", "agreement/", "done/")
    )

    early = after(client.get(done))
    client.post(decision, decided(ground))
    later = after(client.get(decision))
    client.post(agreement, signed())
    last = after(client.get(agreement))

    assert (early, later, last) == (decision, agreement, done)


def test_who_is_refused_has_a_page_of_the_application(
    client: "Client", edition: Edition, ground: Ground
) -> None:
    one = an_application(edition=edition)

    answer = client.post(
        f"{START}application/{one.pk}/",
        decided(ground, outcome="not_qualified", reason="mieszka w innej gminie"),
    )

    assert after(answer) == f"/desk/recruitment/{one.pk}/"


def test_an_applicant_of_the_portal_in_doubt_shows_a_document_first(
    client: "Client", edition: Edition, ground: Ground
) -> None:
    one = an_application(edition=edition)
    draft, _secret = actions.start_draft(edition=edition, language="pl", at=now())
    Draft.objects.filter(pk=draft.pk).update(application=one, doubt="namesake")

    without = client.post(f"{START}application/{one.pk}/", decided(ground))
    after(client.post(f"{START}application/{one.pk}/", decided(ground, identity_seen="on")))

    assert without.status_code == 422
    assert Draft.objects.get().is_in_doubt is False


def test_reading_the_sensitive_answers_is_logged(client: "Client", edition: Edition, ground: Ground) -> None:
    one = an_application(edition=edition)
    client.post(f"{START}application/{one.pk}/", decided(ground))

    client.get(f"{START}application/{one.pk}/agreement/")

    assert Reading.objects.filter(person=one.person.public_id).count() == 1


def test_today_and_the_list_of_people_lead_to_the_visit(client: "Client", edition: Edition) -> None:
    pages = [client.get(address).content.decode() for address in ("/desk/", "/desk/people/")]

    assert [f'href="{START}"' in page for page in pages] == [True, True], edition
