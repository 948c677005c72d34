"""The catalogues of messages, kept without gettext's own programs, which a fresh machine does not have.

    python -m kladka.core.translations extract    bring the .po files up to date with the code
    python -m kladka.core.translations compile    write the .mo files that Django reads (never committed)
    python -m kladka.core.translations check      complain of what is missing, fuzzy, stale or broken

Polish must hold every message of the product, Ukrainian those that residents see.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).resolve().parents[1]
LOCALE = PACKAGE / "locale"
KEYWORDS: Mapping[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
# Residents read these; the desk is Polish and English.
RESIDENTS = (
    "portal",
    "municipalities/templates",
    "core/templates",
    "core/wording",
    "core/look",
    "messages/queries",
    "programmes/choices",
    "recruitment/letters",
)
SCOPE: Mapping[str, tuple[str, ...]] = {"pl": ("",), "uk": RESIDENTS}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}|%[sd]")


@dataclass(frozen=True)
class Found:
    """One message where it stands in the code."""

    path: str
    ids: str | tuple[str, ...]
    context: str | None


def sources() -> Iterator[Path]:
    for path in sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.txt")]):
        parts = path.relative_to(PACKAGE).parts
        if not {"tests", "migrations", "locale"} & set(parts):
            yield path


def as_python(path: Path) -> bytes:
    """The file as something Python's tokenizer can read; of a template only its messages stay."""
    text = path.read_text("utf-8")
    if path.suffix == ".py":
        return text.encode()
    from django.utils.translation.template import templatize  # noqa: PLC0415 - not needed to compile

    lines = templatize(text).splitlines()
    return "\n".join(line.strip() for line in lines).encode()


def messages_in(path: Path) -> Iterator[Found]:
    where = path.relative_to(PACKAGE).as_posix()
    found = extract_python(BytesIO(as_python(path)), KEYWORDS, [], {"encoding": "utf-8"})
    for _line, function, arguments, _comments in found:
        given = arguments if isinstance(arguments, tuple) else (arguments,)
        spec = KEYWORDS[str(function)] or (1,)
        context = next((given[at[0] - 1] for at in spec if isinstance(at, tuple)), None)
        ids = tuple(given[at - 1] for at in spec if isinstance(at, int) and at <= len(given))
        if all(isinstance(one, str) and one for one in ids):
            plain = [str(one) for one in ids]
            yield Found(
                where, plain[0] if len(plain) == 1 else tuple(plain), str(context) if context else None
            )


def wanted(language: str) -> Catalog:
    """Every message that this language must have, without translations."""
    catalog = Catalog(locale=language, project="Kladka", copyright_holder="", charset="utf-8")
    catalog.fuzzy = False
    for path in sources():
        if path.relative_to(PACKAGE).as_posix().startswith(SCOPE[language]):
            for found in messages_in(path):
                catalog.add(found.ids, locations=[(found.path, 0)], context=found.context)
    return catalog


def po_file(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def kept(language: str) -> Catalog:
    path = po_file(language)
    if not path.exists():
        return Catalog(locale=language, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def extract() -> int:
    for language in SCOPE:
        old, new = kept(language), wanted(language)
        for message in new:
            known = old.get(message.id, message.context) if message.id else None
            if known:
                message.string = known.string
        path = po_file(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, new, width=110, sort_output=True, omit_header=True, include_lineno=False)
        missing = sum(not is_translated(message) for message in new if message.id)
        sys.stdout.write(f"{language}: {len(new)} messages, {missing} without translation\n")
    return 0


def compile_all() -> int:
    for language in SCOPE:
        catalog = kept(language)
        catalog.fuzzy = False
        with po_file(language).with_suffix(".mo").open("wb") as file:
            write_mo(file, catalog)
    return 0


def is_translated(message: Message) -> bool:
    said = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    return all(said)


def fault(message: Message, language: str) -> str | None:
    if not is_translated(message):
        return "has no translation"
    if message.fuzzy:
        return "is marked fuzzy"
    said = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    if message.pluralizable and len(said) != Catalog(locale=language).num_plurals:
        return "has a wrong number of plural forms"
    asked = message.id if isinstance(message.id, (list, tuple)) else [message.id]
    names = set(PLACEHOLDER.findall(str(asked[-1])))
    if any(set(PLACEHOLDER.findall(str(one))) - names for one in said):
        return "names a placeholder that the message does not have"
    if set(PLACEHOLDER.findall(str(said[-1]))) != names:
        return "loses a placeholder"
    return None


def standing(asked: bool, message: Message | None, language: str) -> str | None:  # noqa: FBT001 - two yes-or-no facts
    if message is None:
        return "is not in the catalogue; run extract"
    return fault(message, language) if asked else "is used nowhere; run extract"


def check() -> int:
    """Exit code 1 and a line for each fault; 0 when the catalogues are whole."""
    faults = []
    for language in SCOPE:
        old, new = kept(language), wanted(language)
        asked = {(message.id, message.context) for message in new if message.id}
        have = {(message.id, message.context): message for message in old if message.id}
        for key in sorted(asked | set(have), key=str):
            wrong = standing(key in asked, have.get(key), language)
            faults += [f"{language}: {key[0]!r} {wrong}"] if wrong else []
    sys.stdout.write("".join(f"{line}\n" for line in faults))
    return int(bool(faults))


def main(verb: str) -> int:
    return {"extract": extract, "compile": compile_all, "check": check}[verb]()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
