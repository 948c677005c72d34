"""`kladka degurba import FILE …`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from kladka.municipalities import actions, registers

SAMPLE = Path(__file__).parents[2] / "samples" / "degurba.csv"


class Command(BaseCommand):
    help = (
        "Import the degree of urbanisation of municipalities, from a CSV file with the columns LAU CODE, DEGURBA and"
        " YEAR. Example: kladka degurba import degurba-2024.csv"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        taken = verbs.add_parser("import", help="take over official files; older states stay")
        taken.add_argument("files", nargs="*", type=Path, metavar="FILE")
        taken.add_argument("--sample", action="store_true", help="the few rows that the demo needs")

    def handle(self, *, files: list[Path], sample: bool, **_options: Any) -> None:
        if not (files or sample):
            raise CommandError(_("Say which file to import."))
        read = [registers.read(file, [registers.DEGURBA]) for file in ([SAMPLE] if sample else files)]
        for register in read:
            rows = actions.import_register(register)
            self.stdout.write(f"{register.layout.name} {', '.join(register.states)}: {rows}")
