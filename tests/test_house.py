"""What keeps the house pleasant to live in: each rule of CONTRIBUTING.md that a machine can see."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import CheckConstraint, Field, Model

from kladka.core import translations

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "kladka"
DOORS = {"visible_to", "public"}
NAMED_BY_FRAME = {"forbidden.html", "missing.html"}  # config/errors.py asks for them in each frame


def ours() -> list[type[Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("kladka.")]


def code(*, tests: bool = False) -> Iterator[Path]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = set(path.relative_to(PACKAGE).parts)
        if "migrations" not in parts and (tests or "tests" not in parts):
            yield path


def is_held(field: "Field[object, object]") -> bool:
    named = [
        one
        for one in field.model._meta.constraints
        if isinstance(one, CheckConstraint) and one.name.endswith("_is_known")
    ]
    return any(f"_{field.name}_is_known" in one.name for one in named)


def test_every_choice_is_held_by_the_database() -> None:
    loose = [
        f"{model._meta.label}.{field.name}"
        for model in ours()
        for field in model._meta.local_fields
        if field.choices and not is_held(field)
    ]

    assert loose == []


def test_every_module_says_what_it_owns() -> None:
    silent = [
        path.parent.name
        for path in sorted(PACKAGE.glob("*/__init__.py"))
        if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]

    assert silent == []


def test_no_file_is_a_drawer_for_anything() -> None:
    drawers = {"utils.py", "helpers.py", "services.py", "signals.py", "common.py", "misc.py"}

    assert [path for path in code(tests=True) if path.name in drawers] == []


def test_files_stay_short_enough_to_read() -> None:
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for path in code(tests=True)
        if (lines := len(path.read_text("utf-8").splitlines())) > 400
    }

    assert long == {}


def test_every_template_is_used() -> None:
    pages = [*PACKAGE.rglob("*.html"), *ROOT.glob("tests/browser/**/*.html")]
    written = "\n".join(path.read_text("utf-8") for path in [*code(), *pages])
    names = {
        path.relative_to(next(up for up in path.parents if up.name == "templates")).as_posix(): path.name
        for path in PACKAGE.glob("*/templates/**/*.html")
    }
    by_library = ("django/", "account/", "mfa/", "allauth/")
    unused = [
        name
        for name, last in sorted(names.items())
        if name not in written and last not in NAMED_BY_FRAME and not name.startswith(by_library)
    ]

    assert unused == []


def reached(path: Path) -> Iterator[str]:
    """Every `Something.objects.name` of a file that is not one of the doors."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Attribute)
            and node.value.attr == "objects"
        ) and node.attr not in DOORS:
            yield f"{path.relative_to(ROOT)}:{node.lineno} {ast.unparse(node)}"


def test_views_reach_rows_through_the_door_only() -> None:
    views = [path for path in code() if path.stem == "views" or path.parent.name == "views"]

    assert [line for path in views for line in reached(path)] == []


def test_the_catalogues_of_messages_are_whole(capsys: pytest.CaptureFixture[str]) -> None:
    translations.check()

    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("name", ["requirements/run.txt", "requirements/dev.txt", "package-lock.json"])
def test_lock_files_name_no_address(name: str) -> None:
    assert (
        re.findall(
            r"https?://(?!opencollective|github|tidelift|paypal|www\.patreon)\S+",
            (ROOT / name).read_text("utf-8"),
        )
        == []
    )


def test_actions_and_rules_are_told_the_time() -> None:
    asking = re.compile(r"\b(?:clock\.(?:now|today)|timezone\.now|datetime\.now|date\.today)\(")
    files = [
        path for path in code() if {path.stem, path.parent.name} & {"actions", "rules", "models", "queries"}
    ]

    assert [
        path.relative_to(ROOT).as_posix() for path in files if asking.search(path.read_text("utf-8"))
    ] == []
