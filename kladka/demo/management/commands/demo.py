"""The demo, made once: `kladka demo` calls this before it serves."""

import os
from argparse import ArgumentParser
from io import StringIO
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from kladka.core.clock import now
from kladka.demo.making import make
from kladka.demo.staff import sign_in_sheet
from kladka.municipalities import actions


class Command(BaseCommand):
    help = "Make what is not here yet of the demo: municipalities, programmes, staff and lives. Safe to run twice."

    requires_system_checks = ()  # the start is waited for; `make check` has made them

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--workers", type=int, default=os.cpu_count() or 1, help="towns that live at the same time"
        )

    def handle(self, *, workers: int, **_: Any) -> None:
        actions.prepare_database()
        for register in ("teryt", "degurba"):
            call_command(register, "import", "--sample", stdout=StringIO())
        make(at=now(), say=self.stdout.write, workers=workers)
        self.stdout.write(sign_in_sheet(port=os.environ.get("PORT", "8000")))
