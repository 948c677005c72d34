"""The municipalities of the demo and their programmes, made once: `kladka demo` calls this before it serves."""

import tomllib
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from kladka.core import clock
from kladka.demo.defining import define_programmes
from kladka.municipalities import actions, queries

FILE = Path(__file__).parents[2] / "municipalities.toml"


class Command(BaseCommand):
    help = "Make the municipalities and programmes of the demo that are not here yet. Safe to run twice."

    requires_system_checks = ()  # the start is waited for; `make check` has made them

    def handle(self, **_: Any) -> None:
        actions.prepare_database()
        for register in ("teryt", "degurba"):
            call_command(register, "import", "--sample", stdout=StringIO())
        here = {host for _name, _office, host in queries.directory()}
        for row in tomllib.loads(FILE.read_text("utf-8"))["municipalities"]:
            host = f"{row['slug']}.localhost"
            if host not in here:
                actions.add_municipality(host=host, is_demo=True, **row)
                self.stdout.write(f"{row['name']}: http://{host}")
            for programme in define_programmes(row["slug"], at=clock.now()):
                self.stdout.write(f"  {programme}")
