"""File layouts as dated data: columns, header variants and dictionaries, chosen by profile, day and call."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: our name for it, the system's header, and other spellings of the header met in files."""

    name: str
    header: str
    also: tuple[str, ...] = ()

    def is_headed(self, text: str) -> bool:
        return fold(text) in {fold(one) for one in (self.header, *self.also)}


@dataclass(frozen=True, slots=True)
class Layout:
    """One format of one file, as it stands from a day on, in the words of one call."""

    profile: str
    title: str
    period: str
    valid_from: date
    call: str
    file_name: str
    columns: tuple[Column, ...]
    words: Mapping[str, Words]
    details: Mapping[str, Words]
    kinds: Mapping[str, tuple[str, ...]]
    services: Mapping[str, tuple[str, str]]
    required: frozenset[str]
    may_be_refused: frozenset[str]
    thresholds: Mapping[str, int]
    unsure: tuple[str, ...]

    @property
    def version(self) -> str:
        """What a sealed package and a verdict remember: "sm-efs 2021-01-01" and the call, if it has one."""
        return " ".join(filter(None, (self.profile, self.valid_from.isoformat(), self.call)))

    @property
    def header(self) -> tuple[str, ...]:
        return tuple(column.header for column in self.columns)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def name_of_file(self, on: date) -> str:
        return self.file_name.format(on=on)

    def allowed(self, name: str) -> frozenset[str]:
        """Every word that the dictionary of a column takes."""
        return frozenset(self.words.get(name, {}).values())

    def service(self, code: str, scope: str) -> tuple[str, str]:
        """Kind and detail of a support by the code of its service, else by its scope; empty where neither is known."""
        return self.services.get(code) or self.services.get(scope) or ("", "")

    def code_of(self, name: str, word: str) -> str | None:
        """Our code for a word of the file; of several codes with one word the first."""
        return next((code for code, said in self.words.get(name, {}).items() if said == word), None)


class NoSuchLayout(LookupError):  # noqa: N818 - named for what is answered
    """The profile, the day or the call has no layout; `known` are the names that exist."""

    def __init__(self, asked: str, known: Iterable[str]) -> None:
        self.asked, self.known = asked, tuple(known)
        super().__init__(f"{asked}: known are {', '.join(self.known)}")


def fold(text: str) -> str:
    return " ".join(text.split()).casefold()


@cache
def documents() -> Mapping[str, Any]:
    """The shipped layout files by profile."""
    texts = (one for one in files(__package__).iterdir() if one.name.endswith(".toml"))
    parsed = (tomllib.loads(one.read_text("utf-8")) for one in texts)
    return {one["profile"]: one for one in parsed}


def profiles() -> tuple[str, ...]:
    return tuple(sorted(documents()))


def profile_of(period: str) -> str | None:
    """The profile of a programming period ("2021-2027"); None where none is known yet."""
    return next((name for name, one in documents().items() if one["period"] == period), None)


def layout(profile: str, *, on: date, call: str = "") -> Layout:
    """The layout in force on a day. Raises NoSuchLayout."""
    if profile not in documents():
        raise NoSuchLayout(profile, profiles())
    document = documents()[profile]
    version = newest(document["versions"], on)
    if version is None:
        raise NoSuchLayout(
            f"{profile} {on.isoformat()}", (str(v["valid_from"]) for v in document["versions"])
        )
    return build(document, version, call_of(version, call, on), call)


def first_day(profile: str) -> date:
    """The day from which a profile has a layout; an ended programme that is forced into it gets the first one."""
    days: list[date] = [one["valid_from"] for one in documents()[profile]["versions"]]
    return min(days)


def knows_call(profile: str, call: str, *, on: date) -> bool:
    """Whether the call has words of its own that day; the others use those of the profile."""
    version = newest(documents()[profile]["versions"], on)
    return any(one["call"] == call and one["valid_from"] <= on for one in (version or {}).get("calls", []))


def newest(dated: Iterable[Any], on: date) -> Any | None:
    in_force = [one for one in dated if one["valid_from"] <= on]
    return max(in_force, key=lambda one: one["valid_from"], default=None)


def call_of(version: Any, call: str, on: date) -> Any:
    if not call:
        return {}
    calls = version.get("calls", [])
    found = newest((one for one in calls if one["call"] == call), on)
    if found is None:
        raise NoSuchLayout(call, sorted({one["call"] for one in calls}))
    return found


def build(document: Any, version: Any, differs: Any, call: str) -> Layout:
    words = {**version["words"], **differs.get("words", {})}
    details = words.pop("labour_status_detail")
    kinds = differs.get("kinds", version["kinds"])
    return Layout(
        profile=document["profile"],
        title=document["title"],
        period=document["period"],
        valid_from=version["valid_from"],
        call=call,
        file_name=document["file_name"],
        columns=tuple(columns(version["columns"])),
        words=words,
        details=details,
        kinds={kind: tuple(details) for kind, details in kinds.items()},
        services={**services(version), **services(differs)},
        required=frozenset(version["required"]),
        may_be_refused=frozenset(version["may_be_refused"]),
        thresholds={**version["thresholds"], **differs.get("thresholds", {})},
        unsure=tuple(version["unsure"]),
    )


def services(source: Any) -> dict[str, tuple[str, str]]:
    return {code: (kind, detail) for code, (kind, detail) in source.get("services", {}).items()}


def columns(rows: Iterable[Any]) -> Iterator[Column]:
    for row in rows:
        yield Column(name=row["name"], header=row["header"], also=tuple(row.get("also", ())))
