"""What people may get wrong about a person, each with what to do."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kladka.core.errors import DomainError


class NameMissing(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Write the first name and the surname."))


class NameTooLong(DomainError):
    def __init__(self, length: int, longest: int) -> None:
        super().__init__(
            _("Shorten the name: it has %(length)s letters, and %(longest)s fit.")
            % {"length": length, "longest": longest}
        )


class HiddenCharacter(DomainError):
    def __init__(self, position: int) -> None:
        super().__init__(
            _("Write the name again by hand: a character nobody can see stands at place %(position)s.")
            % {"position": position}
        )


class PeselMalformed(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Write the PESEL with its 11 digits and nothing else."))


class PeselWrongDigit(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Check the PESEL with the document: one of its digits is wrong."))


class PeselOfNoDay(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Check the first six digits of the PESEL: there is no such date of birth."))


class PeselOfOtherSex(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Correct the sex or the PESEL: the tenth digit belongs to the other sex."))


class PeselOfOtherCentury(DomainError):
    def __init__(self, born: date) -> None:
        super().__init__(
            _("Correct the date of birth or the PESEL: the PESEL says %(born)s, another century.")
            % {"born": date_format(born)}
        )


class PeselOfOtherDay(DomainError):
    def __init__(self, born: date) -> None:
        super().__init__(
            _("Correct the date of birth or the PESEL: the PESEL says %(born)s.")
            % {"born": date_format(born)}
        )


class PeselTaken(DomainError):
    def __init__(self) -> None:
        super().__init__(
            _(
                "Somebody with this PESEL is already in the record. Look the person up, or enter an application."
            )
        )


class PersonsTaken(DomainError):
    def __init__(self) -> None:
        super().__init__(
            _(
                "Somebody of the list was added by another person in the meantime. Nothing was written: start again."
            )
        )


class DocumentTaken(DomainError):
    def __init__(self) -> None:
        super().__init__(
            _("Somebody with this document is already in the record. Look the person up instead.")
        )


class DocumentIncomplete(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Give both the kind of the document and its number."))


class PeselAndDocument(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Give either a PESEL or another document, not both."))


class BirthUnknown(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Without a PESEL, give the date of birth and the sex."))


class BornInFuture(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Correct the date of birth: that day has not come yet."))


class PhoneMalformed(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Write the telephone number with digits only, 7 to 15, for example 32 000 00 00."))


class EmailMalformed(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Write the e-mail address without Polish letters, for example anna@example.org."))


class NothingChanged(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Nothing is different from what is recorded."))


class ReasonMissing(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Write why this is being changed."))


class ClosedBeforeOpened(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Choose a later day: the one recorded now began after it."))


class LinkedToOneself(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Choose another person; nobody is close to themselves."))


class NobodyFits(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Nobody of your programmes fits this. Add the person to the record first."))


class ManyFit(DomainError):
    def __init__(self) -> None:
        super().__init__(_("More than one person fits this. Write the PESEL or the whole number."))


class SamePerson(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Choose two records: this is one and the same."))


class MergedMeanwhile(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Somebody has just merged one of these records. Look the person up again."))


class ToldApart(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Somebody said that these are different people. Take that back first."))


class RivalNotChosen(DomainError):
    def __init__(self, title: str) -> None:
        super().__init__(_("Choose which goes on: %(title)s.") % {"title": title})


class AlreadyUndone(DomainError):
    def __init__(self) -> None:
        super().__init__(_("This merge was undone before. There is nothing left to do."))


class LaterMergeStands(DomainError):
    def __init__(self, person: str) -> None:
        super().__init__(
            _("Undo the later merge first: the record is now part of %(person)s.") % {"person": person}
        )


class StepsLost(DomainError):
    def __init__(self) -> None:
        super().__init__(_("This merge can no longer be undone: the data of the merged record were erased."))


class SomethingInTheWay(DomainError):
    def __init__(self) -> None:
        super().__init__(
            _(
                "Something entered since the merge stands in the way: a second participation in one edition, "
                "or a PESEL that both would have. Correct it, then undo the merge."
            )
        )


class WithdrawnBeforeGiven(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Choose a later day: a consent cannot be withdrawn before it was given."))


class NothingToWithdraw(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Only a consent that was given and still holds can be withdrawn."))
