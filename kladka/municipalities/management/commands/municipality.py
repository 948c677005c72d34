"""`kladka municipality add | list`."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from kladka.municipalities import actions, queries


class Command(BaseCommand):
    help = (
        "Add a municipality or list those that are here. "
        "Example: kladka municipality add Mikołów --teryt 2408021 --host mikolow.localhost"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        verbs.add_parser("list", help="name, office and host of each")
        add = verbs.add_parser("add", help="a new one, with a schema of its own")
        add.add_argument("name")
        add.add_argument("--teryt", required=True, help="its seven digits, like 2469011")
        add.add_argument("--host", required=True, help="where its site is, like katowice.example.org")
        add.add_argument("--office", default="", help="the welfare centre that runs it")
        add.add_argument("--helpline", default="", help="the telephone number that residents call")

    def handle(self, *, verb: str, **said: Any) -> None:
        if verb == "list":
            rows = queries.directory()
            self.stdout.write("\n".join(f"{name}  {office}  {host}" for name, office, host in rows))
            return
        try:
            made = actions.add_municipality(
                name=said["name"],
                teryt_code=said["teryt"],
                host=said["host"].lower(),
                slug=said["host"].lower().split(".")[0].replace("-", "_"),
                operator=said["office"],
                helpline=said["helpline"],
            )
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from None
        self.stdout.write(f"{made.name} is at {made.host}.")
