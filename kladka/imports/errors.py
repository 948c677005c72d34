"""What an import refuses as a whole, each with what to do."""

from django.utils.translation import gettext as _

from kladka.core.errors import DomainError


class FileRefused(DomainError):
    """The file as a whole cannot be read, or is no list of people."""


class BuiltUpon(DomainError):
    def __init__(self) -> None:
        super().__init__(
            _(
                "Something has been recorded since for people of this import: a mark, a plan, a file that was sent. "
                "Take that back first, or correct single people."
            )
        )


class AlreadyUndone(DomainError):
    def __init__(self) -> None:
        super().__init__(_("This import is undone already. There is nothing to take back."))
