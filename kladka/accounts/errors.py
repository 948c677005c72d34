from collections.abc import Iterable

from django.utils.translation import gettext as _

from kladka.core.errors import DomainError


class NameMissing(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Write the first name and the surname."))


class NameTooLong(DomainError):
    def __init__(self, longest: int) -> None:
        super().__init__(_("Write a name of at most %(longest)s letters.") % {"longest": longest})


class EmailMalformed(DomainError):
    def __init__(self, email: str) -> None:
        super().__init__(
            _("Write an e-mail like anna.kowalska@example.org, not “%(given)s”.") % {"given": email[:60]}
        )


class EmailTaken(DomainError):
    def __init__(self, email: str) -> None:
        super().__init__(
            _("Somebody with the e-mail %(email)s can already sign in here: give them a role instead.")
            % {"email": email}
        )


class PasswordWeak(DomainError):
    def __init__(self, faults: Iterable[str]) -> None:
        super().__init__(" ".join(faults))


class ShutOutOneself(DomainError):
    def __init__(self) -> None:
        super().__init__(_("You cannot shut yourself out: ask another administrator."))
