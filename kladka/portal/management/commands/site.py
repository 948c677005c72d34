"""`kladka site publish | refresh`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from kladka.accounts.actions import system_user
from kladka.core import clock
from kladka.core.errors import DomainError
from kladka.municipalities import queries
from kladka.municipalities.models import Municipality
from kladka.portal import actions, publishing

EXAMPLE = "Example: kladka site publish words.toml --municipality katowice"


class Command(BaseCommand):
    help = f"Publish a municipality's own words, or write the copies that the national page reads. {EXAMPLE}"

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        publish = verbs.add_parser("publish", help="first words, statement and notices", epilog=EXAMPLE)
        publish.add_argument("file", type=Path)
        publish.add_argument("--municipality", required=True, help="its short name")
        refresh = verbs.add_parser("refresh", help="what the national page says of the programmes")
        refresh.add_argument("--municipality", default="", help="its short name; without it all")

    def handle(self, *, verb: str, municipality: str, **said: Any) -> None:
        try:
            if verb == "publish":
                self.publish(said["file"], municipality)
            else:
                self.refresh([municipality] if municipality else slugs())
        except OSError as error:
            raise CommandError(f"{said['file']}: {error.strerror}") from error
        except DomainError as error:
            raise CommandError(str(error)) from error
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error

    def publish(self, file: Path, municipality: str) -> None:
        now = clock.now()
        with queries.in_municipality(municipality) as town:
            words = publishing.read(file.read_bytes(), town=town, on=clock.today())
            actions.publish_all(words, by=system_user(), at=now)
        self.stdout.write(f"{town.name}: {len(words)}")

    def refresh(self, municipalities: list[str]) -> None:
        for slug in municipalities:
            with queries.in_municipality(slug) as town:
                self.stdout.write(f"{town.name}: {actions.refresh_public_copies(at=clock.now())}")


def slugs() -> list[str]:
    with queries.in_public():
        return [town.slug for town in Municipality.objects.all()]
