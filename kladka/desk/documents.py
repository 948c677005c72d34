"""A-06, a letter: a message that goes by post."""

from datetime import date
from typing import TYPE_CHECKING, Final

from django.utils import translation
from django.utils.timezone import localdate

from kladka.core import wording
from kladka.municipalities.queries import current_municipality
from kladka.papers.actions import Draft
from kladka.papers.rules import Template

if TYPE_CHECKING:
    from kladka.messages.models import Message
    from kladka.messages.queries import Content

LETTER: Final = Template(
    "A-06", date(2026, 11, 24), "desk/typst/letter_2026_11_24.typ", "Pismo w sprawie zgłoszenia"
)


def letter(message: "Message", content: "Content") -> Draft:
    """The text as it was written, below the address; its day is the one on which it was written."""
    town = current_municipality()
    with translation.override(message.language):
        day = wording.day(localdate(message.written_at))
    return Draft(
        template=LETTER,
        edition=message.edition,
        about=message,
        content={
            "subject": message.subject,
            "language": message.language,
            "dated": f"{town.name}, {day}" if town else day,
            "to": "\n".join([content.name, *content.lines]),
            "parts": content.body.split("\n\n"),
        },
        name=str(message.pk),
        person=message.person,
        has_sensitive=True,
    )
