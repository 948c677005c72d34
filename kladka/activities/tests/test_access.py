"""What a role covers: all, one edition, one task or one offer of it."""

from datetime import date

import pytest

from kladka.accounts.models import User
from kladka.activities.models import Activity, Session
from kladka.activities.queries import subjects_of
from kladka.activities.tests.builders import a_group, a_session, an_activity, an_event
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Offer
from kladka.programmes.tests.builders import a_role, a_support, a_task, a_user, an_edition, an_offer

pytestmark = pytest.mark.django_db


def an_offer_of_a_task(title: str) -> Offer:
    edition = an_edition()
    task = a_task(edition)
    return an_offer(edition, title=title, task=task, support=a_support(edition, task=task))


@pytest.fixture
def offers() -> list[Offer]:
    """Two editions, each with an activity, a session, a group that never met, and an event."""
    offers = [an_offer_of_a_task("Pierwsza"), an_offer_of_a_task("Druga")]
    for offer in offers:
        group = a_group(offer.edition, offer=offer, title=f"{offer.title} spotyka się")
        a_session(an_activity(group, task=offer.task))
        a_group(offer.edition, offer=offer, title=f"{offer.title} czeka")
        an_event(offer.edition, title=f"{offer.title} świętuje")
    return offers


def seen_by(user: User) -> tuple[int, int, list[str]]:
    subjects = subjects_of(user, on=date(2026, 3, 3))
    return (
        Activity.objects.visible_to(user).count(),
        Session.objects.visible_to(user).count(),
        [subject.title for subject in subjects],
    )


FIRST = ["Pierwsza czeka", "Pierwsza spotyka się", "Pierwsza świętuje"]
SECOND = ["Druga czeka", "Druga spotyka się", "Druga świętuje"]


@pytest.mark.parametrize("role", [TeamRole.COORDINATOR, TeamRole.SOCIAL_WORKER])
def test_a_role_that_nothing_narrows_covers_every_edition(offers: list[Offer], role: TeamRole) -> None:
    user = a_user()
    a_role(user, role)

    assert seen_by(user) == (len(offers), len(offers), [*SECOND, *FIRST])


def test_a_role_in_one_edition_covers_that_one(offers: list[Offer]) -> None:
    user = a_user()
    a_role(user, TeamRole.SOCIAL_WORKER, offers[0].edition)

    assert seen_by(user) == (1, 1, FIRST)


def test_a_second_role_that_nothing_narrows_adds_all_others(offers: list[Offer]) -> None:
    user = a_user()
    a_role(user, TeamRole.SOCIAL_WORKER, offers[0].edition)
    a_role(user, TeamRole.COORDINATOR)

    assert seen_by(user) == (2, 2, [*SECOND, *FIRST])


def test_a_role_in_one_task_or_offer_covers_no_event(offers: list[Offer]) -> None:
    first = offers[0]
    by_task, by_offer, nobody = a_user("A"), a_user("B"), a_user("C")
    a_role(by_task, TeamRole.ORGANISER, first.edition, task=first.task)
    a_role(by_offer, TeamRole.ORGANISER, first.edition, offer=first)

    assert seen_by(by_offer) == (1, 1, FIRST[:2])
    assert seen_by(by_task) == (1, 1, FIRST[:2])
    assert seen_by(nobody) == (0, 0, [])
