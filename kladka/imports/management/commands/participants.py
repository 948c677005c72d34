"""`kladka participants export | import`."""

import json
import sys
import tomllib
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from kladka.accounts.actions import system_user
from kladka.core import clock
from kladka.imports.actions import import_sheet, rehearse
from kladka.imports.actions.importing import File
from kladka.imports.rules.mapping import SheetMap, as_text, of_data
from kladka.imports.telling import Outcome, Problem
from kladka.indicators.queries import edition_named
from kladka.municipalities.queries import in_municipality
from kladka.programmes.models import Edition
from kladka.reporting.actions import Made, export_participants
from kladka.reporting.queries import faulty, troubles


class Command(BaseCommand):
    help = (
        "Write the official participants' file, or read people from any spreadsheet. "
        "Example: kladka participants import lista.xlsx --municipality przykladowo --rehearse"
    )

    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        export = verbs.add_parser("export", help="make, check, seal and write the file")
        export.add_argument("--output", type=Path, default=Path(), help="where to write; a folder or a file")
        reading = verbs.add_parser(
            "import", help="read people from XLSX, XLS, ODS or CSV; exit code 0: none refused"
        )
        reading.add_argument("file", type=Path)
        reading.add_argument(
            "--rehearse", action="store_true", help="say what would happen and write nothing"
        )
        reading.add_argument(
            "--all-or-nothing", action="store_true", help="one refused row keeps all of them out"
        )
        reading.add_argument(
            "--map",
            type=Path,
            metavar="FILE",
            help="how the sheet is understood; written where there is none yet",
        )
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
                self.read_in(**said)

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

    def read_in(self, *, file: Path, programme: str, edition: int | None, profile: str, **said: Any) -> None:
        """Exit code 0 only when nothing was refused."""
        found = edition_named(programme, edition)
        place: Path | None = said["map"]
        with opened(file) as content:
            sheet = File(file=content, name=file.name, mapping=mapping_of(place), profile=profile)
            outcome = done(found, sheet, said)
        if place and not place.exists() and outcome.mapping is not None:
            written(place, as_text(outcome.mapping, outcome.unknown).encode())
        if said["json"]:
            self.stdout.write(json.dumps(outcome.for_machines(), ensure_ascii=False, indent=1))
        else:
            self.tell(outcome, rehearsed=said["rehearse"])
        if outcome.refused:
            sys.exit(1)

    def tell(self, outcome: Outcome, *, rehearsed: bool) -> None:
        """Counts to the output, everything else beside it; names of people are nowhere."""
        counted = {
            name: getattr(outcome, name) for name in ("rows", "new", "changed", "duplicate", "refused")
        }
        line = _(
            "Rows: %(rows)s. New: %(new)s. Changed: %(changed)s. Known already: %(duplicate)s. Refused: %(refused)s."
        )
        self.stdout.write(line % counted)
        for note in outcome.notes:
            self.stderr.write(note)
        for problem in [*outcome.problems, *outcome.warnings]:
            self.stderr.write(cell(problem))
        if rehearsed:
            self.stderr.write(_("This was a rehearsal: nothing was written."))
        elif not outcome.is_written:
            self.stderr.write(
                _("Nothing was written: correct the refused rows, or leave out --all-or-nothing.")
            )


def done(edition: Edition, sheet: File, said: dict[str, Any]) -> Outcome:
    """With a count of rows where somebody watches."""
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(sheet.name)

        def progress(rows: int) -> None:
            bar.update(task, description=ngettext("%(count)s row", "%(count)s rows", rows) % {"count": rows})

        if said["rehearse"]:
            return rehearse(edition=edition, sheet=sheet, at=clock.now(), progress=progress)
        return import_sheet(
            edition=edition,
            sheet=sheet,
            only_good=not said["all_or_nothing"],
            by=system_user(),
            at=clock.now(),
            progress=progress,
        )[1]


def cell(problem: Problem) -> str:
    """As in `Lista!C7 PESEL V01: what is wrong. What to do`."""
    sheet = f"{problem.sheet}!" if problem.sheet else ""
    return f"{sheet}{problem.letter}{problem.row} {problem.column} {problem.rule}: {problem.problem} {problem.remedy}"


def mapping_of(place: Path | None) -> SheetMap | None:
    """What an earlier run has written and somebody has edited; None where there is no file yet."""
    if place is None or not place.exists():
        return None
    try:
        return of_data(tomllib.loads(place.read_text("utf-8")))
    except OSError as error:
        raise CommandError(_("%(file)s cannot be read: %(why)s.") % said_of(place, error)) from None
    except (
        tomllib.TOMLDecodeError,
        UnicodeDecodeError,
        KeyError,
        TypeError,
        AttributeError,
        ValueError,
    ) as error:
        wrong = _("%(file)s is no mapping: %(why)s. Delete it and let --map write a new one.")
        raise CommandError(wrong % {"file": str(place), "why": str(error)}) from None


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


def opened(place: Path) -> BinaryIO:
    try:
        return place.open("rb")
    except OSError as error:
        raise CommandError(_("%(file)s cannot be read: %(why)s.") % said_of(place, error)) from None


def said_of(place: Path, error: OSError) -> dict[str, str]:
    return {"file": str(place), "why": error.strerror or ""}
