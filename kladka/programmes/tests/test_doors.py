from datetime import timedelta

import pytest

from kladka.core.clock import today
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition, Programme, TeamMember
from kladka.programmes.tests.builders import a_programme, a_role, a_user, an_edition

pytestmark = pytest.mark.django_db


def test_a_user_sees_the_editions_in_which_she_works() -> None:
    mine, _other = an_edition(), an_edition()
    worker = a_user()
    a_role(worker, TeamRole.SOCIAL_WORKER, mine)

    assert list(Edition.objects.visible_to(worker)) == [mine]
    assert list(Programme.objects.visible_to(worker)) == [mine.programme]


def test_a_role_in_all_editions_opens_all_of_them() -> None:
    editions = {an_edition(), an_edition()}
    controller = a_user()
    a_role(controller, TeamRole.CONTROLLER)

    assert set(Edition.objects.visible_to(controller)) == editions
    assert TeamMember.objects.reaches_everything(controller, on=today())


def test_a_role_ends_with_its_last_day() -> None:
    edition, yesterday = an_edition(), today() - timedelta(days=1)
    gone, last_day = a_user(), a_user()
    a_role(gone, TeamRole.COORDINATOR, edition, to_day=yesterday)
    a_role(last_day, TeamRole.COORDINATOR, edition, to_day=today())

    assert list(Edition.objects.visible_to(gone)) == []
    assert list(Edition.objects.visible_to(last_day)) == [edition]


def test_an_administrator_sees_no_programme_from_within() -> None:
    an_edition()
    administrator = a_user()
    a_role(administrator, TeamRole.ADMINISTRATOR)

    assert list(Edition.objects.visible_to(administrator)) == []
    assert not TeamMember.objects.reaches_everything(administrator, on=today())


def test_only_public_programmes_are_public() -> None:
    shown, _hidden = a_programme(), a_programme(is_public=False)

    assert list(Programme.objects.public()) == [shown]
