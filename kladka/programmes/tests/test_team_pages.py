from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from kladka.accounts.models import User
from kladka.core.clock import today
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import TeamMember
from kladka.programmes.tests.builders import a_role, a_user, an_edition, an_offer

pytestmark = pytest.mark.django_db

PASSWORD = "three-quiet-words"  # noqa: S105 - of nobody real


@pytest.fixture
def administrator(client: Client) -> User:
    user = a_user("Adam Administrator")
    a_role(user, TeamRole.ADMINISTRATOR)
    client.force_login(user)
    return user


def test_the_administrator_adds_a_user_and_gives_a_role(client: Client, administrator: User) -> None:
    offer = an_offer()
    new = {"name": "Anna Nowak", "email": "anna@example.org", "password": PASSWORD}
    added = client.post("/desk/users/add/", new)
    anna = User.objects.get(email="anna@example.org")
    assert added.headers["Location"] == f"/desk/users/{anna.pk}/"

    role = {"role": "commissioned", "place": f"offer-{offer.pk}", "from_day": "2026-01-05", "to_day": ""}
    assert client.post(f"/desk/users/{anna.pk}/role/", role).status_code == 302

    kept: object = TeamMember.objects.values_list("role", "edition", "offer", "task", "to_day").get(user=anna)
    assert kept == ("commissioned", offer.edition_id, offer.pk, None, None)
    page = client.get(f"/desk/users/{anna.pk}/").content.decode()
    assert "Klub Sąsiada" in page
    assert administrator.name in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"email": "anna"}, "Wpisz adres e-mail, na przykład"),
        ({"password": "short"}, "ds-error-summary"),
        ({"name": "A" * 300}, "najwyżej 150"),
        ({"name": "\0"}, "ds-error-summary"),
    ],
)
@pytest.mark.usefixtures("administrator")
def test_a_refused_user_keeps_what_was_written(client: Client, wrong: dict[str, str], said: str) -> None:
    new = {"name": "Anna Nowak", "email": "anna@example.org", "password": PASSWORD, **wrong}
    answer = client.post("/desk/users/add/", new)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "email" in wrong or "anna@example.org" in page
    assert PASSWORD not in page


@pytest.mark.usefixtures("administrator")
def test_a_refused_role_says_what_to_choose(client: Client) -> None:
    anna = a_user()
    role = {"role": "partner", "place": f"edition-{an_edition().pk}", "from_day": "2026-01-05"}
    answer = client.post(f"/desk/users/{anna.pk}/role/", role)

    assert answer.status_code == 422
    assert "Wybierz zadanie albo ofertę" in answer.content.decode()


@pytest.mark.usefixtures("administrator")
def test_a_role_is_ended_on_its_page(client: Client) -> None:
    member = a_role(a_user(), TeamRole.COORDINATOR, an_edition())
    yesterday = today() - timedelta(days=1)
    client.post(f"/desk/roles/{member.pk}/end/", {"on": yesterday.isoformat(), "reason": "left"})

    member.refresh_from_db()
    assert member.to_day == yesterday
    assert "Zakończ rolę" not in client.get(f"/desk/users/{member.user_id}/").content.decode()


@pytest.mark.usefixtures("administrator")
def test_sign_in_is_stopped_and_allowed_and_a_password_set(client: Client) -> None:
    anna = a_user()
    for allowed in (False, True):
        client.post(f"/desk/users/{anna.pk}/sign-in/", {"reason": "long leave"})
        anna.refresh_from_db()
        assert anna.is_active is allowed
    client.post(f"/desk/users/{anna.pk}/password/", {"password": PASSWORD})
    client.post(f"/desk/users/{anna.pk}/second-factor/", {"reason": "lost telephone"})

    anna.refresh_from_db()
    assert anna.check_password(PASSWORD)


def test_an_administrator_cannot_shut_herself_out(client: Client, administrator: User) -> None:
    answer = client.post(f"/desk/users/{administrator.pk}/sign-in/", {"reason": "x"})

    assert answer.status_code == 422
    assert User.objects.get(pk=administrator.pk).is_active


@pytest.mark.usefixtures("administrator")
def test_the_list_downloads_with_its_roles(client: Client) -> None:
    a_role(a_user("Ewa Zając"), TeamRole.SPECIALIST, an_edition())
    answer = client.get("/desk/users/xlsx/")

    assert answer.status_code == 200
    assert answer.getvalue()[:2] == b"PK"


@pytest.mark.usefixtures("administrator")
@pytest.mark.parametrize("users", [1, 20])
def test_the_list_costs_the_same_for_many_users(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, users: int
) -> None:
    edition = an_edition()
    for _ in range(users):
        a_role(a_user(), TeamRole.SPECIALIST, edition)
    client.get("/desk/users/")

    with django_assert_num_queries(7):
        client.get("/desk/users/")


def test_nobody_else_finds_the_pages(client: Client) -> None:
    coordinator, anna = a_user(), a_user()
    a_role(coordinator, TeamRole.COORDINATOR)
    client.force_login(coordinator)

    assert [
        client.get(path).status_code
        for path in ("/desk/users/", "/desk/users/add/", f"/desk/users/{anna.pk}/")
    ] == [404, 404, 404]
    assert "Users" not in client.get("/desk/account/second-factor/").content.decode()
