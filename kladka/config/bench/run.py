"""The command: which benches, what they say, and whether every limit holds."""

import json
import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from kladka.config.bench.place import bench_database, make_town
from kladka.config.bench.rows import HEAD, Row

# In one database that is filled as they go.
ON_RECORDS = ("public", "people", "sheet", "export", "import", "matrix")
ALL = ("start", *ON_RECORDS)
FILES = {"import": "spreadsheet"}  # whose name is no word of Python
Bench = Callable[[], Iterator[Row]]


def bench(arguments: Sequence[str]) -> int:
    """0 when every limit that was measured holds. Raises DomainError."""
    parser = ArgumentParser(
        prog="kladka bench",
        description="Measure speed, each figure beside the least that this machine needs for it in the same run.",
        epilog="Example: kladka bench people --json. Exit code 1 when a limit is missed.",
    )
    parser.add_argument("name", nargs="?", choices=ALL, help="one of them; all when left out")
    parser.add_argument("--json", action="store_true", help="for a machine")
    chosen = parser.parse_args(arguments)
    rows = []
    for row in measured([chosen.name] if chosen.name else ALL):
        rows.append(row)
        if not chosen.json:
            sys.stdout.write(f"{HEAD}\n" * (len(rows) == 1) + f"{row.for_people()}\n")
            sys.stdout.flush()
    if chosen.json:
        sys.stdout.write(
            f"{json.dumps([row.for_machines() for row in rows], ensure_ascii=False, indent=1)}\n"
        )
    return 0 if all(row.holds for row in rows) else 1


def measured(names: Sequence[str]) -> Iterator[Row]:
    """Those of the chosen ones that need no records come first: they start a product of their own."""
    if "start" in names:
        yield from found("start")()
    on_records = [name for name in ON_RECORDS if name in names]
    if not on_records:
        return
    with bench_database():
        start_django()
        make_town()
        try:
            for name in on_records:
                yield from found(name)()
        finally:
            close_connections()


def found(name: str) -> Bench:
    work: Bench = import_module(f"kladka.config.bench.{FILES.get(name, name)}").measure
    return work


def start_django() -> None:
    """With the pool of the web process: without it a page would pay for a connection of its own."""
    os.environ["KLADKA_POOL"] = "1"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kladka.config.settings")
    import django  # noqa: PLC0415 - costs a third of a second

    django.setup()


def close_connections() -> None:
    from django.db import connections  # noqa: PLC0415

    connections["default"].close()
    connections["default"].close_pool()  # type: ignore[attr-defined]
