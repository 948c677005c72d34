"""`kladka participants export | import`."""

import dataclasses
import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kladka.accounts.actions import system_user
from kladka.core import clock
from kladka.indicators.queries import edition_named
from kladka.municipalities.queries import in_municipality
from kladka.reporting.actions import Made, export_participants, import_participants
from kladka.reporting.queries import faulty, troubles


class Command(BaseCommand):
    help = (
        "Write the official participants' file, or read one back. "
        "Example: kladka participants export --municipality przykladowo"
    )

    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        export = verbs.add_parser("export", help="make, check, seal and write the file")
        export.add_argument("--output", type=Path, default=Path(), help="where to write; a folder or a file")
        reading = verbs.add_parser("import", help="read a file back: the same people")
        reading.add_argument("file", type=Path)
        for verb in (export, reading):
            verb.add_argument("--municipality", required=True, help="its short name, like przykladowo")
            verb.add_argument("--programme", default="", help="may be left out where there is one")
            verb.add_argument("--edition", type=int, help="its number; may be left out where there is one")
            verb.add_argument("--profile", default="", help="force a layout, like sm-efs")
            verb.add_argument("--json", action="store_true", help="the answer as JSON")

    def handle(self, *, verb: str, municipality: str, **said: Any) -> None:
        """Raises NoSuchMunicipality and what the two actions raise; exit code 1."""
        with in_municipality(municipality):
            if verb == "export":
                self.export(**said)
            else:
                self.read_back(**said)

    def export(self, *, output: Path, programme: str, edition: int | None, profile: str, **said: Any) -> None:
        found = edition_named(programme, edition)
        made = export_participants(edition=found, profile=profile, by=system_user(), at=clock.now())
        place = output / made.package.file_name if output.is_dir() else output
        written(place, made.content)
        if made.package.is_forced:
            warning = _(
                "Warning: the regime %(regime)s has its own file; this one was forced as %(profile)s."
            )
            self.stderr.write(warning % {"regime": found.regime, "profile": made.package.profile})
        if said["json"]:
            self.stdout.write(json.dumps(answer(made, place), ensure_ascii=False, indent=1))
        else:
            self.say(made, place)

    def say(self, made: Made, place: Path) -> None:
        package = made.package
        rows = ngettext("%(count)s person", "%(count)s people", package.rows) % {"count": package.rows}
        self.stdout.write(f"{place}: {rows}, SHA-256 {package.digest}")
        for one in found_in(made):
            self.stdout.write(
                f"{one['number']} · {one['rule']} · {one['column']}: {one['wrong']} {one['remedy']}"
            )
        if package.left_out:
            left = ngettext(
                "%(count)s person is left out.", "%(count)s people are left out.", package.left_out
            )
            self.stderr.write(left % {"count": package.left_out})

    def read_back(
        self, *, file: Path, programme: str, edition: int | None, profile: str, **said: Any
    ) -> None:
        found = edition_named(programme, edition)
        content = content_of(file)
        done = import_participants(
            edition=found, content=content, profile=profile, by=system_user(), at=clock.now()
        )
        if said["json"]:
            self.stdout.write(json.dumps(dataclasses.asdict(done), ensure_ascii=False, indent=1))
            return
        numbers = {"new": done.new, "known": done.known}
        self.stdout.write(_("New: %(new)s. Known already: %(known)s.") % numbers)
        for one in done.refused:
            line = _("Line %(number)s, %(name)s: %(why)s")
            self.stderr.write(line % {"number": one.number, "name": one.name, "why": one.why})


def answer(made: Made, place: Path) -> dict[str, Any]:
    package = made.package
    return {
        "file": str(place),
        "profile": package.profile,
        "layout": package.layout,
        "forced": package.is_forced,
        "people": package.rows,
        "left_out": package.left_out,
        "bytes": package.size,
        "sha256": package.digest,
        "findings": found_in(made),
    }


def found_in(made: Made) -> list[dict[str, str]]:
    """What was found, without names: a terminal's history is no place for them."""
    return [
        {
            "number": one.participation.number,
            "rule": one.rule,
            "level": "error" if one.is_error else "warning",
            "column": one.column,
            "wrong": one.wrong,
            "remedy": one.remedy,
        }
        for one in troubles(faulty(made.package.edition), made.layout)
    ]


def written(place: Path, content: bytes) -> None:
    try:
        place.write_bytes(content)
    except OSError as error:
        raise CommandError(_("%(file)s cannot be written: %(why)s.") % said_of(place, error)) from None


def content_of(place: Path) -> bytes:
    try:
        return place.read_bytes()
    except OSError as error:
        raise CommandError(_("%(file)s cannot be read: %(why)s.") % said_of(place, error)) from None


def said_of(place: Path, error: OSError) -> dict[str, str]:
    return {"file": str(place), "why": error.strerror or ""}
