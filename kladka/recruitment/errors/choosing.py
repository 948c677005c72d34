"""What the committee is refused, each with what to do."""

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kladka.core.errors import DomainError


def listed(numbers: Sequence[str]) -> str:
    """The first few; nobody reads fifty numbers in a sentence."""
    few = 5
    return ", ".join(numbers[:few]) + (" …" if len(numbers) > few else "")


class NoScheme(DomainError):
    def __init__(self) -> None:
        super().__init__(
            _("Give the round a scoring scheme in the programme first: there is nothing to score by.")
        )


class NotInCommittee(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Only members of the committee of this round may do this."))


class ConflictOfInterest(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Leave this application to the others: you declared a conflict of interest."))


class AnswerUnknown(DomainError):
    def __init__(self, title: str) -> None:
        super().__init__(_("Answer “%(title)s” with one of its own levels.") % {"title": title})


class EvidenceMissing(DomainError):
    def __init__(self, title: str) -> None:
        super().__init__(_("Write what was seen that proves “%(title)s”.") % {"title": title})


class NothingToDraw(DomainError):
    def __init__(self) -> None:
        super().__init__(_("There is nothing to draw: no lot decides in this round."))


class AlreadyDrawn(DomainError):
    def __init__(self) -> None:
        super().__init__(_("The lot of this round is drawn; it is drawn only once."))


class NotEqual(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Put in order all those, and only those, who are equal and parted by a cut."))


class HowMissing(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Write how the committee decided; it stands in the protocol."))


class NobodySits(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Appoint at least one member and a quorum that they can make."))


class NoQuorum(DomainError):
    def __init__(self, quorum: int) -> None:
        super().__init__(
            ngettext(
                "At least %(quorum)s member must be there.",
                "At least %(quorum)s members must be there.",
                quorum,
            )
            % {"quorum": quorum}
        )


class NobodyApplied(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Nobody applied in this round; there is nothing to decide."))


class StillToScore(DomainError):
    def __init__(self, numbers: Sequence[str]) -> None:
        super().__init__(_("Score these applications first: %(numbers)s.") % {"numbers": listed(numbers)})


class StillEqual(DomainError):
    def __init__(self, numbers: Sequence[str]) -> None:
        super().__init__(
            _("Decide first who of these goes before whom: %(numbers)s.") % {"numbers": listed(numbers)}
        )


class NotDrawn(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Draw the lot first: it decides among equals in this round."))


class HeldInFuture(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Correct the day of the meeting: it has not come yet."))


class AlreadySigned(DomainError):
    def __init__(self) -> None:
        super().__init__(_("This member has already signed the protocol."))


class WasNotThere(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Only those sign who were at the meeting."))


class NotTheLast(DomainError):
    def __init__(self) -> None:
        super().__init__(_("A later protocol replaced this one: take the last of the round."))


class NoProtocol(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Seal the protocol of the round first: the reserve takes its order from it."))


class NoVacancy(DomainError):
    def __init__(self) -> None:
        super().__init__(_("No place is free: each is taken or offered to somebody."))


class ReserveEmpty(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Nobody is left on the reserve list; think of an extra round."))


class AlreadyAnswered(DomainError):
    def __init__(self) -> None:
        super().__init__(_("The answer is already written down."))


class AnsweredOutside(DomainError):
    def __init__(self, first: date, last: date) -> None:
        super().__init__(
            _("Correct the day of the answer: it must be between %(first)s and %(last)s.")
            % {"first": date_format(first), "last": date_format(last)}
        )


class StillTime(DomainError):
    def __init__(self, until: date) -> None:
        super().__init__(_("Wait for the answer: there is time until %(day)s.") % {"day": date_format(until)})


class NoPlaceToLeave(DomainError):
    def __init__(self) -> None:
        super().__init__(_("This person has no place that could become free."))


class NothingToAppeal(DomainError):
    def __init__(self) -> None:
        super().__init__(_("There is no decision yet to appeal against."))


class AppealOpen(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Decide the appeal that is open first."))


class AppealDecided(DomainError):
    def __init__(self) -> None:
        super().__init__(_("The appeal is already decided."))


class DayOutOfOrder(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Correct the day: it is too early, or has not come yet."))


class SchemeFrozen(DomainError):
    def __init__(self, title: str) -> None:
        super().__init__(
            _(
                "The scoring scheme “%(title)s” is frozen: applications are scored by it. Add the changed scheme "
                "under a new key, with a higher version."
            )
            % {"title": title}
        )


class ProtocolBroken(RuntimeError):
    """The kept bytes are not those that were sealed; restore the backup of the database and of the keys."""
