"""The wordings that ship, one text for an occasion and a language: the subject, an empty line, the message."""

from functools import cache
from pathlib import Path
from typing import Final

from kladka.messages.rules import Wording, split

FOLDER: Final = Path(__file__).resolve().parent


@cache
def shipped(occasion: str, language: str) -> Wording:
    return split((FOLDER / language / f"{occasion}.txt").read_text("utf-8"))
