"""Wordings with words to fill in, and what they may say. Plain Python."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

WORD: Final = re.compile(r"\{([a-z_]+)\}")
ANYTHING_IN_BRACES: Final = re.compile(r"\{[^{}]*\}?|\}")
HIDDEN: Final = "••••"

# Words that every wording may use.
COMMON: Final = frozenset({"name", "ward", "office", "contact"})
# Words of an occasion, by its code; with those that must stand in it, for without them the message is of no use.
NEEDED: Final[Mapping[str, frozenset[str]]] = {
    "draft_link": frozenset({"link", "code"}),
    "received": frozenset({"number"}),
    "missing": frozenset({"number", "missing"}),
    "interview": frozenset({"number", "when", "where"}),
    "qualified": frozenset({"number"}),
    "reserve": frozenset({"number"}),
    "not_qualified": frozenset({"number", "reason"}),
    "place_offered": frozenset({"number", "until"}),
}
OFFERED: Final[Mapping[str, frozenset[str]]] = {
    "draft_link": frozenset({"until"}),
    "received": frozenset({"programme", "received_on", "answer_by"}),
    "missing": frozenset({"programme", "until"}),
    "interview": frozenset({"programme"}),
    "qualified": frozenset({"programme"}),
    "reserve": frozenset({"programme", "place"}),
    "not_qualified": frozenset({"programme"}),
    "place_offered": frozenset({"programme"}),
}
# What must not be read over somebody's shoulder: a link and its code are gone from the text once it was sent.
SECRET: Final = frozenset({"link", "code"})


@dataclass(frozen=True, slots=True)
class Wording:
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a wording cannot be taken: `kind` with the word that it is about."""

    kind: str
    word: str = ""


def words_of(occasion: str) -> frozenset[str]:
    return COMMON | NEEDED[occasion] | OFFERED[occasion]


def split(text: str) -> Wording:
    """A text as it ships: the subject on the first line, an empty line, the message."""
    subject, _, body = text.strip().partition("\n")
    return Wording(subject.strip(), body.strip())


def faults(wording: Wording, *, occasion: str) -> Iterator[Fault]:
    """A subject speaks of no programme and no problem, so it takes no word of the record at all."""
    if not wording.subject.strip():
        yield Fault("no_subject")
    if ANYTHING_IN_BRACES.search(wording.subject):
        yield Fault("subject_with_words")
    for found in ANYTHING_IN_BRACES.findall(wording.body):
        named = WORD.fullmatch(found)
        if not named or named[1] not in words_of(occasion):
            yield Fault("unknown_word", found)
    used = set(WORD.findall(wording.body))
    for missing in sorted(NEEDED[occasion] - used):
        yield Fault("word_missing", f"{{{missing}}}")


def filled(body: str, values: Mapping[str, str]) -> str:
    """The text with its words. A line in which a word has no value is left out; so are doubled empty lines."""
    lines = [
        WORD.sub(lambda found: values[found[1]], line) for line in body.splitlines() if _is_said(line, values)
    ]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _is_said(line: str, values: Mapping[str, str]) -> bool:
    return all(values.get(word, "").strip() for word in WORD.findall(line))


def without_secrets(text: str, secrets: Sequence[str]) -> str:
    """The text as it is kept once it was sent."""
    for one in secrets:
        text = text.replace(one, HIDDEN)
    return text
