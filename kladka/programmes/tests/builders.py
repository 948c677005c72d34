"""The least of a programme that a test needs; every value can be given."""

from datetime import UTC, date, datetime
from itertools import count

from kladka.accounts.models import User
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition, Offer, Programme, Support, Task, TeamMember

MOMENT = datetime(2026, 1, 5, 9, tzinfo=UTC)
_numbers = count(1)


def a_user(name: str = "Anna Przykładowa", **given: object) -> User:
    email = f"user{next(_numbers)}@example.com"
    return User.objects.create(**{"name": name, "email": email, "added_at": MOMENT, **given})


def a_programme(**given: object) -> Programme:
    key = f"programme-{next(_numbers)}"
    return Programme.objects.create(**{"key": key, "title": "Kładka", "changed_at": MOMENT, **given})


def an_edition(**given: object) -> Edition:
    programme = given.pop("programme", None) or a_programme()
    wanted = {
        "key": "first",
        "regime": "pl-2021-2027",
        "starts": date(2026, 1, 1),
        "ends": date(2027, 12, 31),
    }
    return Edition.objects.create(**{"programme": programme, **wanted, **given})


def a_task(edition: Edition | None = None, **given: object) -> Task:
    return Task.objects.create(
        **{"edition": edition or an_edition(), "key": f"task-{next(_numbers)}", "title": "Task", **given}
    )


def a_support(edition: Edition | None = None, **given: object) -> Support:
    wanted = {"key": f"support-{next(_numbers)}", "title": "Trening kompetencji"}
    return Support.objects.create(**{"edition": edition or an_edition(), **wanted, **given})


def an_offer(edition: Edition | None = None, **given: object) -> Offer:
    wanted = {"key": f"offer-{next(_numbers)}", "title": "Klub Sąsiada"}
    return Offer.objects.create(**{"edition": edition or an_edition(), **wanted, **given})


def a_role(user: User, role: TeamRole, edition: Edition | None = None, **given: object) -> TeamMember:
    wanted = {"from_day": date(2020, 1, 1)}
    return TeamMember.objects.create(**{"user": user, "role": role, "edition": edition, **wanted, **given})
