"""What is typed about a committee, its meeting, and what it rules."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.timezone import localtime, make_aware
from django.utils.translation import gettext_lazy as _

from kladka.core.forms import DayInput
from kladka.recruitment.canonical import Meeting
from kladka.recruitment.choices import PlaceAnswer, Seat
from kladka.recruitment.models import Application, CommitteeMember

if TYPE_CHECKING:
    from kladka.accounts.models import User


class CommitteeForm(forms.Form):
    appointed_on = forms.DateField(label=_("Appointed on"), widget=DayInput)
    quorum = forms.IntegerField(
        label=_("Quorum"), min_value=1, max_value=99, help_text=_("How many must be there to decide.")
    )

    def __init__(self, *args: Any, users: "Iterable[User]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.users = {f"seat-{one.pk}": one for one in users}
        for name, one in self.users.items():
            choices = [("", _("does not sit")), *Seat.choices]
            self.fields[name] = forms.ChoiceField(label=str(one), choices=choices, required=False)

    @property
    def members(self) -> "dict[User, Seat]":
        said = {one: self.cleaned_data[name] for name, one in self.users.items()}
        return {one: Seat(seat) for one, seat in said.items() if seat}


class MeetingForm(forms.Form):
    held_on = forms.DateField(label=_("Day of the meeting"), widget=DayInput)
    held_time = forms.TimeField(label=_("At"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    place = forms.CharField(label=_("Place"), max_length=200)
    present: "forms.ModelMultipleChoiceField[CommitteeMember]" = forms.ModelMultipleChoiceField(
        label=_("Who was there"), queryset=None, widget=forms.CheckboxSelectMultiple
    )
    objections = forms.CharField(
        label=_("Objections"), required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, members: Any, at: datetime, **kwargs: Any) -> None:
        local = localtime(at)
        kwargs["initial"] = {"held_on": local.date(), "held_time": local.time()}
        super().__init__(*args, **kwargs)
        self.fields["present"].queryset = members  # type: ignore[attr-defined]

    @property
    def meeting(self) -> Meeting:
        said = self.cleaned_data
        return Meeting(
            held_at=make_aware(datetime.combine(said["held_on"], said["held_time"])),
            place=said["place"],
            present=list(said["present"]),
            objections=said["objections"].strip(),
        )


class EqualsForm(forms.Form):
    """The place of each among equal ones, and how the committee came to that."""

    def __init__(self, *args: Any, equal: Sequence[Application], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.equal = {f"place-{one.pk}": one for one in equal}
        for name, one in self.equal.items():
            self.fields[name] = forms.IntegerField(
                label=_("Place of %(number)s") % {"number": one.number}, min_value=1, max_value=len(equal)
            )
        self.fields["how"] = forms.CharField(
            label=_("How the committee decided"),
            max_length=500,
            help_text=_("For example: by vote, 3 for, 1 against. It stands in the protocol."),
        )

    def clean(self) -> None:
        places = [self.cleaned_data.get(name) for name in self.equal]
        if None not in places and len(set(places)) < len(places):
            self.add_error(None, _("Give each of them a place of its own."))

    @property
    def order(self) -> list[Application]:
        return sorted(self.equal.values(), key=lambda one: int(self.cleaned_data[f"place-{one.pk}"]))


class PlaceAnswerForm(forms.Form):
    answer = forms.ChoiceField(
        label=_("Answer"),
        choices=[(one.value, one.label) for one in PlaceAnswer if one != PlaceAnswer.LAPSED],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the person answered.")},
    )
    answered_on = forms.DateField(label=_("Answered on"), widget=DayInput)
    reason = forms.CharField(
        label=_("Reason"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
