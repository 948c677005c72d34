"""What the job does: send all that waits, one after another, each settled on its own."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from kladka.audit.actions import record
from kladka.messages import mailing, queries
from kladka.messages.actions.posting import without_secrets
from kladka.messages.choices import State, Trouble
from kladka.messages.mailing import NotTaken, ServerAway
from kladka.messages.models import Message

if TYPE_CHECKING:
    from django.core.mail.backends.base import BaseEmailBackend

GIVE_UP_AFTER = timedelta(days=2)


@dataclass(frozen=True)
class Outbox:
    """How one run went; `left` wait for the next."""

    sent: int
    failed: int
    left: int


def send_waiting(*, at: datetime) -> Outbox:
    """Send what waits, the oldest first. While the mail server is away all wait; after two days they have failed."""
    before = Message.objects.failed().count()
    sent, trouble = 0, Trouble.SERVER_AWAY
    try:
        with mailing.connected() as way_out:
            for number in Message.objects.waiting().order_by("written_at", "pk").values_list("pk", flat=True):
                sent += _settle(number, way_out, at=at)
    except ServerAway as error:
        trouble = error.trouble
    for one in Message.objects.waiting().filter(waits_since__lt=at - GIVE_UP_AFTER):
        fail(message=one, trouble=trouble, at=at)
    return Outbox(sent, Message.objects.failed().count() - before, Message.objects.waiting().count())


@transaction.atomic
def _settle(number: int, way_out: "BaseEmailBackend", *, at: datetime) -> bool:
    """The row is held until it is settled: two workers never send it both. Raises ServerAway."""
    held = Message.objects.select_for_update(of=("self",), skip_locked=True).waiting()
    message = held.select_related("person", "edition").filter(pk=number).first()
    if message is None:
        return False
    content = queries.opened(message)
    if content is None:
        fail(message=message, trouble=Trouble.ERASED, at=at)
        return False
    try:
        mailing.send(message, content, through=way_out)
    except NotTaken as error:
        fail(message=message, trouble=error.trouble, answer=error.answer, at=at)
        return False
    message.state, message.settled_at = State.SENT, at
    message.content = queries.sealed(without_secrets(content), message.person)
    message.save(update_fields=["state", "settled_at", "content"])
    record("messages.sent", on=message, by=None, at=at)
    return True


@transaction.atomic
def fail(*, message: Message, trouble: Trouble, answer: str = "", at: datetime) -> None:
    """It did not arrive, and why. What opens a door is not kept any longer."""
    content = queries.opened(message)
    message.state, message.trouble, message.answer = State.FAILED, trouble, answer[:300]
    message.settled_at = None
    message.content = queries.sealed(without_secrets(content), message.person) if content else None
    message.save(update_fields=["state", "trouble", "answer", "settled_at", "content"])
    record("messages.failed", on=message, by=None, at=at, trouble=str(trouble))


@transaction.atomic
def delete_old_texts(*, on: date, at: datetime) -> int:
    """Texts and addresses go on their day; that somebody was written to stays. Twice deletes nothing more."""
    old = Message.objects.filter(keep_until__lt=on, content__isnull=False)
    for one in old.select_related("person").without_content():
        record("messages.texts_deleted", on=one, by=None, at=at)
    return old.update(content=None, answer="")
