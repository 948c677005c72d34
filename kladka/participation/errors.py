"""What the record refuses to say about a participation, each with what to do."""

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from kladka.core.errors import DomainError


class SupportBeforeEdition(DomainError):
    def __init__(self, starts_on: date) -> None:
        super().__init__(
            _("Choose %(day)s or a later day: the edition begins then.") % {"day": date_format(starts_on)}
        )


class SupportAfterEdition(DomainError):
    def __init__(self, ends_on: date) -> None:
        super().__init__(
            _("Choose %(day)s or an earlier day: the edition ended then.") % {"day": date_format(ends_on)}
        )


class SupportInFuture(DomainError):
    def __init__(self, day: date) -> None:
        super().__init__(
            _("Record this on %(day)s at the earliest: that day has not come yet.")
            % {"day": date_format(day)}
        )


class NotYetQualified(DomainError):
    """`missing`: what has to be there first, each in a few words."""

    def __init__(self, name: str, day: date, missing: Sequence[object]) -> None:
        super().__init__(
            _("%(name)s cannot be recorded on %(day)s: first add what is missing (%(missing)s).")
            % {
                "name": name,
                "day": date_format(day),
                "missing": get_text_list([str(one) for one in missing], _("and")),
            }
        )


class LeftBeforeSupport(DomainError):
    def __init__(self, name: str, left_on: date) -> None:
        super().__init__(
            _("%(name)s took part until %(day)s. Correct the last day first.")
            % {"name": name, "day": date_format(left_on)}
        )


class DetailOfOtherStatus(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Choose the detail again: it belongs to another status on the labour market."))


class SignedInFuture(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Choose today or an earlier day: a paper cannot be signed in the future."))


class SignedAfterEdition(DomainError):
    def __init__(self, ends_on: date) -> None:
        super().__init__(
            _("Choose %(day)s or an earlier day: nobody joins an edition after its end.")
            % {"day": date_format(ends_on)}
        )


class LeavesBeforeLastSupport(DomainError):
    def __init__(self, last_support_on: date) -> None:
        super().__init__(
            _("Choose a last day not before %(day)s: a support was received on that day.")
            % {"day": date_format(last_support_on)}
        )


class LeavesInFuture(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Choose today or an earlier day: what has not ended yet cannot be closed."))


class LeavesBeforeAgreement(DomainError):
    def __init__(self, opened_on: date) -> None:
        super().__init__(
            _("Choose %(day)s or a later day: the agreement was signed then.")
            % {"day": date_format(opened_on)}
        )


class NotQualified(DomainError):
    def __init__(self) -> None:
        super().__init__(_("First record the decision: this application is not qualified."))


class AlreadyTakesPart(DomainError):
    def __init__(self) -> None:
        super().__init__(
            _("This person already takes part in this edition. Open that participation instead.")
        )


class TookPartBefore(DomainError):
    def __init__(self, left_on: date) -> None:
        super().__init__(
            _("This person took part in this edition until %(day)s. Reopen that participation instead.")
            % {"day": date_format(left_on)}
        )


class AlreadyFrozen(DomainError):
    def __init__(self) -> None:
        super().__init__(_("The first support has frozen these data. Make an amendment with a reason."))


class NotStarted(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Nothing is frozen before the first support. Change the declaration instead."))


class NotAmendable(DomainError):
    def __init__(self) -> None:
        super().__init__(_("This value follows from the days of supports. Correct the attendance instead."))


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


class OutcomeInFuture(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Choose today or an earlier day: this has not happened yet."))


class OutcomeBeforeAgreement(DomainError):
    def __init__(self, opened_on: date) -> None:
        super().__init__(
            _("Choose a day after %(day)s: what was so at entry is no result.")
            % {"day": date_format(opened_on)}
        )


class PlanEmpty(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Add at least one support to the plan."))


class SupportOfOtherEdition(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Choose a support of this edition."))


class StepEndsBeforeItBegins(DomainError):
    def __init__(self) -> None:
        super().__init__(_("The step cannot end before it begins."))


class ScoreOutOfRange(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Give a score from 1 to 5."))


class RelatedMissing(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Say whose close environment this person is; that person must take part already."))
