"""Everything that actions record has words in which the trail is shown."""

import ast
from pathlib import Path

from kladka.audit.queries import verbs_of

PACKAGE = Path(__file__).resolve().parents[1] / "kladka"


def recorded() -> set[str]:
    """Every first argument of `record("…")` in the code of the product."""
    calls = (
        node
        for path in PACKAGE.rglob("*.py")
        if not {"tests", "migrations"} & set(path.parts)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "record" and node.args
    )
    return {str(one.args[0].value) for one in calls if isinstance(one.args[0], ast.Constant)}


def test_every_recorded_verb_has_words() -> None:
    silent = sorted(verb for verb in recorded() if verb not in verbs_of(verb.split(".")[0]))

    assert silent == [], "write them into VERBS of the module's trail.py, as in kladka/places/trail.py"
