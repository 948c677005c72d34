"""What was written: a list with filters, on the screen and as a spreadsheet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from kladka.core.spreadsheets import Cell, Column
from kladka.messages.choices import State
from kladka.messages.models import Message
from kladka.people.models import Person

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.programmes.models import Edition

ON_A_PAGE = 50
TONES = {
    State.WAITING: "info",
    State.SENT: "success",
    State.FAILED: "danger",
    State.TO_PRINT: "warning",
    State.PRINTED: "success",
}
COLUMNS = (
    Column(_("Surname and first name"), 28),
    Column(_("Occasion"), 34),
    Column(_("Subject"), 40),
    Column(_("Programme"), 40),
    Column(_("Way"), 10),
    Column(_("State"), 18),
    Column(_("Written at"), 18),
    Column(_("Sent or printed at"), 18),
    Column(_("What to do"), 60),
)


@dataclass(frozen=True, kw_only=True)
class Asked:
    words: str = ""
    edition: "Edition | None" = None
    state: str = ""
    way: str = ""
    occasion: str = ""


def found(asked: Asked, *, user: "User") -> QuerySet[Message]:
    """What the user may see and asked for, the newest first."""
    shown = Message.objects.visible_to(user)
    for field, value in (("state", asked.state), ("way", asked.way), ("occasion", asked.occasion)):
        if value:
            shown = shown.filter(**{field: value})
    if asked.edition:
        shown = shown.filter(edition=asked.edition)
    if asked.words.strip():
        shown = shown.filter(Exists(Person.objects.matching(asked.words).filter(pk=OuterRef("person"))))
    return shown.newest_first()


def with_details(messages: QuerySet[Message]) -> QuerySet[Message]:
    """For lists: the sealed text stays in the database."""
    return messages.defer("content").select_related("person", "edition__programme")


@dataclass(frozen=True)
class Row:
    message: Message
    tone: str


def rows(messages: Iterable[Message]) -> list[Row]:
    return [Row(one, TONES[State(one.state)]) for one in messages]


def cells(messages: Iterable[Message]) -> Iterator[tuple[Cell, ...]]:
    for one in messages:
        yield (
            str(one.person or ""),
            one.get_occasion_display(),
            one.subject,
            str(one.edition),
            one.get_way_display(),
            one.get_state_display(),
            localtime(one.written_at),
            localtime(one.settled_at) if one.settled_at else None,
            one.remedy,
        )
