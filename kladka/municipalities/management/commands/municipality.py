"""`kladka municipality add | list`."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from kladka.municipalities import actions, queries

EXAMPLE = (
    "Example: kladka municipality add Mikołów --teryt 2408021 --host mikolow.example.org"
    ' --office "Miejski Ośrodek Pomocy Społecznej w Mikołowie" --telephone "32 000 00 00" --colour "#0b5394"'
)


class Command(BaseCommand):
    help = f"Add a municipality or list those that are here. {EXAMPLE}"

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        listed = verbs.add_parser("list", help="name, office and host of each")
        listed.add_argument("--json", action="store_true", help="for a machine")
        add = verbs.add_parser("add", help="a new one, with a schema of its own", epilog=EXAMPLE)
        add.add_argument("name")
        add.add_argument("--teryt", required=True, help="its seven digits, like 2469011")
        add.add_argument("--host", required=True, help="where its site is, like katowice.example.org")
        add.add_argument("--short-name", default="", help="what commands call it; else the host's first word")
        add.add_argument("--office", default="", help="the welfare centre that runs it")
        add.add_argument("--telephone", default="", help="the number that residents call")
        add.add_argument("--colour", default="", help="the main colour of its pages, like #0b5394")
        add.add_argument("--second-colour", default="", help="of stripes and pictures")

    def handle(self, *, verb: str, **said: Any) -> None:
        if verb == "add":
            self.add(**said)
        elif said["json"]:
            rows = [dict(zip(("name", "office", "host"), row, strict=True)) for row in queries.directory()]
            self.stdout.write(json.dumps(rows, ensure_ascii=False))
        else:
            self.stdout.write("\n".join("  ".join(row) for row in queries.directory()))

    def add(self, **said: Any) -> None:
        made = actions.add_municipality(
            name=said["name"],
            teryt_code=said["teryt"],
            host=said["host"],
            slug=said["short_name"],
            operator=said["office"],
            helpline=said["telephone"],
            accent=said["colour"],
            support=said["second_colour"],
        )
        self.stdout.write(f"{made.name}: {made.host} ({made.slug})")
        if made.theme_note:
            self.stdout.write(made.theme_note)
