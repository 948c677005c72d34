"""The way out: one connection to the mail server for a whole outbox. In a demo nothing leaves the machine."""

import smtplib
from contextlib import contextmanager
from email.utils import formataddr
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from kladka.messages.choices import Trouble
from kladka.messages.queries import Content, reply_to
from kladka.municipalities.queries import current_municipality, current_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.core.mail.backends.base import BaseEmailBackend

    from kladka.messages.models import Message

SMTP: Final = "django.core.mail.backends.smtp.EmailBackend"
IN_FILES: Final = "django.core.mail.backends.filebased.EmailBackend"
FOR_EVER: Final = 500  # answers of a mail server from here on do not change by trying again


class ServerAway(Exception):  # noqa: N818 - named for what is wrong
    """The mail server cannot be reached now; what waits goes on waiting."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


class NotTaken(Exception):  # noqa: N818 - named for what is wrong
    """The mail server has answered, and the answer was no."""

    def __init__(self, trouble: Trouble, *, answer: str) -> None:
        super().__init__(answer)
        self.trouble, self.answer = trouble, answer


def is_demo() -> bool:
    town = current_municipality()
    return bool(settings.DEMO or (town and town.is_demo))


def is_set_up() -> bool:
    """Whether e-mail can leave at all."""
    return is_demo() or settings.EMAIL_BACKEND != SMTP or bool(settings.EMAIL_HOST)


@contextmanager
def connected() -> "Iterator[BaseEmailBackend]":
    """Raises ServerAway."""
    if not is_set_up():
        raise ServerAway(Trouble.NO_SERVER)
    way_out: BaseEmailBackend = _way_out()
    try:
        way_out.open()
    except (OSError, smtplib.SMTPException) as error:
        raise ServerAway(Trouble.SERVER_AWAY) from error
    try:
        yield way_out
    finally:
        way_out.close()


def _way_out() -> "BaseEmailBackend":
    if is_demo():
        folder = settings.MAIL_FOLDER / current_schema()
        return get_connection(IN_FILES, file_path=str(folder))
    return get_connection()


def send(message: "Message", content: Content, *, through: "BaseEmailBackend") -> None:
    """Raises NotTaken, ServerAway."""
    try:
        _written(message, content, through).send()
    except smtplib.SMTPRecipientsRefused as error:
        code, words = next(iter(error.recipients.values()))
        raise _refusal(Trouble.BAD_ADDRESS, code, words) from error
    except smtplib.SMTPResponseException as error:
        raise _refusal(Trouble.REFUSED, error.smtp_code, error.smtp_error) from error
    except OSError as error:
        raise ServerAway(Trouble.SERVER_AWAY) from error


def _refusal(trouble: Trouble, code: int, words: bytes | str) -> Exception:
    """An answer below 500 means: later."""
    said = words.decode(errors="replace") if isinstance(words, bytes) else words
    return NotTaken(trouble, answer=f"{code} {said}") if code >= FOR_EVER else ServerAway(Trouble.SERVER_AWAY)


def _written(message: "Message", content: Content, through: "BaseEmailBackend") -> EmailMessage:
    """The same message has the same id: a mail program shows it once, should it come twice after a power cut."""
    town, sender = current_municipality(), settings.DEFAULT_FROM_EMAIL
    office = (town.operator or town.name) if town else ""
    answers = reply_to(message.edition)
    return EmailMessage(
        subject=message.subject,
        body=content.body,
        from_email=formataddr((office, sender)) if office else sender,
        to=[content.to],
        reply_to=[answers] if answers else None,
        connection=through,
        headers={
            "Message-ID": f"<kladka.{current_schema()}.{message.pk}@{sender.rpartition('@')[2]}>",
            "Auto-Submitted": "auto-generated",
            "Content-Language": message.language,
        },
    )
