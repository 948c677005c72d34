from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kladka.activities.actions import add_member
from kladka.activities.models import Group, GroupMembership
from kladka.activities.tests.builders import TEN, a_group
from kladka.participation.tests.builders import a_participation
from kladka.people.tests.builders import a_person
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_role, a_user, an_edition, an_offer

pytestmark = pytest.mark.django_db
TODAY = (TEN + timedelta(days=40)).date()


@pytest.fixture(autouse=True)
def _a_day_in_the_edition(settings: Any) -> None:
    settings.CLOCK = TODAY


@pytest.fixture
def edition(client: Client) -> Edition:
    """In which somebody signed in works as an organiser."""
    found, user = an_edition(), a_user()
    a_role(user, TeamRole.ORGANISER, found)
    client.force_login(user)
    return found


def page_of(group: Group) -> str:
    return reverse("activities:group", args=[group.pk])


def test_somebody_is_found_by_a_part_of_the_name_and_added(client: Client, edition: Edition) -> None:
    group = a_group(edition)
    ana = a_participation(person=a_person("Żurawinowa", "Ewa"), edition=edition)

    found = client.get(page_of(group), {"name": "zuraw"}).content.decode()
    said = {"participation": str(ana.pk), "from_day": "2026-04-01"}
    page = client.post(page_of(group), said, follow=True).content.decode()

    assert "Żurawinowa Ewa" in found
    assert "Żurawinowa Ewa: dopisano do grupy." in page
    assert list(GroupMembership.objects.values_list("participation", "from_day")) == [
        (ana.pk, date(2026, 4, 1))
    ]


def test_a_full_group_says_so_and_adds_nobody(client: Client, edition: Edition) -> None:
    group, ana = a_group(edition, places=0), a_participation(edition=edition)

    answer = client.post(page_of(group), {"participation": str(ana.pk), "from_day": "2026-04-01"})

    assert answer.status_code == 422
    assert "nie ma już miejsc" in answer.content.decode()
    assert not GroupMembership.objects.exists()


@pytest.mark.parametrize("key", ["", "0", "x", "99999999999999999999"])
def test_who_is_not_there_cannot_be_added(client: Client, edition: Edition, key: str) -> None:
    answer = client.post(page_of(a_group(edition)), {"participation": key, "from_day": "2026-04-01"})

    assert answer.status_code == 404


def test_the_last_day_is_written_and_must_not_be_before_the_first(client: Client, edition: Edition) -> None:
    group, ana = a_group(edition), a_participation(edition=edition)
    member = add_member(group=group, participation=ana, from_day=date(2026, 4, 1), by=a_user(), at=TEN)
    address = reverse("activities:membership_end", args=[group.pk, member.pk])

    refused = client.post(address, {"last_day": "2026-03-31"})
    client.post(address, {"last_day": "2026-04-10"})

    assert refused.status_code == 422
    assert GroupMembership.objects.get().to_day == date(2026, 4, 10)
    assert str(ana.person) not in client.get(page_of(group)).content.decode()


def test_a_group_of_another_offer_is_not_there(client: Client, edition: Edition) -> None:
    offer, trainer = an_offer(edition), a_user()
    a_role(trainer, TeamRole.COMMISSIONED, edition, offer=offer)
    client.force_login(trainer)
    mine, other = a_group(edition, offer=offer, title="Moja"), a_group(edition, title="Obca")

    listed = client.get(reverse("activities:groups")).content.decode()

    assert ("Moja" in listed, "Obca" in listed) == (True, False)
    assert [client.get(page_of(one)).status_code for one in (mine, other)] == [200, 404]


def test_a_controller_looks_and_changes_nothing(client: Client, edition: Edition) -> None:
    controller, group = a_user(), a_group(edition)
    a_role(controller, TeamRole.CONTROLLER, edition)
    client.force_login(controller)

    assert "Dopisz osobę" not in client.get(page_of(group)).content.decode()
    assert client.post(page_of(group), {"participation": "1", "from_day": "2026-04-01"}).status_code == 403


def test_lists_need_no_more_queries_for_many_rows(client: Client, edition: Edition) -> None:
    group, counted = a_group(edition), []
    for number in (1, 8):
        for _ in range(number):
            member = a_participation(person=a_person(), edition=edition)
            add_member(group=group, participation=member, from_day=date(2026, 4, 1), by=a_user(), at=TEN)
            a_group(edition)
        with CaptureQueriesContext(connection) as queries:
            client.get(page_of(group))
            client.get(reverse("activities:groups"))
        counted.append(len(queries))

    assert counted[0] == counted[1]
