from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kladka.accounts.models import User
from kladka.activities.actions import Details
from kladka.activities.queries import Subject
from kladka.activities.rules.series import Frame, Term, term_on
from kladka.core.forms import DayInput, FilterFormMixin
from kladka.places.models import Room
from kladka.programmes.models import Edition

if TYPE_CHECKING:
    from django.db.models import QuerySet

LONGEST_SERIES = timedelta(days=370)


class HourInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class PlanForm(forms.Form):
    """One session, or one each week until a day."""

    subject = forms.ChoiceField(label=_("What"), error_messages={"required": _("Choose what meets.")})
    title = forms.CharField(label=_("Topic"), max_length=500, required=False)
    day = forms.DateField(
        label=_("Which day?"), widget=DayInput, error_messages={"required": _("Choose the day.")}
    )
    starts = forms.TimeField(
        label=_("From"), widget=HourInput, error_messages={"required": _("Write the hour of the beginning.")}
    )
    ends = forms.TimeField(
        label=_("To"), widget=HourInput, error_messages={"required": _("Write the hour of the end.")}
    )
    repeat_until = forms.DateField(
        label=_("Each week until"),
        help_text=_("Leave empty for a single session. Public holidays are left out."),
        widget=DayInput,
        required=False,
    )
    room = forms.ModelChoiceField(
        label=_("Room"), queryset=Room.objects.none(), required=False, empty_label=_("not known yet")
    )
    staff = forms.ModelMultipleChoiceField(
        label=_("Who leads it?"),
        queryset=User.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self,
        *args: Any,
        subjects: Sequence[Subject],
        rooms: "QuerySet[Room]",
        colleagues: "QuerySet[User]",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.subjects = {one.key: one for one in subjects}
        choices = [("", _("choose")), *((one.key, one.title) for one in subjects)]
        self.fields["subject"].choices = choices  # type: ignore[attr-defined]
        self.fields["room"].queryset = rooms  # type: ignore[attr-defined]
        self.fields["staff"].queryset = colleagues  # type: ignore[attr-defined]

    def clean_repeat_until(self) -> date | None:
        until: date | None = self.cleaned_data["repeat_until"]
        day = self.cleaned_data.get("day")
        if until and day and until < day:
            raise forms.ValidationError(_("Choose a day after the first session."))
        if until and day and until > day + LONGEST_SERIES:
            raise forms.ValidationError(_("Plan at most one year at a time."))
        return until

    @property
    def chosen(self) -> Subject:
        return self.subjects[self.cleaned_data["subject"]]

    @property
    def details(self) -> Details:
        said = self.cleaned_data
        return Details(room=said["room"], title=said["title"], staff=list(said["staff"]))

    @property
    def frame(self) -> Frame:
        said = self.cleaned_data
        return Frame(said["day"].isoweekday(), said["starts"], said["ends"])

    @property
    def days(self) -> tuple[date, date | None]:
        return self.cleaned_data["day"], self.cleaned_data["repeat_until"]


class MoveForm(forms.Form):
    """Another day, other hours, perhaps another room."""

    day = forms.DateField(
        label=_("Which day?"), widget=DayInput, error_messages={"required": _("Choose the day.")}
    )
    starts = forms.TimeField(
        label=_("From"), widget=HourInput, error_messages={"required": _("Write the hour of the beginning.")}
    )
    ends = forms.TimeField(
        label=_("To"), widget=HourInput, error_messages={"required": _("Write the hour of the end.")}
    )
    room = forms.ModelChoiceField(
        label=_("Room"), queryset=Room.objects.none(), required=False, empty_label=_("as before")
    )
    reason = forms.CharField(label=_("Why?"), max_length=500, required=False)

    def __init__(self, *args: Any, rooms: "QuerySet[Room]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["room"].queryset = rooms  # type: ignore[attr-defined]

    def term(self, zone: Any) -> Term:
        said = self.cleaned_data
        return term_on(said["day"], Frame(said["day"].isoweekday(), said["starts"], said["ends"]), zone)


class CancelForm(forms.Form):
    reason = forms.CharField(
        label=_("Why is it cancelled?"),
        max_length=500,
        error_messages={"required": _("Write why: the reason stays in the history.")},
    )


class SessionsFilter(FilterFormMixin):
    """The list of sessions: which, when, in which state."""

    q = forms.CharField(
        label=_("Search for a session"),
        required=False,
        max_length=200,
        widget=forms.TextInput({"type": "search"}),
    )
    when = forms.ChoiceField(
        label=_("When"),
        required=False,
        choices=[
            ("", _("today and later")),
            ("past", _("earlier")),
            ("unwritten", _("waiting for the register")),
        ],
    )
    edition = forms.ModelChoiceField(
        label=_("Programme"), queryset=Edition.objects.none(), required=False, empty_label=_("All")
    )

    def __init__(self, *args: Any, editions: "QuerySet[Edition]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["edition"].queryset = editions  # type: ignore[attr-defined]

    @property
    def wanted(self) -> dict[str, Any]:
        """What was said and understood; the rest is as if nobody had asked."""
        self.is_valid()
        said = self.cleaned_data
        return {"q": said.get("q", ""), "when": said.get("when", ""), "edition": said.get("edition")}
