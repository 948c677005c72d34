"""What the team sees of an application that a resident sent."""

import pytest
from django.test import Client

from kladka.audit.models import Entry
from kladka.people.tests.builders import a_person
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_role, a_user, an_edition
from kladka.recruitment import actions
from kladka.recruitment.models import Application, Draft
from kladka.recruitment.tests.builders import NOW, a_round, an_application

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(client: Client) -> Edition:
    edition, worker = an_edition(), a_user("Piotr Pracownik")
    a_role(worker, TeamRole.SOCIAL_WORKER, edition=edition)
    client.force_login(worker)
    return edition


def sent(edition: Edition, **given: object) -> Application:
    """As `send_draft` leaves it."""
    one = an_application(edition=edition, round=a_round(edition), is_complete=False)
    draft, _secret = actions.start_draft(edition=edition, language="pl", at=NOW)
    Draft.objects.filter(pk=draft.pk).update(application=one, for_whom="self", **given)
    return one


def page_of(client: Client, one: Application) -> str:
    return client.get(f"/desk/recruitment/{one.pk}/").content.decode()


def test_the_team_reads_what_to_check_and_meets_only_people_whom_it_may_see(
    client: Client, edition: Edition
) -> None:
    hidden, near = a_person("Skryta"), a_person("Bliska")
    an_application(near, edition=edition)
    first = sent(edition, doubt="pesel", pesel=hidden.pesel)
    second = sent(edition, doubt="pesel", pesel=near.pesel)

    pages = [page_of(client, one) for one in (first, second)]

    assert [("Skryta" in page, "Bliska" in page) for page in pages] == [(False, False), (False, True)]
    assert all("/identity/" in page for page in pages)


def test_who_has_seen_the_document_says_so_once(client: Client, edition: Edition) -> None:
    one = sent(edition, doubt="namesake")
    before = client.get("/desk/recruitment/").content.decode()

    for _ in range(2):
        client.post(f"/desk/recruitment/{one.pk}/identity/")

    after = client.get("/desk/recruitment/").content.decode()
    mark = 'data-color="warning"'
    assert (before.count(mark), after.count(mark)) == (1, 0)
    assert Entry.objects.filter(verb="recruitment.identity_checked").count() == 1
    assert "Piotr Pracownik" in page_of(client, one)


def test_an_application_of_the_desk_says_nothing_of_the_portal(client: Client, edition: Edition) -> None:
    one = an_application(edition=edition)

    assert "/identity/" not in page_of(client, one)


def test_who_is_in_doubt_is_not_put_on_the_main_list_before_a_document_is_seen(
    client: Client, edition: Edition
) -> None:
    one = sent(edition, doubt="namesake")
    actions.mark_complete(application=one, by=a_user(), at=NOW)
    decision = f"/desk/recruitment/{one.pk}/decision/"
    wanted = {"outcome": "qualified", "decided_on": "2026-03-09"}

    refused = client.post(decision, wanted)
    client.post(f"/desk/recruitment/{one.pk}/identity/")
    done = client.post(decision, wanted)

    page = refused.content.decode()
    assert (refused.status_code, "/desk/people/duplicates/" in page, done.status_code) == (422, True, 302)
    assert page.count("Zanim wpiszesz tę osobę na listę podstawową, obejrzyj dokument.") > 0
