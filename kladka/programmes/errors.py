from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kladka.core.errors import DomainError


class RoleHeld(DomainError):
    def __init__(self) -> None:
        super().__init__(
            _("This user already has this role there on these days. End it first, or change the days.")
        )


class RoleEndsBeforeItBegins(DomainError):
    def __init__(self, first: date) -> None:
        super().__init__(
            _("The last day must not be before the first, %(day)s.")
            % {"day": date_format(first, "SHORT_DATE_FORMAT")}
        )


class OutsiderWithoutTask(DomainError):
    def __init__(self) -> None:
        super().__init__(
            _("Choose the task or the offer: partners and commissioned organisations see nothing else.")
        )


class AdministratorInAnEdition(DomainError):
    def __init__(self) -> None:
        super().__init__(
            _("An administrator keeps users and settings and has no single edition: choose none.")
        )


class PlacesDiffer(DomainError):
    def __init__(self) -> None:
        super().__init__(_("The task and the offer must belong to the chosen edition."))


class LastAdministrator(DomainError):
    def __init__(self) -> None:
        super().__init__(_("This is the last administrator: give the role to somebody else first."))


class MonthClosed(DomainError):
    """The month's hours have been settled."""

    def __init__(self, *, day: date) -> None:
        super().__init__(
            _("%(month)s is closed for settlement. Ask the accountant to open it again.")
            % {"month": date_format(day, "F Y")}
        )
