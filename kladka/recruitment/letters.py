"""What is written to those who applied: who gets it, and what the record says to each."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from django.utils import translation

from kladka.core import wording
from kladka.messages.actions import Posting
from kladka.messages.choices import Occasion

if TYPE_CHECKING:
    from kladka.messages.queries import Addressee
    from kladka.recruitment.models import Application


def received(application: "Application", *, to: "Addressee", answer_by: date | None = None) -> Posting:
    """Confirmation with the number and what happens next."""
    days = {"received_on": application.received_at, "answer_by": answer_by}
    return posting(Occasion.RECEIVED, application, to=to, of="", values=in_words(days, to.language))


def in_words(days: Mapping[str, date | None], language: str) -> dict[str, str]:
    """Days as the addressee says them; empty where there is none."""
    with translation.override(language):
        return {word: wording.day(day) if day else "" for word, day in days.items()}


def posting(
    occasion: Occasion, application: "Application", *, to: "Addressee", of: str, values: Mapping[str, str]
) -> Posting:
    """One message; `of` names what makes this occasion another one of the same kind."""
    said = {"number": application.number, "programme": application.edition.programme.title, **values}
    return Posting(
        occasion=occasion,
        edition=application.edition,
        about=application,
        key=f"application {application.pk} {occasion} {of}".strip(),
        addressee=to,
        values=said,
        person=application.person,
    )
