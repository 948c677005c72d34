"""A command that takes over one of the national registers: `kladka teryt import`, `kladka degurba import`."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from kladka.municipalities import actions, registers

SAMPLES = Path(__file__).parent / "samples"


class RegisterCommand(BaseCommand):
    """What a command says of its register: the layouts that its files may have, and the sample for the demo."""

    layouts: ClassVar[Sequence[registers.Layout]]
    sample: ClassVar[str]

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        taken = verbs.add_parser("import", help="take over official files; older states stay")
        taken.add_argument("files", nargs="*", type=Path, metavar="FILE")
        taken.add_argument("--sample", action="store_true", help="the few rows that the demo needs")

    def handle(self, *, files: list[Path], sample: bool, **_options: Any) -> None:
        if not (files or sample):
            raise CommandError(_("Say which file to import."))
        read = [registers.read(file, self.layouts) for file in ([SAMPLES / self.sample] if sample else files)]
        for register in read:
            rows = actions.import_register(register)
            self.stdout.write(f"{register.layout.name} {', '.join(register.states)}: {rows}")
