"""`kladka user add`: the first administrator of a municipality, who adds all others on the desk."""

import sys
from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from kladka.accounts.actions import add_user
from kladka.core.clock import now, today
from kladka.municipalities.queries import in_municipality
from kladka.programmes.actions import give_role
from kladka.programmes.choices import TeamRole

EXAMPLE = 'Example: kladka user add "Anna Nowak" --email anna.nowak@example.org --municipality mikolow'


class Command(BaseCommand):
    help = f"Add somebody who can sign in, as an administrator. {EXAMPLE}"

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        add = verbs.add_parser("add", help="a new user with a role in all editions", epilog=EXAMPLE)
        add.add_argument("name", help="first name and surname")
        add.add_argument("--email", required=True)
        add.add_argument("--municipality", required=True, help="its short name, like mikolow")
        add.add_argument("--role", choices=TeamRole.values, default=TeamRole.ADMINISTRATOR)

    def handle(self, *, name: str, email: str, municipality: str, role: str, **_: Any) -> None:
        with in_municipality(municipality), transaction.atomic():
            user = add_user(name=name, email=email, password=asked_password(), by=None, at=now())
            give_role(user=user, role=TeamRole(role), from_day=today(), by=user, at=now())
        self.stdout.write(f"{user.name} ({user.email}): {TeamRole(role).label}")


def asked_password() -> str:
    """Typed unseen, or one line of the input where nobody sits at the keyboard. Never an argument: those are seen."""
    if sys.stdin.isatty():
        return getpass("Password: ")
    return sys.stdin.readline().rstrip("\n")
