"""`kladka programme check | new | schema`."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from pydantic import ValidationError

from kladka.definitions.errors import FileRefused
from kladka.definitions.explaining import explained
from kladka.definitions.format import ProgrammeFile
from kladka.definitions.reading import LARGEST, read
from kladka.definitions.schema import written_schema
from kladka.definitions.starting import new_file


class Command(BaseCommand):
    help = (
        "Check a programme file, begin a new one, print the schema of the format. "
        "Example: kladka programme check blisko-siebie.toml"
    )

    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        check = verbs.add_parser(
            "check", help="every mistake with its line, its key and what to write instead"
        )
        check.add_argument("file", type=Path)
        check.add_argument("--json", action="store_true", help="the mistakes as JSON")
        new = verbs.add_parser("new", help="the beginning of a programme file")
        new.add_argument("key", help="its short name in addresses, like blisko-siebie")
        new.add_argument("--title", required=True)
        new.add_argument("--municipality", default="", help="the name of the town")
        new.add_argument("--regime", default="pl-2021-2027", help="whose rules it follows")
        verbs.add_parser("schema", help="the JSON Schema of the format")

    def handle(self, *, verb: str, **said: Any) -> None:
        if verb == "check":
            self.check_file(**said)
        elif verb == "new":
            self.begin(**said)
        else:
            self.stdout.write(written_schema(), ending="")

    def check_file(self, *, file: Path, json: bool, **_said: Any) -> None:
        """Exit code 1 when there is a mistake; as JSON, the list of them on the output."""
        try:
            programme = read_file(file)
        except FileRefused as refusal:
            if json:
                self.stdout.write(as_json(refusal))
                sys.exit(1)
            raise CommandError(refused(file, refusal)) from None
        self.stdout.write("[]" if json else praised(file, programme))

    def begin(self, *, key: str, title: str, municipality: str, regime: str, **_said: Any) -> None:
        try:
            text = new_file(key=key, title=title, municipality=municipality, regime=regime)
        except ValidationError as error:
            raise CommandError("\n".join(one.sentence for one in explained(error, {}))) from None
        self.stdout.write(text, ending="")


def read_file(path: Path) -> ProgrammeFile:
    """The programme of a file; no more of it is read than may be there."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise CommandError(_("{file} cannot be read: {why}.").format(file=path, why=error.strerror)) from None
    return read(content)


def refused(path: Path, refusal: FileRefused) -> str:
    count = len(refusal.problems)
    head = ngettext("{file}: {count} mistake", "{file}: {count} mistakes", count)
    return "\n".join([head.format(file=path, count=count), *(str(problem) for problem in refusal.problems)])


def praised(path: Path, programme: ProgrammeFile) -> str:
    return _("{file}: no mistakes in “{title}”.").format(file=path, title=programme.programme.title)


def as_json(refusal: FileRefused) -> str:
    rows = [{"line": one.line, "where": one.where, "message": one.message} for one in refusal.problems]
    return json.dumps(rows, ensure_ascii=False, indent=1)
