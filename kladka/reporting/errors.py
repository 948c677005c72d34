"""What the official file refuses as a whole, each with what to do."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from kladka.core.errors import DomainError


class NoProfile(DomainError):
    def __init__(self, regime: str, known: Iterable[str]) -> None:
        super().__init__(
            _("No layout of the official file is known for %(regime)s. Force one: --profile %(profile)s")
            % {"regime": regime, "profile": " | ".join(known)}
        )


class UnknownProfile(DomainError):
    def __init__(self, asked: str, known: Iterable[str]) -> None:
        super().__init__(
            _("There is no layout “%(asked)s”. Choose one of: %(known)s.")
            % {"asked": asked, "known": ", ".join(known)}
        )


class NothingToSend(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Nobody has started yet: the first support makes a row of the file."))
