"""Pages of a participation, asked for as a social worker's browser does."""

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from kladka.audit.models import Reading
from kladka.participation.actions import restate_supports
from kladka.participation.choices import SourceKind
from kladka.participation.models import Exit, FollowUp, Outcome, Participation, PlanStep
from kladka.participation.rules import Received
from kladka.participation.tests.builders import a_declared_participation, a_participation
from kladka.people.models import Person, SensitiveTraits
from kladka.people.tests.builders import an_involvement
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import MOMENT, a_role, a_support, a_user, an_edition

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import Settings

    from kladka.accounts.models import User

pytestmark = pytest.mark.django_db

MONDAY, TODAY = date(2026, 3, 2), date(2026, 4, 7)


@pytest.fixture(autouse=True)
def _today_in_english(settings: "Settings") -> None:
    settings.CLOCK = TODAY
    settings.LANGUAGE_CODE = "en"


def a_worker(edition: Edition, role: TeamRole = TeamRole.SOCIAL_WORKER) -> "User":
    user = a_user()
    a_role(user, role, edition)
    return user


def page(name: str, one: Participation) -> str:
    return reverse(f"participation:{name}", args=[one.pk])


def a_started() -> Participation:
    one = a_declared_participation()
    row = Received(
        participation_id=one.pk,
        support_id=a_support(one.edition).pk,
        first_on=MONDAY,
        last_on=MONDAY,
        minutes=90,
    )
    restate_supports(
        source_kind=SourceKind.ACTIVITY,
        source_id=1,
        rows=[row],
        by=a_user(),
        at=MOMENT.replace(month=4, day=7),
    )
    one.refresh_from_db()
    return one


ENTRY = {"declared_on": "2026-02-02", "education": "isced_3", "labour_status": "inactive", "homeless": "no"}


def test_an_agreement_is_signed_for_a_person(client: "Client") -> None:
    edition = an_edition()
    person = an_involvement(edition=edition).person
    client.force_login(a_worker(edition))

    answer = client.post(
        reverse("participation:agreement", args=[person.public_id]),
        {"edition": edition.pk, "kind": "declaration", "signed_on": "2026-04-01"},
    )

    one = Participation.objects.get(person=person)
    assert (answer.status_code, answer.headers["Location"]) == (302, page("participation", one))
    assert (one.opened_on, one.agreements.get().kind) == (date(2026, 4, 1), "declaration")


def test_a_number_of_nobody_is_refused_and_nothing_typed_is_lost(client: "Client") -> None:
    edition = an_edition()
    person = an_involvement(edition=edition).person
    client.force_login(a_worker(edition))

    answer = client.post(
        reverse("participation:agreement", args=[person.public_id]),
        {"edition": edition.pk, "kind": "agreement", "signed_on": "2026-04-01", "related": "U/99"},
    )

    text = answer.content.decode()
    assert answer.status_code == 422
    assert "that person must take part already" in text
    assert 'value="U/99"' in text
    assert Participation.objects.count() == 0


def test_a_declaration_is_written_down_and_the_reading_logged(client: "Client") -> None:
    one = a_participation()
    client.force_login(a_worker(one.edition))

    shown = client.get(page("entry", one))
    saved = client.post(page("entry", one), ENTRY)

    one.refresh_from_db()
    assert (shown.status_code, saved.status_code) == (200, 302)
    assert (one.declaration.education, one.declaration.declared_on) == ("isced_3", date(2026, 2, 2))
    assert SensitiveTraits.objects.get(person=one.person).homeless == "no"
    assert set(Reading.objects.values_list("person", flat=True)) == {one.person.public_id}


def test_a_wrong_detail_is_refused_with_one_sentence(client: "Client") -> None:
    one = a_participation()
    client.force_login(a_worker(one.edition))

    answer = client.post(page("entry", one), {**ENTRY, "labour_detail": "long_term"})

    assert answer.status_code == 422
    assert "it belongs to another status on the labour market" in answer.content.decode()


def test_after_the_start_the_declaration_leads_to_the_amendment(client: "Client") -> None:
    one = a_started()
    client.force_login(a_worker(one.edition))

    assert client.get(page("entry", one)).headers["Location"] == page("amendment", one)


def amended(client: "Client", one: Participation, **changed: str) -> int:
    """Send back what the page shows, with some of it changed."""
    form = client.get(page("amendment", one)).context["form"]
    data = {name: value for name, value in form.initial.items() if value != ""}
    return client.post(page("amendment", one), {**data, **changed}).status_code


def test_only_what_was_changed_is_amended(client: "Client") -> None:
    one = a_started()
    client.force_login(a_worker(one.edition))

    status = amended(client, one, education="isced_1", has_disability="yes", reason="Świadectwo")

    assert status == 302
    assert list(one.amendments.order_by("field").values_list("field", "old", "new", "reason")) == [
        ("education", "isced_3", "isced_1", "Świadectwo"),
        ("has_disability", "", "yes", "Świadectwo"),
    ]


def test_an_amendment_without_a_change_or_a_reason_is_refused(client: "Client") -> None:
    one = a_started()
    client.force_login(a_worker(one.edition))

    assert [amended(client, one, reason="Pomyłka"), amended(client, one, education="isced_1")] == [422, 422]


def test_the_end_and_the_follow_up_are_written_down(client: "Client") -> None:
    one = a_started()
    client.force_login(a_worker(one.edition))

    ended = client.post(
        page("exit", one), {"left_on": "2026-03-02", "reason": "completed", "path_completed": "True"}
    )
    asked = client.post(
        page("follow_up", one),
        {"done_on": "2026-03-30", "situation": "employed", "happened_on": "2026-03-20"},
    )

    assert (ended.status_code, asked.status_code) == (302, 302)
    assert Exit.objects.get(participation=one).path_completed is True
    assert FollowUp.objects.get(participation=one).done_on == date(2026, 3, 30)
    assert list(Outcome.objects.values_list("situation", flat=True)) == ["employed"]


def test_somebody_comes_back(client: "Client") -> None:
    one = a_started()
    client.force_login(a_worker(one.edition))
    client.post(page("exit", one), {"left_on": "2026-03-02", "reason": "resigned", "path_completed": "False"})

    client.post(page("reopening", one), {"reason": "Wraca"})

    one.refresh_from_db()
    assert one.left_on is None


def test_an_outcome_of_tomorrow_is_refused(client: "Client") -> None:
    one = a_started()
    client.force_login(a_worker(one.edition))

    answer = client.post(page("outcome", one), {"situation": "employed", "happened_on": "2026-04-08"})

    assert (answer.status_code, Outcome.objects.count()) == (422, 0)


def test_a_plan_holds_what_was_ticked_or_filled(client: "Client") -> None:
    one = a_participation()
    advice, course, unused = (a_support(one.edition, position=place) for place in range(3))
    client.force_login(a_worker(one.edition))

    answer = client.post(
        page("plan", one),
        {
            "agreed_on": "2026-04-01",
            f"planned-{advice.pk}": "on",
            f"hours-{course.pk}": "1.5",
            f"from-{course.pk}": "2026-04-10",
        },
    )

    assert answer.status_code == 302
    rows = PlanStep.objects.values_list("support", "planned_minutes", "planned_from")
    assert list(rows) == [(advice.pk, None, None), (course.pk, 90, date(2026, 4, 10))]
    assert unused.pk not in {row[0] for row in rows}


def test_the_page_shows_state_hours_and_history(client: "Client") -> None:
    one = a_started()
    client.force_login(a_worker(one.edition))

    text = client.get(page("participation", one)).content.decode()

    for words in ("participant", "1 h", "30 min", "first support", "Amend with a reason", "Still missing"):
        assert words in text.replace("\xa0", " ")


PAGES = ("entry", "amendment", "plan", "outcome", "exit", "reopening", "follow_up")


@pytest.mark.parametrize("name", PAGES)
def test_who_may_only_look_is_told_so(client: "Client", name: str) -> None:
    one = a_started()
    client.force_login(a_worker(one.edition, TeamRole.CONTROLLER))

    seen, refused = client.get(page("participation", one)), client.get(page(name, one))

    assert (seen.status_code, refused.status_code) == (200, 403)
    assert "Amend with a reason" not in seen.content.decode()


@pytest.mark.parametrize("name", ["participation", *PAGES])
def test_who_works_elsewhere_finds_nothing(client: "Client", name: str) -> None:
    one = a_started()
    client.force_login(a_worker(an_edition()))

    assert client.get(page(name, one)).status_code == 404


def test_a_person_of_another_programme_cannot_be_signed(client: "Client") -> None:
    person: Person = an_involvement().person
    client.force_login(a_worker(an_edition()))

    assert client.get(reverse("participation:agreement", args=[person.public_id])).status_code == 404
