"""What a resident without an account gets by e-mail: the way back to the answers, and the number of the application."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils import translation

from kladka.core import wording
from kladka.messages.actions import Posting, post
from kladka.messages.choices import Occasion
from kladka.messages.models import Message
from kladka.messages.queries import Addressee
from kladka.people.choices import Language
from kladka.recruitment import tickets
from kladka.recruitment.letters import received

if TYPE_CHECKING:
    from kladka.portal.queries.applying import Filling
    from kladka.recruitment.models import Application, Draft

MOST_ADDRESSES = 3  # of one draft: nobody's letter-box is filled from here


def send_link(filling: "Filling", *, link: str, at: datetime) -> Message | None:
    """The link and the code to the address that was given; to the same address once."""
    draft = filling.draft
    if not draft.email:
        return None
    key = f"draft {draft.pk} {tickets.source_of(draft.email.lower())[:32]}"
    before = Message.objects.about(draft).exclude(key=key)
    if before.count() >= MOST_ADDRESSES:
        return None
    with translation.override(draft.language):
        until = wording.day(draft.keep_until)
    posting = Posting(
        occasion=Occasion.DRAFT_LINK,
        edition=draft.edition,
        about=draft,
        key=key,
        addressee=written_in(draft),
        values={"link": link, "code": filling.code, "until": until},
        keep_until=draft.keep_until,
    )
    return post(posting, by=None, at=at)


def send_number(
    application: "Application", *, to: Addressee, answer_by: date, at: datetime
) -> Message | None:
    """The number and what happens next, to the address of the form; who gave none has it on the screen."""
    if not to.email:
        return None
    posting = received(application, to=to, answer_by=answer_by)
    return post(posting, by=None, at=at)


def written_in(draft: "Draft") -> Addressee:
    """As the form says it: of somebody who is in the record already the record may hold another address."""
    person = f"{draft.first_name} {draft.last_name}".strip()
    return Addressee(
        name=draft.guardian_name or person,
        ward=person if draft.is_for_ward else "",
        language=Language(draft.language),
        email=draft.email,
    )
