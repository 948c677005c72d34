"""Fill the database of the served site: `python -m tests.browser.fill`, then print what tests must know of it.

Others add what their screens need: a function in `FILLERS`, run inside the municipality `test` on the day of
`screens.CLOCK`, once, with everything kept.
"""

import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import django

from tests.browser import sessions, town
from tests.browser.screens import HOST, TOWN_HOST

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.programmes.choices import TeamRole


def a_public_site() -> None:
    from tests.browser import residents  # noqa: PLC0415 - the apps are loaded now

    residents.fill()


FILLERS: list[Callable[[], None]] = [sessions.fill, a_public_site, town.fill]
PASSWORD = "three-quiet-words"  # noqa: S105 - of nobody real
NEWCOMER = "nowa@example.org"  # has no second factor yet


def main() -> None:
    django.setup()
    from kladka.municipalities.queries import in_municipality  # noqa: PLC0415 - the apps are loaded now

    with in_municipality("test"):
        cookies = staff_cookies()
        for fill in FILLERS:
            fill()
    names = {"person": town.waiting_person(), "draft": town.begun_application()}
    staff = {HOST: cookies, TOWN_HOST: town.coordinator_cookies()}
    sys.stdout.write(json.dumps({"staff": staff, "names": names}) + "\n")


def staff_cookies() -> dict[str, str]:
    """Of the first user, who coordinates all editions, keeps the users and has an authenticator app."""
    from allauth.mfa.totp.internal import auth  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from kladka.programmes.choices import TeamRole  # noqa: PLC0415

    anna = added("Anna Przykładowa", "anna@example.org", TeamRole.COORDINATOR, TeamRole.ADMINISTRATOR)
    added("Ewa Nowak-Żółkiewska", NEWCOMER, TeamRole.SOCIAL_WORKER)
    auth.TOTP.activate(anna, auth.generate_totp_secret())
    browser = Client(SERVER_NAME="test.localhost")
    browser.force_login(anna)
    return {"sessionid": browser.cookies["sessionid"].value}


def added(name: str, email: str, *roles: "TeamRole") -> "User":
    """A user with these roles in all editions, since the beginning of the year."""
    from kladka.accounts.actions import add_user  # noqa: PLC0415
    from kladka.core.clock import now, today  # noqa: PLC0415
    from kladka.programmes.actions import give_role  # noqa: PLC0415

    user = add_user(name=name, email=email, password=PASSWORD, by=None, at=now())
    for role in roles:
        give_role(user=user, role=role, from_day=today().replace(month=1, day=1), by=user, at=now())
    return user


if __name__ == "__main__":
    main()
