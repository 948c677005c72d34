"""`kladka programme check | new | load | export | diff | schema`."""

import dataclasses
import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from pydantic import ValidationError

from kladka.accounts.actions import system_user
from kladka.core import clock
from kladka.definitions.actions import load
from kladka.definitions.canonical import canonical
from kladka.definitions.comparing import Difference, differences
from kladka.definitions.errors import FileRefused
from kladka.definitions.explaining import explained
from kladka.definitions.format import ProgrammeFile
from kladka.definitions.queries import as_defined, programme_named
from kladka.definitions.reading import LARGEST, read
from kladka.definitions.schema import written_schema
from kladka.definitions.starting import new_file
from kladka.municipalities.queries import in_municipality
from kladka.programmes.models import Programme


class Command(BaseCommand):
    help = (
        "Check a programme file, begin a new one, load it, give it back. "
        "Example: kladka programme load blisko-siebie.toml --municipality mikolow"
    )

    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        check = verbs.add_parser(
            "check", help="every mistake with its line, its key and what to write instead"
        )
        new = verbs.add_parser("new", help="the beginning of a programme file")
        new.add_argument("key", help="its short name in addresses, like blisko-siebie")
        new.add_argument("--title", required=True)
        new.add_argument("--municipality", default="", help="the name of the town")
        new.add_argument("--regime", default="pl-2021-2027", help="whose rules it follows")
        load = verbs.add_parser("load", help="say what changes, then make the records say what the file says")
        export = verbs.add_parser("export", help="the programme as a file, on the output")
        export.add_argument("key", nargs="?", default="", help="may be left out where there is one programme")
        diff = verbs.add_parser("diff", help="what loading a file would change; nothing is changed")
        for verb in (check, load, diff):
            verb.add_argument("file", type=Path)
            verb.add_argument("--json", action="store_true", help="the answer as JSON")
        for verb in (load, export, diff):
            verb.add_argument("--municipality", required=True, help="its short name, like mikolow")
        verbs.add_parser("schema", help="the JSON Schema of the format")

    def handle(self, *, verb: str, **said: Any) -> None:
        if verb == "check":
            self.check_file(**said)
        elif verb == "new":
            self.begin(**said)
        elif verb == "schema":
            self.stdout.write(written_schema(), ending="")
        else:
            self.inside(verb, **said)

    def check_file(self, *, file: Path, json: bool, **_said: Any) -> None:
        """Exit code 1 when there is a mistake."""
        programme = self.read_file(file, as_json=json)
        self.stdout.write("[]" if json else praised(file, programme))

    def begin(self, *, key: str, title: str, municipality: str, regime: str, **_said: Any) -> None:
        try:
            text = new_file(key=key, title=title, municipality=municipality, regime=regime)
        except ValidationError as error:
            raise CommandError("\n".join(one.sentence for one in explained(error, {}))) from None
        self.stdout.write(text, ending="")

    def inside(self, verb: str, *, municipality: str, **said: Any) -> None:
        """What needs the records of one municipality. Raises NoSuchMunicipality."""
        file = self.read_file(said["file"], as_json=said["json"]) if "file" in said else None
        now = clock.now()
        with in_municipality(municipality) as town:
            if file is None:
                self.stdout.write(canonical(as_defined(programme_named(said["key"]))), ending="")
            elif verb == "diff":
                known = Programme.objects.filter(key=file.programme.key).first()
                self.say(differences(as_defined(known) if known else None, file), as_json=said["json"])
            else:
                done = load(file=file, municipality_code=town.teryt_code, by=system_user(), at=now)
                self.say(done.differences, as_json=said["json"])

    def say(self, found: tuple[Difference, ...], *, as_json: bool) -> None:
        if as_json:
            rows = [dataclasses.asdict(one) for one in found]
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1))
        else:
            self.stdout.write("\n".join(str(one) for one in found) or _("Nothing differs."))

    def read_file(self, path: Path, *, as_json: bool) -> ProgrammeFile:
        """The programme of a file, else every mistake in it and exit code 1; as JSON, on the output."""
        try:
            return read(content_of(path))
        except FileRefused as refusal:
            if as_json:
                rows = [dataclasses.asdict(problem) for problem in refusal.problems]
                self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1))
                sys.exit(1)
            raise CommandError(refused(path, refusal)) from None


def content_of(path: Path) -> bytes:
    """No more of it than may be there."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise CommandError(_("{file} cannot be read: {why}.").format(file=path, why=error.strerror)) from None


def refused(path: Path, refusal: FileRefused) -> str:
    count = len(refusal.problems)
    head = ngettext("{file}: {count} mistake", "{file}: {count} mistakes", count)
    return "\n".join([head.format(file=path, count=count), *(str(problem) for problem in refusal.problems)])


def praised(path: Path, programme: ProgrammeFile) -> str:
    return _("{file}: no mistakes in “{title}”.").format(file=path, title=programme.programme.title)
