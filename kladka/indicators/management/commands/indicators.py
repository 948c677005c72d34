"""`kladka indicators`."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from kladka.core import clock
from kladka.indicators.queries import Row, edition_named, matrix
from kladka.municipalities.queries import in_municipality
from kladka.programmes.models import Edition


class Command(BaseCommand):
    help = (
        "Every figure of an edition beside its target. "
        "Example: kladka indicators --municipality przykladowo --json"
    )

    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--municipality", required=True, help="its short name, like przykladowo")
        parser.add_argument("--programme", default="", help="may be left out where there is one")
        parser.add_argument("--edition", type=int, help="its number; may be left out where there is one")
        parser.add_argument("--json", action="store_true", help="the answer as JSON")

    def handle(self, *, municipality: str, programme: str, edition: int | None, **said: Any) -> None:
        """Raises NoSuchMunicipality and what `edition_named` raises; exit code 1."""
        with in_municipality(municipality):
            found = edition_named(programme, edition)
            rows = matrix(found, on=clock.today())
            if said["json"]:
                self.stdout.write(json.dumps(answer(found, rows), ensure_ascii=False, indent=1))
            else:
                self.stdout.write("\n".join(map(line, rows)))


def answer(edition: Edition, rows: list[Row]) -> dict[str, Any]:
    return {"programme": edition.programme.key, "edition": edition.key, "indicators": [*map(as_json, rows)]}


def as_json(row: Row) -> dict[str, Any]:
    figure, target = row.figure, row.target
    return {
        "key": row.key,
        "code": row.code,
        "title": row.title,
        "women": figure.women if figure else None,
        "men": figure.men if figure else None,
        "total": figure.total if figure else None,
        "would_count": figure.waiting if figure else None,
        "target": target.total if target else None,
    }


def line(row: Row) -> str:
    """One measure on one line: what is reached of what was promised."""
    if row.figure is None:
        return f"– · {row.title}"
    promised = row.target.total if row.target else None
    reached = _("%(total)s (%(women)s women, %(men)s men)") % {
        "total": row.figure.total,
        "women": row.figure.women,
        "men": row.figure.men,
    }
    return (
        f"{reached}{f' / {promised}' if promised is not None else ''} · {row.code or row.key} · {row.title}"
    )
