"""What the field's rules answer about sessions and registers."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from kladka.core.errors import DomainError

if TYPE_CHECKING:
    from collections.abc import Sequence


def _day(day: date) -> str:
    return date_format(day, "j E Y")


def _moment(moment: datetime) -> str:
    return date_format(localtime(moment), "j E Y, H.i")


class RegisterNotYetOpen(DomainError):
    """The session has not begun."""

    def __init__(self, *, opens_at: datetime) -> None:
        super().__init__(
            _("This session has not begun: attendance can be marked from %(moment)s.")
            % {"moment": _moment(opens_at)}
        )


class RegisterClosed(DomainError):
    """Closed registers change only with a reason, which the trail keeps."""

    def __init__(self, *, closed_at: datetime) -> None:
        super().__init__(
            _("The register was closed on %(moment)s. Write the reason for the change and save again.")
            % {"moment": _moment(closed_at)}
        )


class SessionCancelled(DomainError):
    """Nothing can be recorded of what did not take place."""

    def __init__(self) -> None:
        super().__init__(_("This session was cancelled. Plan it anew, then mark who came."))


class SessionHeld(DomainError):
    """What took place is neither moved nor cancelled."""

    def __init__(self) -> None:
        super().__init__(
            _("Attendance of this session is already recorded, so it can be neither moved nor cancelled.")
        )


class BeforeEdition(DomainError):
    """A day before the programme's edition."""

    def __init__(self, *, first_day: date) -> None:
        super().__init__(
            _("The programme begins on %(day)s. Choose that day or a later one.") % {"day": _day(first_day)}
        )


class AfterEdition(DomainError):
    """A day after the programme's edition."""

    def __init__(self, *, last_day: date) -> None:
        super().__init__(
            _("The programme ended on %(day)s. Choose that day or an earlier one.") % {"day": _day(last_day)}
        )


class NotOnTheList(DomainError):
    """A mark for somebody whom this session does not expect."""

    def __init__(self, *, names: "Sequence[str]") -> None:
        super().__init__(
            _("Not on the list of this session: %(names)s. Add the person to the group first.")
            % {"names": ", ".join(names)}
        )


class ListHasChanged(DomainError):
    """Marks for somebody who has left the list since the page was opened."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Somebody whom you marked is not on this list any more. Look at the names below and save again, "
                "or add the person first."
            )
        )


class EndsBeforeItStarts(DomainError):
    """Times in the wrong order."""

    def __init__(self) -> None:
        super().__init__(_("The session ends before it starts. Correct the hours."))


class TooLong(DomainError):
    """Longer than a day: surely a wrong date."""

    def __init__(self) -> None:
        super().__init__(_("A session lasts at most 24 hours. Correct the hours, or plan one session a day."))


class NothingInSeries(DomainError):
    """The frame meets no day."""

    def __init__(self) -> None:
        super().__init__(
            _("No day between these dates fits the chosen weekdays. Choose other dates or weekdays.")
        )


class RoomTaken(DomainError):
    """Another plan has this exclusive room."""

    def __init__(self, *, starts_at: datetime, title: str) -> None:
        super().__init__(
            _("The room is taken by “%(title)s”, %(moment)s. Choose another room or hour.")
            % {"title": title, "moment": _moment(starts_at)}
        )


class WorkerTaken(DomainError):
    """Another plan has this worker."""

    def __init__(self, *, starts_at: datetime, title: str) -> None:
        super().__init__(
            _("The worker leads “%(title)s”, %(moment)s. Choose another person or hour.")
            % {"title": title, "moment": _moment(starts_at)}
        )


class ReasonMissing(DomainError):
    """A change that the trail wants explained."""

    def __init__(self) -> None:
        super().__init__(_("Write why: the reason stays in the history."))


class TitleTaken(DomainError):
    """Two activities that nobody could tell apart."""

    def __init__(self) -> None:
        super().__init__(_("There is already an activity of this title. Choose another title."))


class GroupFull(DomainError):
    """No place is left."""

    def __init__(self, *, title: str, places: int) -> None:
        super().__init__(
            _("All places in “%(title)s” are taken (%(places)s). Choose another group or free a place first.")
            % {"title": title, "places": places}
        )


class InGroupAlready(DomainError):
    """The same place twice."""

    def __init__(self, *, name: str, title: str) -> None:
        super().__init__(_("%(name)s is in “%(title)s” already.") % {"name": name, "title": title})


class OfAnotherEdition(DomainError):
    """A person of one grant agreement in a group of another."""

    def __init__(self, *, name: str) -> None:
        super().__init__(
            _("%(name)s takes part in another edition. Sign an agreement in this one first.") % {"name": name}
        )


class NobodyCounted(DomainError):
    """A head-count below nothing."""

    def __init__(self) -> None:
        super().__init__(_("Write how many people came: 0 or more."))
