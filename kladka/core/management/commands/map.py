"""`kladka map WORD`: where a word lives, from the address to the tests."""

import dataclasses
import json
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from kladka.core import mapping

PARTS = ("view", "forms", "templates", "actions", "models", "tests")


class Command(BaseCommand):
    help = (
        "Print URL, view, form, template, action, model and tests of a word. Example: kladka map attendance"
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("word", help="part of an address, a name, a template, an action or a model")
        parser.add_argument("--json", action="store_true", help="for a machine")

    def handle(self, *, word: str, json: bool, **_: Any) -> None:
        found = mapping.lines(word, [settings.ROOT_URLCONF, settings.PUBLIC_SCHEMA_URLCONF])
        if not found:
            raise CommandError(
                f"Nothing is called “{word}”. Try a part of the word, or a word of the glossary."
            )
        self.stdout.write(as_json(found) if json else "\n\n".join(as_text(line) for line in found))


def as_json(found: list[mapping.Line]) -> str:
    return json.dumps([dataclasses.asdict(line) for line in found], ensure_ascii=False, indent=2)


def as_text(line: mapping.Line) -> str:
    rows = [f"{line.address}  {line.name}"]
    for part in PARTS:
        said = getattr(line, part)
        rows += [
            f"  {part.removesuffix('s'):<9} {one}" for one in ([said] if isinstance(said, str) else said)
        ]
    return "\n".join(rows)
