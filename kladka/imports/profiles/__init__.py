"""Layouts of other systems as configuration: one TOML file each, columns in their order, the field that each fills."""

import tomllib
from functools import cache
from importlib.resources import files

from kladka.imports.rules.profiles import Profile


@cache
def profiles() -> tuple[Profile, ...]:
    names = (one.name for one in files(__package__).iterdir() if one.name.endswith(".toml"))
    texts = sorted(names, reverse=True)  # of two with one header SL2014 goes before what is like it
    return tuple(made(name.removesuffix(".toml")) for name in texts)


def made(name: str) -> Profile:
    document = tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))
    if "like" in document:
        like = made(document["like"])
        return Profile(
            name,
            tuple((*known, *document.get("also", {}).get(known[0], ())) for known in like.headers),
            like.fields,
        )
    rows = document["columns"]
    return Profile(
        name,
        tuple((one["header"], *one.get("also", ())) for one in rows),
        tuple(one.get("field", "") for one in rows),
    )
