from datetime import date
from typing import Any

import pytest

from kladka.accounts.models import User
from kladka.audit.queries import trail_of
from kladka.core.clock import today
from kladka.core.errors import Forbidden
from kladka.programmes import access, errors
from kladka.programmes.actions import end_role, give_role
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import TeamMember
from kladka.programmes.tests.builders import MOMENT, a_role, a_task, a_user, an_edition, an_offer

pytestmark = pytest.mark.django_db

JANUARY, MARCH, MAY = date(2026, 1, 1), date(2026, 3, 1), date(2026, 5, 1)


@pytest.fixture
def clerk(db: None) -> User:  # noqa: ARG001
    return a_user("Adam Administrator")


def given(clerk: User, user: User, role: TeamRole = TeamRole.SOCIAL_WORKER, **more: Any) -> TeamMember:
    return give_role(user=user, role=role, **{"from_day": JANUARY, **more}, by=clerk, at=MOMENT)


def test_give_role_counts_from_its_first_to_its_last_day(clerk: User) -> None:
    edition, user = an_edition(), a_user()
    member = given(clerk, user, edition=edition, from_day=JANUARY, to_day=MARCH)

    held = [
        access.works_as(user, {TeamRole.SOCIAL_WORKER}, edition=edition, on=day)
        for day in (date(2025, 12, 31), JANUARY, MARCH, date(2026, 3, 2))
    ]
    assert held == [False, True, True, False]
    assert [line.what for line in trail_of(member)] == ["role given"]


def test_give_role_refuses_the_same_again_while_it_runs(clerk: User) -> None:
    edition, user = an_edition(), a_user()
    given(clerk, user, edition=edition, from_day=JANUARY, to_day=MARCH)
    overlapping: list[dict[str, Any]] = [
        {"from_day": MARCH},
        {"from_day": date(2025, 1, 1)},
        {"to_day": MARCH},
    ]
    for days in overlapping:
        with pytest.raises(errors.RoleHeld):
            given(clerk, user, edition=edition, **days)

    given(clerk, user, edition=edition, from_day=date(2026, 3, 2))
    given(clerk, user, edition=an_edition())
    assert TeamMember.objects.count() == 3


def test_give_role_refuses_what_would_open_too_much(clerk: User) -> None:
    user, edition = a_user(), an_edition()
    refused: list[tuple[type[Exception], dict[str, Any]]] = [
        (errors.OutsiderWithoutTask, {"role": TeamRole.PARTNER, "edition": edition}),
        (errors.OutsiderWithoutTask, {"role": TeamRole.COMMISSIONED}),
        (errors.AdministratorInAnEdition, {"role": TeamRole.ADMINISTRATOR, "edition": edition}),
        (errors.PlacesDiffer, {"edition": edition, "task": a_task()}),
        (errors.PlacesDiffer, {"offer": an_offer()}),
        (errors.RoleEndsBeforeItBegins, {"from_day": MAY, "to_day": MARCH}),
    ]
    for error, more in refused:
        with pytest.raises(error):
            given(clerk, user, **more)

    assert TeamMember.objects.count() == 0


def test_a_role_in_an_offer_does_not_cover_its_edition_nor_another_offer(clerk: User) -> None:
    edition, trainer = an_edition(), a_user()
    mine, other = an_offer(edition), an_offer(edition)
    given(clerk, trainer, TeamRole.COMMISSIONED, edition=edition, offer=mine)
    roles = {TeamRole.COMMISSIONED}

    assert access.works_as(trainer, roles, edition=edition, offer=mine)
    assert not access.works_as(trainer, roles, edition=edition, offer=other)
    assert not access.works_as(trainer, roles, edition=edition)
    assert access.works_somewhere_as(trainer, roles)


def test_a_role_in_all_editions_covers_each(clerk: User) -> None:
    edition, controller = an_edition(), a_user()
    given(clerk, controller, TeamRole.CONTROLLER)

    assert access.works_as(controller, {TeamRole.CONTROLLER}, edition=edition, offer=an_offer(edition))


def test_end_role_writes_the_last_day_and_why(clerk: User) -> None:
    member = given(clerk, a_user(), edition=an_edition())
    end_role(member=member, on=MARCH, reason=" new job ", by=clerk, at=MOMENT)

    member.refresh_from_db()
    assert member.to_day == MARCH
    assert next((line.what, line.reason) for line in trail_of(member)) == ("role ended", "new job")


def test_end_role_refuses_a_day_before_the_first(clerk: User) -> None:
    member = given(clerk, a_user(), edition=an_edition(), from_day=MARCH)
    with pytest.raises(errors.RoleEndsBeforeItBegins, match=r"\d"):
        end_role(member=member, on=JANUARY, by=clerk, at=MOMENT)


def test_somebody_must_stay_administrator(clerk: User) -> None:
    last = given(clerk, clerk, TeamRole.ADMINISTRATOR)
    given(clerk, a_user(is_active=False), TeamRole.ADMINISTRATOR)
    given(clerk, a_user(), TeamRole.ADMINISTRATOR, to_day=MAY)
    with pytest.raises(errors.LastAdministrator):
        end_role(member=last, on=MARCH, by=clerk, at=MOMENT)

    given(clerk, a_user(), TeamRole.ADMINISTRATOR)
    end_role(member=last, on=MARCH, by=clerk, at=MOMENT)


def test_require_refuses_in_a_sentence() -> None:
    access.require(True)
    with pytest.raises(Forbidden, match="Your role does not include this"):
        access.require(False)


@pytest.mark.parametrize(
    ("predicate", "roles"),
    [
        ("can_amend", "coordinator"),
        ("can_export", "coordinator"),
        ("can_recruit", "coordinator social_worker"),
        ("can_lead_pathways", "coordinator social_worker"),
        ("can_score", "committee"),
        ("can_read_sensitive", "coordinator social_worker controller"),
        ("can_see_figures", "coordinator social_worker accountant controller"),
        ("can_see_money", "coordinator accountant controller"),
    ],
)
def test_each_role_may_only_what_its_work_needs(predicate: str, roles: str) -> None:
    edition, other = an_edition(), an_edition()
    users = {role: a_user() for role in TeamRole}
    for role, user in users.items():
        a_role(user, role, None if role == TeamRole.ADMINISTRATOR else edition)
    may = getattr(access, predicate)

    assert [role for role, user in users.items() if may(user, edition)] == [
        role for role in TeamRole if role in roles.split()
    ]
    assert not any(may(user, other) for user in users.values())


def test_only_an_administrator_of_today_sees_users() -> None:
    administrator, gone = a_user(), a_user()
    a_role(administrator, TeamRole.ADMINISTRATOR)
    a_role(gone, TeamRole.ADMINISTRATOR, to_day=date(2021, 1, 1))

    assert set(access.users_seen_by(administrator)) == {administrator, gone}
    assert list(access.users_seen_by(gone)) == []
    assert access.roles_of(gone, on=today()) == []
