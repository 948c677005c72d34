"""`kladka --help`: what a newcomer wants to do, each with an example; only what is there is listed."""

from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]
OURS = {"up", "demo", "bench"}
ROWS = (
    ("demo", "show everything with invented people", "kladka demo --clock 2022-06-01"),
    ("demo report", "what the demo holds beside what was published", "kladka demo report --json"),
    ("up", "serve this installation: database, web, worker", "kladka up --port 8080"),
    ("prepare", "bring all tables to the state of the code", "kladka prepare"),
    (
        "municipality add",
        "add a municipality",
        "kladka municipality add Katowice --teryt 2469011 --host katowice.localhost",
    ),
    (
        "user add",
        "add the first administrator of a municipality",
        'kladka user add "Anna Nowak" --email anna@example.org --municipality mikolow',
    ),
    ("teryt import", "take over the register of territory", "kladka teryt import TERC.csv SIMC.csv ULIC.csv"),
    ("degurba import", "take over the degrees of urbanisation", "kladka degurba import degurba.csv"),
    ("programme check", "say what is wrong in a programme file", "kladka programme check moj-program.toml"),
    (
        "programme load",
        "show the difference, then load the file",
        "kladka programme load moj-program.toml --municipality mikolow",
    ),
    (
        "programme export",
        "write a programme as a file",
        "kladka programme export moj-program --municipality mikolow",
    ),
    (
        "participants export",
        "write the official file",
        "kladka participants export --municipality przykladowo",
    ),
    ("participants import", "read an official file back", "kladka participants import SM_EFS.csv"),
    ("indicators", "the figures and who is behind them", "kladka indicators --json"),
    ("bench", "measure speed against its floor", "kladka bench people --json"),
    ("map", "where a word lives in the code", "kladka map attendance"),
)


def overview() -> str:
    """The list, as text for a terminal."""
    brought = set(_brought())
    lines = ["Kładka runs European-funded inclusion programmes: enter it once.", ""]
    for words, meaning, example in ROWS:
        if words in OURS or words.split()[0] in brought:
            lines += [f"  kladka {words:<20} {meaning}", f"{'':<31}{example}"]
    lines += [
        "",
        "Every command has --help. Data lie in .data, or where KLADKA_DATA says. PORT says where to serve.",
        "DATABASE_URL (its owner) and DATABASE_APP_URL (the application's role) name a database of your own.",
    ]
    return "\n".join(lines)


def _brought() -> Iterator[str]:
    """The commands that the modules bring."""
    for file in PACKAGE.glob("*/management/commands/[a-z]*.py"):
        yield file.stem
