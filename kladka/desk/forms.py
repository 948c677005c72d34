"""What is typed during one visit at the desk. What is known is not asked again."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kladka.core.forms import DayInput
from kladka.municipalities.queries import current_municipality
from kladka.participation.actions import Paper
from kladka.participation.choices import AgreementKind
from kladka.participation.forms import EntryForm
from kladka.people.forms import PersonFields, off
from kladka.places.errors import PostcodeMalformed
from kladka.places.rules import Written, check_postcode
from kladka.recruitment.actions import Submission
from kladka.recruitment.choices import Channel, Outcome
from kladka.recruitment.forms.application import ApplicationForm
from kladka.recruitment.queries import window_of
from kladka.recruitment.rules import is_open

if TYPE_CHECKING:
    from kladka.people.models import Person
    from kladka.programmes.models import Edition
    from kladka.recruitment.models import Application, Ground, GroundClaim

LATER = ("received_on", "received_time", "channel", "grounds", "other", "is_complete")
HOME = ("street", "building", "flat", "postcode", "locality")


class VisitForm(ApplicationForm):
    """Who sits at the desk, where they live, and for what they come."""

    street = forms.CharField(
        label=_("Street"), max_length=150, required=False, widget=forms.TextInput(attrs=off())
    )
    building = forms.CharField(
        label=_("Building"), max_length=20, required=False, widget=forms.TextInput(attrs=off(size="8"))
    )
    flat = forms.CharField(
        label=_("Flat"), max_length=20, required=False, widget=forms.TextInput(attrs=off(size="8"))
    )
    postcode = forms.CharField(
        label=_("Postcode"), max_length=10, required=False, widget=forms.TextInput(attrs=off(size="8"))
    )
    locality = forms.CharField(
        label=_("Town or village"), max_length=100, required=False, widget=forms.TextInput(attrs=off())
    )

    def __init__(
        self, data: Any = None, *, edition: "Edition", person: "Person | None", at: datetime, on: date
    ) -> None:
        super().__init__(data, edition=edition, at=at)
        self.person, self.at = person, at
        lives = person is not None and person.addresses.on(on).exists()
        known = [*(PersonFields.base_fields if person else ()), *(HOME if lives else ())]
        for name in (*LATER, *known):
            self.fields.pop(name, None)
        self.offer_what_is_open(on)
        if "locality" in self.fields:
            self.initial["locality"] = getattr(current_municipality(), "name", "")

    def offer_what_is_open(self, on: date) -> None:
        """The round that takes applications today, and the only offer, are chosen already."""
        if "round" in self.fields:
            rounds = list(self.fields["round"].queryset)  # type: ignore[attr-defined]
            self.initial["round"] = next((one for one in rounds if is_open(window_of(one), on=on)), None)
        if "offer" in self.fields:
            offers = list(self.fields["offer"].queryset)  # type: ignore[attr-defined]
            self.initial["offer"] = offers[0] if len(offers) == 1 else None

    def clean_postcode(self) -> str:
        typed = str(self.cleaned_data["postcode"]).strip()
        try:
            check_postcode(typed)
        except PostcodeMalformed as error:
            raise ValidationError(str(error)) from error
        return typed

    def who(self) -> list[forms.BoundField]:
        return [self[name] for name in PersonFields.base_fields if name in self.fields]

    def home(self) -> list[forms.BoundField]:
        return [self[name] for name in HOME if name in self.fields]

    def what(self) -> list[forms.BoundField]:
        return [self[name] for name in ("round", "offer") if name in self.fields]

    @property
    def submission(self) -> Submission:
        said = self.cleaned_data
        return Submission(
            edition=self.edition,
            received_at=self.at,
            round=said.get("round"),
            offer=said.get("offer"),
            channel=Channel.IN_PERSON,
        )

    @property
    def written(self) -> Written | None:
        """The address, where one was named; it lies in this municipality unless the person's page says otherwise."""
        said, town = self.cleaned_data, current_municipality()
        if town is None or not (said.get("street") or said.get("building")):
            return None
        return Written(municipality_code=town.teryt_code, **{name: said.get(name, "") for name in HOME})


class EligibilityForm(forms.Form):
    """Each ground with what was seen of it, the set of papers, and the decision."""

    hide_optional = True
    is_complete = forms.BooleanField(label=_("All papers are there and signed"), required=False)
    identity_seen = forms.BooleanField(
        label=_("I have seen the identity document: it is this person"), required=False
    )
    outcome = forms.ChoiceField(
        label=_("Decision"),
        choices=Outcome.choices,
        widget=forms.RadioSelect,
        initial=Outcome.QUALIFIED,
        error_messages={"required": _("Choose the decision.")},
    )
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=500,
        help_text=_("Needed when the person is not qualified. Only the candidate learns it."),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        application: "Application",
        grounds: Iterable["Ground"],
        may_decide: bool,
        in_doubt: bool,
    ) -> None:
        claims = {claim.ground_id: claim for claim in application.grounds.all()}
        super().__init__(data, initial={"is_complete": application.is_complete})
        self.grounds, self.in_doubt = list(grounds), in_doubt
        for ground in self.grounds:
            self.ask(ground, claims.get(ground.pk))
        unasked = [*(() if in_doubt else ("identity_seen",)), *(() if may_decide else ("outcome", "reason"))]
        for name in unasked:
            del self.fields[name]

    def ask(self, ground: "Ground", claim: "GroundClaim | None") -> None:
        self.fields[f"ground-{ground.pk}"] = forms.BooleanField(
            label=str(ground), required=False, initial=claim is not None
        )
        self.fields[f"seen-{ground.pk}"] = forms.CharField(
            label=gettext("What was seen: %(ground)s") % {"ground": ground},
            help_text=ground.proof,
            required=False,
            max_length=200,
            initial=claim.evidence if claim else "",
            widget=forms.TextInput(attrs=off()),
        )

    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"ground-{one.pk}"], self[f"seen-{one.pk}"]) for one in self.grounds]

    def rest(self) -> list[forms.BoundField]:
        names = ("is_complete", "identity_seen", "outcome", "reason")
        return [self[name] for name in names if name in self.fields]

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if self.in_doubt and said.get("outcome") == Outcome.QUALIFIED and not said.get("identity_seen"):
            self.add_error("identity_seen", gettext("Look at the identity document first, and tick it here."))
        return said

    @property
    def seen(self) -> "Mapping[Ground, str]":
        """A ground is named by its tick, or by what was seen of it."""
        evidence = {one: str(self.cleaned_data[f"seen-{one.pk}"]).strip() for one in self.grounds}
        return {one: said for one, said in evidence.items() if said or self.cleaned_data[f"ground-{one.pk}"]}


class SigningForm(EntryForm):
    """The declaration of entry and the agreement, signed together."""

    declared_on = forms.DateField(label=_("Signed on"), widget=DayInput)
    kind = forms.ChoiceField(label=_("Kind of paper"), choices=AgreementKind.choices)
    notice_given_on = forms.DateField(
        label=_("Data protection notice given on"), required=False, widget=DayInput
    )

    def papers(self) -> list[forms.BoundField]:
        return self.of(("declared_on", "kind", "notice_given_on"))

    @property
    def paper(self) -> Paper:
        said = self.cleaned_data
        return Paper(
            signed_on=said["declared_on"],
            kind=AgreementKind(said["kind"]),
            notice_given_on=said["notice_given_on"],
        )
