"""Users and their roles: what the pages of the administrator ask for."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kladka.core.forms import DayInput
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition, Offer, Task

if TYPE_CHECKING:
    from collections.abc import Iterator


class UserForm(forms.Form):
    name = forms.CharField(label=_("First name and surname"))
    email = forms.CharField(label=_("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    password = forms.CharField(
        label=_("First password"),
        help_text=_("Tell it in person. At least ten characters; the user can change it after signing in."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
    )


class PasswordForm(forms.Form):
    password = forms.CharField(
        label=_("New password"),
        help_text=_("Tell it in person. At least ten characters; all open sessions of this user will end."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=300)


class EndForm(forms.Form):
    on = forms.DateField(label=_("Last day"), widget=DayInput())
    reason = forms.CharField(label=_("Reason"), max_length=300, required=False)


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=_("Role"), choices=[("", "–"), *TeamRole.choices])
    place = forms.ChoiceField(
        label=_("Where"),
        required=False,
        help_text=_("All editions, one of them, or only a task or an offer in it."),
    )
    from_day = forms.DateField(label=_("First day"), widget=DayInput())
    to_day = forms.DateField(
        label=_("Last day"), widget=DayInput(), required=False, help_text=_("Empty: until it is ended.")
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = dict(places())
        named = [(key, str(place)) for key, place in self.places.items()]
        self.fields["place"].choices = [("", _("all editions")), *named]  # type: ignore[attr-defined]
        self.fields["from_day"].initial = today

    @property
    def chosen(self) -> TeamRole:
        return TeamRole(self.cleaned_data["role"])

    @property
    def where(self) -> "Place":
        return self.places.get(self.cleaned_data["place"]) or Place()


@dataclass(frozen=True)
class Place:
    """What a role covers: everything, an edition, or only a task or an offer of it."""

    edition: Edition | None = None
    task: Task | None = None
    offer: Offer | None = None

    def __str__(self) -> str:
        inside = self.task or self.offer
        return f"– {inside}" if inside else str(self.edition)


def places() -> "Iterator[tuple[str, Place]]":
    """Every edition with its tasks and offers, in three queries."""
    tasks, offers = list(Task.objects.all()), list(Offer.objects.all())
    for edition in Edition.objects.select_related("programme"):
        yield f"edition-{edition.pk}", Place(edition)
        for task in tasks:
            if task.edition_id == edition.pk:
                yield f"task-{task.pk}", Place(edition, task=task)
        for offer in offers:
            if offer.edition_id == edition.pk:
                yield f"offer-{offer.pk}", Place(edition, offer=offer)
