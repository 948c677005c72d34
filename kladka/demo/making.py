"""The demo from nothing: municipalities, their programmes, their staff, and the lives lived in them."""

import tomllib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from io import StringIO
from multiprocessing import get_context
from pathlib import Path

from django.core.management import call_command

from kladka.demo.defining import define_programmes
from kladka.demo.lives.towns import OPENED_AT, is_lived, live_town
from kladka.demo.workers import begin
from kladka.municipalities import actions, queries

FILE, SITE = (Path(__file__).with_name(name) for name in ("municipalities.toml", "site.toml"))

Say = Callable[[str], object]


def make(*, at: datetime, say: Say, workers: int = 1) -> None:
    """Everything that is not here yet, each programme's life up to the moment. Safe to call again and again.

    With several workers as many towns live at the same time; each is whole or not at all.
    """
    slugs = list(towns(say))
    for lived in _lived(slugs, at=at, workers=workers):
        for title in lived:
            say(title)
    for slug in slugs:
        _tell_portal("refresh", municipality=slug)


def towns(say: Say) -> Iterator[str]:
    """The short names of the municipalities of the demo, each made and its programmes loaded if they are not here."""
    here = {host for _name, _office, host in queries.directory()}
    for row in tomllib.loads(FILE.read_text("utf-8"))["municipalities"]:
        host = f"{row['slug']}.localhost"
        if host not in here:
            actions.add_municipality(host=host, is_demo=True, **row)
            _tell_portal("publish", SITE, municipality=row["slug"])
            say(str(row["name"]))
        for programme in define_programmes(row["slug"], at=OPENED_AT):
            say(f"  {programme}")
        yield row["slug"]


def _tell_portal(*words: object, municipality: str) -> None:
    """By its command: the portal stands on the same line of the modules and is not imported."""
    call_command("site", *words, municipality=municipality, stdout=StringIO())


def _lived(slugs: list[str], *, at: datetime, workers: int) -> Iterable[list[str]]:
    if workers == 1 or all(is_lived(slug, at) for slug in slugs):
        return [live_town(slug, at) for slug in slugs]
    # New processes, not copies of this one: a connection to the database must not be shared.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=begin) as pool:
        return list(pool.map(live_town, slugs, [at] * len(slugs)))
