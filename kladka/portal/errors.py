"""What the portal refuses, each in one sentence that says what to do."""

from django.utils.translation import gettext as _

from kladka.core.errors import DomainError


class NotASiteFile(DomainError):
    """The file cannot be read as the words of a site."""

    def __init__(self, why: str) -> None:
        super().__init__(_("This is not a file with the words of a site: %(why)s.") % {"why": why})
