from typing import TYPE_CHECKING, Any

import pytest

from kladka.core.clock import today
from kladka.programmes.access import (
    CASE_WORK,
    LEADING,
    can_manage_users,
    roles_of,
    works_as,
    works_in_programmes,
)
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import TeamMember
from kladka.programmes.tests.builders import a_role, a_task, a_user, an_edition, an_offer

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

    from kladka.accounts.models import User

pytestmark = pytest.mark.django_db


def test_a_role_covers_what_it_is_narrowed_to_and_nothing_wider() -> None:
    edition = an_edition()
    task, offer = a_task(edition), an_offer(edition)
    wide, exact, narrow, everywhere = a_user(), a_user(), a_user(), a_user()
    a_role(wide, TeamRole.COORDINATOR, edition)
    a_role(exact, TeamRole.COORDINATOR, edition, task=task)
    a_role(narrow, TeamRole.COORDINATOR, edition, offer=offer)
    a_role(everywhere, TeamRole.COORDINATOR)

    def where(user: "User") -> list[bool]:
        places: tuple[dict[str, Any], ...] = (
            {},
            {"edition": an_edition()},
            {"edition": edition},
            {"edition": edition, "task": task},
            {"edition": edition, "offer": offer},
        )
        return [works_as(user, LEADING, **place) for place in places]

    assert [where(user) for user in (wide, exact, narrow, everywhere)] == [
        [False, False, True, True, True],
        [False, False, False, True, False],
        [False, False, False, False, True],
        [True, True, True, True, True],
    ]


def test_the_roles_of_the_user_of_a_request_are_asked_once(
    django_assert_num_queries: "DjangoAssertNumQueries",
) -> None:
    user, edition = a_user(), an_edition()
    role = a_role(user, TeamRole.COORDINATOR, edition)
    user.notebook = {}

    with django_assert_num_queries(1):
        said = (
            works_as(user, CASE_WORK, edition=edition),
            works_in_programmes(user),
            can_manage_users(user),
            roles_of(user, on=today()),
        )
    assert said == (True, True, False, [role])


def test_outside_a_request_nothing_is_kept(django_assert_num_queries: "DjangoAssertNumQueries") -> None:
    user = a_user()

    with django_assert_num_queries(2):
        assert [works_in_programmes(user), works_in_programmes(user)] == [False, False]


def test_a_role_taken_away_is_gone_with_the_next_request_of_the_same_session(client: "Client") -> None:
    user = a_user()
    a_role(user, TeamRole.COORDINATOR)
    client.force_login(user)
    before = client.get("/desk/people/").status_code

    TeamMember.objects.filter(user=user).delete()

    assert (before, client.get("/desk/people/").status_code, user.notebook) == (200, 403, None)
