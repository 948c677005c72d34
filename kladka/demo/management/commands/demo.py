"""The demo, made once: `kladka demo` calls this before it serves. `kladka demo report` tells what it holds."""

import json
import os
from argparse import ArgumentParser
from io import StringIO
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from kladka.core.clock import now, today
from kladka.demo.making import make
from kladka.demo.report.telling import reports, table
from kladka.demo.staff import sign_in_sheet
from kladka.municipalities import actions


class Command(BaseCommand):
    help = (
        "Make what is not here yet of the demo: municipalities, programmes, staff and lives. Safe to run twice. "
        "Example: kladka demo report --json"
    )

    requires_system_checks = ()  # the start is waited for; `make check` has made them

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--workers", type=int, default=os.cpu_count() or 1, help="towns that live at the same time"
        )
        verbs = parser.add_subparsers(dest="verb")
        report = verbs.add_parser("report", help="every published figure beside what the records hold")
        report.add_argument("--json", action="store_true", help="the answer as JSON")

    def handle(self, *, verb: str | None, **said: Any) -> None:
        if verb == "report":
            self.report(as_json=said["json"])
        else:
            self.make(workers=said["workers"])

    def make(self, *, workers: int) -> None:
        actions.prepare_database()
        for register in ("teryt", "degurba"):
            call_command(register, "import", "--sample", stdout=StringIO())
        make(at=now(), say=self.stdout.write, workers=workers)
        self.stdout.write(sign_in_sheet(port=os.environ.get("PORT", "8000")))

    def report(self, *, as_json: bool) -> None:
        """Figures that are not reached are no failure: exit code 0. Raises NoDemo."""
        every = list(reports(on=today()))
        if as_json:
            rows = [row.for_machines() for report in every for row in report.rows]
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1))
        else:
            self.stdout.write("\n\n".join(map(table, every)))
