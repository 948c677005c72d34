"""The questions of an application, one form a page, with sentences for somebody who is tired of forms."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kladka.core.errors import DomainError
from kladka.people import errors, rules
from kladka.people.choices import Citizenship, ContactKind, Kinship, Sex
from kladka.places.errors import PostcodeMalformed
from kladka.places.rules import check_postcode
from kladka.portal.forms.day import KnownDayField
from kladka.recruitment.choices import ForWhom
from kladka.recruitment.errors import AnswersMissing, EnrolmentOver, SentAlready, TooManyKnocks
from kladka.recruitment.rules import Step

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

    from kladka.recruitment.enrolment import Opening
    from kladka.recruitment.models import Draft

# The desk says these to a clerk; here they are said to the person herself, in three languages.
REFUSALS: Mapping[type[DomainError], "Words"] = {
    errors.HiddenCharacter: _("Type the name again by hand: there is a character in it that nobody can see."),
    errors.NameTooLong: _("Shorten the name: at most 100 letters fit."),
    errors.PeselMalformed: _("Write the PESEL with its 11 digits, or leave the field empty."),
    errors.PeselWrongDigit: _(
        "Compare the PESEL with your document: one digit is wrong. You may also leave the field empty."
    ),
    errors.PeselOfNoDay: _(
        "Compare the first six digits of the PESEL with your document: there is no such day."
    ),
    errors.PeselOfOtherSex: _("Compare the PESEL and the sex with the document: they do not agree."),
    errors.PeselOfOtherCentury: _(
        "Compare the PESEL and the date of birth with the document: they do not agree."
    ),
    errors.PeselOfOtherDay: _(
        "Compare the PESEL and the date of birth with the document: they do not agree."
    ),
    errors.PhoneMalformed: _("Write the telephone number with digits only, for example 600 000 000."),
    errors.EmailMalformed: _("Write the whole e-mail address, for example anna@example.org."),
    PostcodeMalformed: _(
        "Write the postcode with two digits, a hyphen and three digits, for example 40-001."
    ),
    SentAlready: _("This application has been sent already. Call us to change something in it."),
    AnswersMissing: _("Answer the remaining questions first."),
    EnrolmentOver: _("Applications are not taken at the moment. Your answers are kept; call us."),
    TooManyKnocks: _("Very many applications are coming just now. Try again in an hour, or call us."),
}


def said(error: DomainError) -> str:
    return str(REFUSALS.get(type(error), error))


class Checked(forms.CharField):
    """Text that a rule of the record accepts or refuses; empty where nothing was written."""

    def __init__(self, *, rule: Callable[[str], str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.rule = rule

    def run_validators(self, value: object) -> None:
        """The rule knows of zero bytes and length, and says so in words."""

    def clean(self, value: object) -> str:
        typed = super().clean(value)
        try:
            return self.rule(typed) if typed else ""
        except DomainError as error:
            raise ValidationError(said(error)) from error


def postcode(typed: str) -> str:
    check_postcode(typed.strip())
    return typed.strip()


def radios(
    label: "Words", choices: Sequence[tuple[str, "Words"]], missing: "Words", help_text: "Words" = ""
) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        help_text=help_text,
        error_messages={"required": missing, "invalid_choice": missing},
    )


def line(autocomplete: str, **attrs: str) -> forms.TextInput:
    return forms.TextInput(attrs={"autocomplete": autocomplete, **attrs})


class StepForm(forms.Form):
    """One question. `titles`: as it is asked of oneself, and about a child or a ward."""

    titles: ClassVar[tuple["Words", "Words"]]
    note: ClassVar["Words"] = ""

    def __init__(
        self, data: Any = None, *, draft: "Draft", openings: Sequence["Opening"] = (), on: date
    ) -> None:
        super().__init__(data, initial={name: getattr(draft, name, None) for name in self.base_fields})
        self.draft, self.openings, self.on = draft, openings, on
        if draft.is_for_ward:
            self.speak_of_ward()

    def speak_of_ward(self) -> None:
        """What is asked in other words about somebody else; the browser must not offer one's own data then."""
        for field in self.fields.values():
            if "autocomplete" in field.widget.attrs:
                field.widget.attrs["autocomplete"] = "off"

    @property
    def title(self) -> str:
        return str(self.titles[self.draft.is_for_ward])

    @property
    def hint(self) -> str:
        return str(self.note)

    @property
    def answers(self) -> dict[str, object]:
        return dict(self.cleaned_data)


class WhomForm(StepForm):
    titles = (_("Whom are you signing up?"), _("Whom are you signing up?"))
    for_whom = radios(
        _("I am signing up"),
        [(ForWhom.SELF, _("myself")), (ForWhom.WARD, _("a child or somebody in my care"))],
        _("Choose whom you are signing up."),
    )


class NameForm(StepForm):
    titles = (_("What is your name?"), _("What is the name of this person?"))
    note = _("Write it as in the document. You may write in Cyrillic.")
    first_name = Checked(
        label=_("First name"),
        rule=rules.clean_name,
        widget=line("given-name"),
        error_messages={"required": _("Write the first name.")},
    )
    last_name = Checked(
        label=_("Surname"),
        rule=rules.clean_name,
        widget=line("family-name"),
        error_messages={"required": _("Write the surname.")},
    )


class BirthForm(StepForm):
    titles = (_("A few facts about you"), _("A few facts about this person"))
    birth_date = KnownDayField(
        label=_("Date of birth"),
        help_text=_("For example 17 5 1980."),
        error_messages={
            "required": _("Write the day, the month and the year of birth."),
            "invalid": _(
                "Correct the date of birth: write the day, the month and the year, for example 17 5 1980."
            ),
        },
    )
    sex = radios(_("Sex"), [(Sex.WOMAN, _("woman")), (Sex.MAN, _("man"))], _("Choose the sex."))
    citizenship = radios(
        _("Citizenship"),
        [
            (Citizenship.POLISH, _("of Poland")),
            (Citizenship.EU, _("of another country of the European Union")),
            (Citizenship.OUTSIDE_EU, _("of a country outside the European Union, or none")),
        ],
        _("Choose the citizenship."),
    )
    pesel = Checked(
        label=_("PESEL"),
        rule=rules.clean_pesel,
        required=False,
        help_text=_("You need not have one. If you leave the field empty, nothing is lost."),
        widget=line("off", inputmode="numeric", size="14"),
    )

    def speak_of_ward(self) -> None:
        super().speak_of_ward()
        for part in self.fields["birth_date"].widget.widgets:
            part.attrs["autocomplete"] = "off"

    def clean(self) -> dict[str, Any]:
        given = {name: self.cleaned_data.get(name) for name in ("pesel", "sex", "birth_date")}
        born = given["birth_date"]
        if born and born > self.on:
            self.add_error("birth_date", gettext("Correct the date of birth: that day has not come yet."))
        elif all(given.values()):
            try:
                rules.check_pesel_agrees(
                    str(given["pesel"]), sex=str(given["sex"]), birth_date=self.cleaned_data["birth_date"]
                )
            except DomainError as error:
                self.add_error("pesel", said(error))
        return self.cleaned_data


class GuardianForm(StepForm):
    titles = (_("Who are you to this person?"), _("Who are you to this person?"))
    guardian_name = Checked(
        label=_("Your first name and surname"),
        rule=rules.clean_name,
        widget=line("name"),
        error_messages={"required": _("Write your first name and surname.")},
    )
    kinship = radios(
        _("I am this person's"),
        [
            (Kinship.PARENT, _("parent")),
            (Kinship.GUARDIAN, _("legal guardian")),
            (Kinship.GRANDPARENT, _("grandparent")),
            (Kinship.SIBLING, _("brother or sister")),
            (Kinship.CARER, _("carer")),
            (Kinship.RELATIVE, _("other relative")),
        ],
        _("Choose who you are to this person."),
    )

    def speak_of_ward(self) -> None:
        """This page is about the one who writes."""


class ContactForm(StepForm):
    titles = (_("How can we reach you?"), _("How can we reach you?"))
    phone = Checked(
        label=_("Telephone number"),
        rule=rules.clean_phone,
        required=False,
        help_text=_("We call only about this application."),
        widget=line("tel", inputmode="tel", size="18"),
    )
    email = Checked(
        label=_("E-mail address"),
        rule=rules.clean_email,
        required=False,
        widget=line("email", inputmode="email"),
    )
    way = radios(
        _("How shall we answer?"),
        [
            (ContactKind.PHONE, _("by telephone")),
            (ContactKind.EMAIL, _("by e-mail")),
            (ContactKind.POST, _("by letter, or I will come to the office")),
        ],
        _("Choose how we shall answer."),
    )
    needs_arrangements = forms.BooleanField(
        label=_("I need something in order to take part, for example an interpreter or a step-free entrance"),
        required=False,
        help_text=_("We will ask what it is when we talk. Do not write about health here."),
    )

    def speak_of_ward(self) -> None:
        """This page is about the one who writes."""

    def clean(self) -> dict[str, Any]:
        way, known = self.cleaned_data.get("way"), self.cleaned_data
        if way == ContactKind.PHONE and not known.get("phone") and "phone" not in self.errors:
            self.add_error("phone", gettext("Write the telephone number at which we can call."))
        if way == ContactKind.EMAIL and not known.get("email") and "email" not in self.errors:
            self.add_error("email", gettext("Write the e-mail address to which we can write."))
        return self.cleaned_data


class HomeForm(StepForm):
    titles = (_("Where do you live?"), _("Where does this person live?"))
    note = _("If there is no fixed address, leave the fields empty and press Continue.")
    hide_optional = True  # the note says it once
    street = forms.CharField(label=_("Street"), required=False, max_length=150, widget=line("address-line1"))
    building = forms.CharField(
        label=_("House number"), required=False, max_length=20, widget=line("off", size="8")
    )
    flat = forms.CharField(label=_("Flat"), required=False, max_length=20, widget=line("off", size="8"))
    postcode = Checked(
        label=_("Postcode"),
        rule=postcode,
        required=False,
        widget=line("postal-code", inputmode="numeric", size="8"),
    )
    locality = forms.CharField(
        label=_("Town or village"), required=False, max_length=100, widget=line("address-level2")
    )

    def clean(self) -> dict[str, Any]:
        known = self.cleaned_data
        if known.get("street") and not known.get("building"):
            self.add_error("building", gettext("Write the number of the house too."))
        if any(known.values()) and not known.get("locality"):
            self.add_error("locality", gettext("Write the town or the village too."))
        return known


class ChoiceForm(StepForm):
    titles = (_("What do you want to join?"), _("What does this person want to join?"))
    opening = radios(_("I choose"), [], _("Choose one of these."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["opening"]
        field.choices = [(one.key, one.title) for one in self.openings]  # type: ignore[attr-defined]
        self.initial["opening"] = f"{self.draft.round_id}-{self.draft.offer_id or 0}"

    @property
    def answers(self) -> dict[str, object]:
        chosen = next(one for one in self.openings if one.key == self.cleaned_data["opening"])
        return {"round": chosen.round, "offer": chosen.offer}


FORMS: Mapping[Step, type[StepForm]] = {
    Step.WHOM: WhomForm,
    Step.NAME: NameForm,
    Step.BIRTH: BirthForm,
    Step.GUARDIAN: GuardianForm,
    Step.CONTACT: ContactForm,
    Step.HOME: HomeForm,
    Step.CHOICE: ChoiceForm,
}
