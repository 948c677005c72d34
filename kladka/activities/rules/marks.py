"""Which mark wins when several people write one register.

No clock of a phone is asked: order of arrival decides, and each mark carries what the sender had seen. Both
values stay in the trail. Source: six rules of the attendance sheet, docs/adr/0004-interface.md.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Sent:
    """A mark as it arrived; an empty one takes a mark back. `was` is what the sheet showed to the sender.

    `fill`: only where nobody wrote anything yet.
    """

    mark: str
    was: str = ""
    fill: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """What the sender learns of one person; `conflict` is the mark that somebody else wrote before."""

    mark: str
    conflict: str = ""


@dataclass(frozen=True, slots=True)
class Merged(Generic[K]):
    """The answer for every row sent, and the rows whose mark changes."""

    rows: dict[K, Row] = field(default_factory=dict)
    changed: tuple[K, ...] = ()

    @property
    def conflicts(self) -> dict[K, Row]:
        return {key: row for key, row in self.rows.items() if row.conflict}


def changes(sent: Sent, kept: str) -> bool:
    """Whether a mark is written: not if it fills what is not blank, is said already, or was not touched."""
    if sent.fill:
        return not kept
    untouched = sent.mark == sent.was  # a plain form sends every row
    return sent.mark != kept and not untouched


def row(sent: Sent, kept: str) -> Row:
    if not changes(sent, kept):
        return Row(kept)
    overtaken = not sent.fill and sent.was != kept
    return Row(sent.mark, kept if overtaken else "")


def merge(sent: Mapping[K, Sent], kept: Mapping[K, str]) -> Merged[K]:
    """Decide every row of a batch against the marks that are there."""
    rows = {key: row(one, kept.get(key, "")) for key, one in sent.items()}
    changed = tuple(key for key, one in sent.items() if changes(one, kept.get(key, "")))
    return Merged(rows, changed)


def filling(blank: Iterable[K], mark: str) -> dict[K, Sent]:
    """“The rest are present”: a mark for everybody without one."""
    return {key: Sent(mark, fill=True) for key in blank}
