"""What staff do with a message that did not arrive, or that goes by post."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext

from kladka.audit.actions import record, record_reading
from kladka.core.queue import announce
from kladka.messages import errors, queries
from kladka.messages.choices import Occasion, State, Trouble, Way
from kladka.messages.facts import MessagesPosted
from kladka.messages.models import Message
from kladka.messages.queries import Addressee, Content

if TYPE_CHECKING:
    from kladka.accounts.models import User


@transaction.atomic
def send_again(*, message: Message, by: "User", at: datetime) -> None:
    """To the address that the record holds now. Raises NotFailed, TextGone, NoAddress."""
    message, content = _failed(message)
    to = _addressee(message, at=at)
    address = to.email if to else content.to
    if not address:
        raise errors.NoAddress
    message.state, message.trouble, message.answer, message.waits_since = State.WAITING, "", "", at
    message.content = queries.sealed(replace(content, to=address), message.person)
    message.save(update_fields=["state", "trouble", "answer", "waits_since", "content"])
    record("messages.sent_again", on=message, by=by, at=at)
    announce(MessagesPosted())


@transaction.atomic
def make_letter(*, message: Message, by: "User", at: datetime) -> None:
    """The same text goes by post. Raises NotFailed, TextGone."""
    message, content = _failed(message)
    to = _addressee(message, at=at)
    lines = to.lines if to else content.lines
    message.way, message.state, message.trouble, message.answer = Way.LETTER, State.TO_PRINT, "", ""
    message.content = queries.sealed(replace(content, lines=lines), message.person)
    message.save(update_fields=["way", "state", "trouble", "answer", "content"])
    record("messages.made_letter", on=message, by=by, at=at)


@transaction.atomic
def came_back(*, message: Message, by: "User", at: datetime) -> None:
    """Somebody found the answer of a foreign mail server among the post of the office. Raises NotYetSent."""
    message = _held(message)
    if message.state != State.SENT:
        raise errors.NotYetSent
    message.state, message.trouble, message.settled_at = State.FAILED, Trouble.RETURNED, None
    message.save(update_fields=["state", "trouble", "settled_at"])
    record("messages.came_back", on=message, by=by, at=at)


@transaction.atomic
def mark_printed(*, message: Message, by: "User", at: datetime) -> None:
    """The letter was printed; printed again, the first time stays."""
    message = _held(message)
    if message.state != State.TO_PRINT:
        return
    message.state, message.settled_at = State.PRINTED, at
    message.save(update_fields=["state", "settled_at"])
    record("messages.printed", on=message, by=by, at=at)


def read_message(*, message: Message, why: str, by: "User", at: datetime) -> Content | None:
    """The sealed text; that somebody looked at it is written down where it is about a person."""
    content = queries.opened(message)
    if content is not None and message.person is not None:
        record_reading(
            person=message.person.public_id, what=gettext("text of a message"), why=why, by=by, at=at
        )
    return content


def can_go_again(message: Message) -> bool:
    return (
        message.state == State.FAILED
        and message.content is not None
        and message.occasion != Occasion.DRAFT_LINK
    )


def _held(message: Message) -> Message:
    return (
        Message.objects.select_for_update(of=("self",)).select_related("person", "edition").get(pk=message.pk)
    )


def _failed(message: Message) -> tuple[Message, Content]:
    message = _held(message)
    if message.state != State.FAILED:
        raise errors.NotFailed
    content = queries.opened(message)
    if content is None or message.occasion == Occasion.DRAFT_LINK:  # its link is not kept
        raise errors.TextGone
    return message, content


def _addressee(message: Message, *, at: datetime) -> Addressee | None:
    if message.person is None:
        return None
    queries.with_reach([message.person], on=localdate(at))
    return queries.addressee_of(message.person)
