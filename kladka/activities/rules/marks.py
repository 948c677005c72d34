"""Which mark wins when several people write one register.

No clock of a phone is asked: order of arrival decides, and a version for each row says what the sender had
seen. Both values stay in the history. Source: six rules of the attendance sheet, design/interface.md §9.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Kept:
    """The marks of one person so far, the oldest first; an empty one was taken back."""

    history: tuple[str, ...] = ()

    @property
    def version(self) -> int:
        return len(self.history)

    @property
    def mark(self) -> str:
        return self.at(self.version)

    def at(self, version: int) -> str:
        """What the sheet said at a version; 0 is the empty sheet."""
        return self.history[version - 1] if 0 < version <= len(self.history) else ""


@dataclass(frozen=True, slots=True)
class Sent:
    """A mark as it arrived: what the sender had seen, and whether it only fills a blank."""

    mark: str
    seen: int = 0
    fill: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """What the sender learns of one person; `conflict` is the mark that somebody else wrote before."""

    mark: str
    version: int
    conflict: str = ""


@dataclass(frozen=True, slots=True)
class Merged(Generic[K]):
    """The answer for every row sent, and the rows whose mark changes."""

    rows: dict[K, Row] = field(default_factory=dict)
    changed: tuple[K, ...] = ()


def changes(sent: Sent, kept: Kept) -> bool:
    """Whether a mark is written: not if it fills what is not blank, is said already, or was not touched."""
    if sent.fill:
        return not kept.mark
    untouched = sent.mark == kept.at(sent.seen)  # a plain form sends every row
    return sent.mark != kept.mark and not untouched


def row(sent: Sent, kept: Kept) -> Row:
    if not changes(sent, kept):
        return Row(kept.mark, kept.version)
    overtaken = sent.seen < kept.version
    return Row(sent.mark, kept.version + 1, kept.mark if overtaken else "")


def merge(sent: Mapping[K, Sent], kept: Mapping[K, Kept]) -> Merged[K]:
    """Decide every row of a batch."""
    rows = {key: row(one, kept.get(key, Kept())) for key, one in sent.items()}
    changed = tuple(key for key, one in sent.items() if changes(one, kept.get(key, Kept())))
    return Merged(rows, changed)


def filling(blank: Sequence[K], mark: str) -> dict[K, Sent]:
    """“The rest are present”: a mark for everybody without one."""
    return {key: Sent(mark, fill=True) for key in blank}
