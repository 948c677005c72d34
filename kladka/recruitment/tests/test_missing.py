"""What is missing in an application: noted, found by the checks, brought."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from kladka.core.clock import today
from kladka.core.errors import DomainError
from kladka.people.tests.builders import a_person
from kladka.programmes.choices import TeamRole
from kladka.programmes.tests.builders import a_role, a_user, an_edition
from kladka.recruitment import actions, lists
from kladka.recruitment.choices import Bringer, Outcome
from kladka.recruitment.models import Application, GroundClaim, MissingThing
from kladka.recruitment.tasks import Lacks, Task, lacks_of
from kladka.recruitment.tests.builders import NOW, a_ground, a_round, an_application

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

    from kladka.accounts.models import User

pytestmark = pytest.mark.django_db
FRIDAY = date(2026, 3, 13)


@pytest.fixture
def worker(municipality: object, client: "Client") -> "User":  # noqa: ARG001
    user = a_user()
    a_role(user, TeamRole.SOCIAL_WORKER, edition=an_edition())
    client.force_login(user)
    return user


def noted(one: Application, what: str = "signature", due_on: date = FRIDAY) -> MissingThing:
    given: Any = {"what": what, "brings": Bringer.GUARDIAN, "due_on": due_on}
    return actions.note_missing(application=one, **given, by=a_user(), at=NOW)


def test_the_list_names_what_was_noted_and_what_the_checks_miss(db: None) -> None:  # noqa: ARG001
    edition = an_edition()
    spring = a_round(edition, closes=date(2026, 3, 20), closes_precision="day")
    ground = a_ground(edition)
    one, other = (an_application(edition=edition, round=spring, is_complete=False) for _ in range(2))
    GroundClaim.objects.create(application=one, ground=ground)
    thing = noted(one)

    found = lacks_of([one, other], on=date(2026, 3, 16))

    until: Any = {"brings": "the applicant", "due_on": date(2026, 3, 20)}
    assert found == {
        one.pk: Lacks(
            tasks=(
                Task(what="signature", brings="the guardian", due_on=FRIDAY, is_late=True, thing=thing),
                Task(what="a paper that proves a ground, to be seen", **until),
            )
        ),
        other.pk: Lacks(
            tasks=(
                Task(what="the whole set of papers, signed", **until),
                Task(what="an answer: on which ground the person may take part", **until),
            )
        ),
    }


def test_a_complete_set_waits_again_for_what_is_noted_and_is_complete_with_all_of_it(db: None) -> None:  # noqa: ARG001
    one, clerk = an_application(), a_user()
    first, second = noted(one), noted(one, "certificate")
    one.refresh_from_db()
    was_complete = one.is_complete

    actions.take_missing(thing=first, by=clerk, at=NOW)
    actions.take_missing(thing=first, by=a_user(), at=NOW + timedelta(days=1))
    actions.mark_complete(application=one, by=clerk, at=NOW)

    rows = MissingThing.objects.order_by("pk").values_list("pk", "brought_on", "taken_by")
    assert was_complete is False
    assert list(rows) == [(first.pk, NOW.date(), clerk.pk), (second.pk, NOW.date(), clerk.pk)]
    assert Application.objects.get().is_complete


def test_nothing_is_noted_too_late(db: None) -> None:  # noqa: ARG001
    one = an_application()

    with pytest.raises(DomainError, match="today or later"):
        noted(one, due_on=date(2026, 3, 8))
    actions.decide(application=one, outcome=Outcome.RESERVE, decided_on=NOW.date(), by=a_user(), at=NOW)
    with pytest.raises(DomainError, match="is decided"):
        noted(one)


@pytest.mark.usefixtures("worker")
def test_a_missing_paper_is_noted_on_its_page_and_seen_in_the_list(client: "Client", worker: "User") -> None:
    one = an_application(a_person("Agrest"), edition=worker.roles.get().edition)
    page = reverse("recruitment:missing", args=[one.pk])
    said = {"what": "orzeczenie", "brings": "office", "due_on": today().isoformat()}

    refused = client.post(page, {**said, "what": ""})
    client.post(page, said)

    thing = MissingThing.objects.get()
    listed = client.get(reverse("recruitment:applications")).content.decode()
    shown = client.get(reverse("recruitment:application", args=[one.pk])).content.decode()
    assert (refused.status_code, refused.context["form"]["brings"].value()) == (422, "office")
    assert "Napisz, jakiego dokumentu lub jakiej odpowiedzi brakuje." in refused.content.decode()
    assert ("orzeczenie" in listed, "inny urząd" in listed, "orzeczenie" in shown) == (True, True, True)
    client.post(reverse("recruitment:brought", args=[one.pk, thing.pk]))
    assert lists.rows(lists.with_details(Application.objects.all()), on=today())[0].tasks[0].thing is None


def test_lists_ask_as_often_for_one_as_for_many(
    db: None,  # noqa: ARG001
    django_assert_num_queries: "DjangoAssertNumQueries",
) -> None:
    edition = an_edition()
    noted(an_application(edition=edition))
    with django_assert_num_queries(5) as one:
        lists.rows(lists.with_details(Application.objects.all()), on=FRIDAY)
    for _ in range(3):
        noted(an_application(edition=edition))
    with django_assert_num_queries(len(one)):
        lists.rows(lists.with_details(Application.objects.all()), on=FRIDAY)
