"""What the record refuses to say about a participation, each with what to do."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kladka.core.errors import DomainError


class DetailOfOtherStatus(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Choose the detail again: it belongs to another status on the labour market."))


class OutsideEdition(DomainError):
    def __init__(self, starts_on: date | None, ends_on: date | None) -> None:
        days = {"from": date_format(starts_on) if starts_on else "…", "to": date_format(ends_on) if ends_on else "…"}
        super().__init__(_("Choose a day within the edition, from %(from)s to %(to)s.") % days)


class LeftBeforeSupport(DomainError):
    def __init__(self, last_support_on: date) -> None:
        super().__init__(
            _("Choose a last day not before %(day)s: a support was received on that day.")
            % {"day": date_format(last_support_on)}
        )


class NotQualified(DomainError):
    def __init__(self) -> None:
        super().__init__(_("First record the decision: this application is not qualified."))


class AlreadyTakesPart(DomainError):
    def __init__(self) -> None:
        super().__init__(_("This person already takes part in this edition. Open that participation instead."))


class AlreadyFrozen(DomainError):
    def __init__(self) -> None:
        super().__init__(_("The first support has frozen these data. Make an amendment with a reason."))


class NotStarted(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Nothing is frozen before the first support. Change the declaration instead."))


class NotAmendable(DomainError):
    def __init__(self) -> None:
        super().__init__(_("This value follows from others. Correct the person's data or the attendance."))


class ValueUnknown(DomainError):
    def __init__(self, value: str) -> None:
        super().__init__(_("Choose a value from the list; “%(value)s” is not on it.") % {"value": value})


class NothingAmended(DomainError):
    def __init__(self) -> None:
        super().__init__(_("The frozen value already says this."))


class ReasonMissing(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Write why the value is corrected."))


class AlreadyLeft(DomainError):
    def __init__(self, left_on: date) -> None:
        super().__init__(
            _("This participation ended on %(day)s. Reopen it first.") % {"day": date_format(left_on)}
        )


class NotLeft(DomainError):
    def __init__(self) -> None:
        super().__init__(_("This participation has not ended yet."))


class PlanEmpty(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Add at least one support to the plan."))


class RelatedMissing(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Say whose close environment this person is; that person must take part already."))
