"""`kladka prepare`: what `kladka up` does first, for who starts the processes in another way."""

from typing import Any

from django.core.management.base import BaseCommand

from kladka.municipalities.actions import prepare_database


class Command(BaseCommand):
    help = (
        "Bring the tables of every municipality, and the rights of the application's role, to the state of the"
        " code. Safe to run twice. Example: DATABASE_URL=postgres://owner@db/kladka kladka prepare"
    )

    requires_system_checks = ()  # the start is waited for; `make check` has made them

    def handle(self, **_: Any) -> None:
        prepare_database()
