"""What is refused to those who apply and to those who enter and decide, each with what to do."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kladka.core.errors import DomainError


class Unmet(DomainError):
    """Stands in the way of being qualified: the sentence says what to do, `reason` why not, as a protocol has it."""

    def __init__(self, message: str, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


class AlreadyApplied(DomainError):
    def __init__(self, number: str) -> None:
        super().__init__(
            _(
                "This person has already applied here: open application %(number)s instead of entering another."
            )
            % {"number": number}
        )


class NameOfAnother(DomainError):
    def __init__(self) -> None:
        super().__init__(
            _("Check the PESEL and the name with the document: in the record this PESEL has another surname.")
        )


class ReceivedInFuture(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Correct the day on which the application came: it has not come yet."))


class RoundNotOpen(DomainError):
    def __init__(self, opens: date | None, closes: date | None) -> None:
        days = " – ".join(date_format(day) if day else "…" for day in (opens, closes))
        super().__init__(
            _("Choose another round or another day: this round takes applications %(days)s.") % {"days": days}
        )


class OfAnotherEdition(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Choose a round, an offer and grounds of the same edition."))


class Withdrawn(Unmet):
    def __init__(self) -> None:
        super().__init__(
            _("The application is withdrawn. Enter a new one if the person wants to come after all."),
            _("The application was withdrawn."),
        )


class PapersIncomplete(Unmet):
    def __init__(self) -> None:
        super().__init__(
            _("Collect the missing papers and mark the set as complete and signed."),
            _("The set of papers was not complete and signed."),
        )


class AgeOutside(Unmet):
    def __init__(self, age: int, age_from: int | None, age_to: int | None) -> None:
        bounds = f"{age_from or 0}–{age_to}" if age_to is not None else f"{age_from}+"
        said = ngettext(
            "The person is %(age)s year old; the offer is for the age of %(bounds)s.",
            "The person is %(age)s years old; the offer is for the age of %(bounds)s.",
            age,
        ) % {"age": age, "bounds": bounds}
        super().__init__(said, said)


class GroundMissing(Unmet):
    def __init__(self) -> None:
        super().__init__(
            _("Name at least one ground on which the person may take part."),
            _("The application names no ground for taking part."),
        )


class GroundNotInForce(Unmet):
    def __init__(self, title: str) -> None:
        super().__init__(
            _("Take away the ground “%(title)s”: it was not in force when the application came.")
            % {"title": title},
            _("The ground “%(title)s” was not in force when the application came.") % {"title": title},
        )


class GroundAlreadyNamed(DomainError):
    def __init__(self) -> None:
        super().__init__(_("This ground is already in the application."))


class ProofNotSeen(Unmet):
    def __init__(self) -> None:
        super().__init__(
            _("See the proof of at least one ground and note what it was."),
            _("None of the named grounds was proved."),
        )


class ProofUnnamed(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Write what was seen, for example: certificate of 3 March 2026."))


class IdentityInDoubt(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Look at a document before you put the person on the main list."))


class CloseOneNotThere(Unmet):
    def __init__(self) -> None:
        super().__init__(
            _("Enter the application of the person whose close environment this is first."),
            _("The person whose close environment this is has not applied."),
        )


class NoPlaceLeft(DomainError):
    def __init__(self, places: int) -> None:
        super().__init__(
            ngettext(
                "The only place is taken: put the person on the reserve list.",
                "All %(places)s places are taken: put the person on the reserve list.",
                places,
            )
            % {"places": places}
        )


class DecidedAlready(DomainError):
    def __init__(self) -> None:
        super().__init__(
            _("The application is decided. Change the decision if a paper turned out to be missing.")
        )


class DueInPast(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Give a day by which it can still be brought: today or later."))


class ReasonMissing(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Write why the person is not qualified."))


class DecidedBeforeReceived(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Correct the day of the decision: the application came later."))


class DecidedInFuture(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Correct the day of the decision: it has not come yet."))


class WithdrawnBeforeReceived(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Correct the day of the withdrawal: the application came later."))


class SentAlready(DomainError):
    def __init__(self) -> None:
        super().__init__(_("This application has been sent already. Call us to change something in it."))


class AnswersMissing(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Answer the remaining questions first."))


class EnrolmentOver(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Applications are not taken at the moment. Your answers are kept; call us."))


class TooManyKnocks(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Very many applications are coming just now. Try again in an hour, or call us."))
