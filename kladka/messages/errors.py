from django.utils.translation import gettext as _

from kladka.core.errors import DomainError
from kladka.messages.rules import Fault

SAID = {
    "no_subject": lambda: _("Write the subject."),
    "subject_with_words": lambda: _(
        "Take the braces out of the subject: it may say nothing of the person or the programme."
    ),
    "subject_names": lambda: _(
        "Take “%(word)s” out of the subject: whoever sees the screen must not learn what it is about."
    ),
    "unknown_word": lambda: _("Correct %(word)s: only words of the list beside the text are filled in."),
    "word_missing": lambda: _("Put %(word)s into the text: without it the message is of no use."),
}


class WordingRefused(DomainError):
    def __init__(self, fault: Fault) -> None:
        super().__init__(SAID[fault.kind]() % {"word": fault.word})


class NotFailed(DomainError):
    def __init__(self) -> None:
        super().__init__(_("This message is on its way or has arrived; only one that failed is sent again."))


class TextGone(DomainError):
    def __init__(self) -> None:
        super().__init__(_("The text of this message is deleted; write a new message."))


class NoAddress(DomainError):
    def __init__(self) -> None:
        super().__init__(_("There is no e-mail address in the record: add one first, or print a letter."))


class NotYetSent(DomainError):
    def __init__(self) -> None:
        super().__init__(_("This message has not been sent by e-mail, so it cannot have come back."))


class StillWaiting(DomainError):
    """For the queue, which tries again."""

    def __init__(self, left: int) -> None:
        super().__init__(f"{left} messages wait: the mail server cannot be reached.")
