"""Forms about people: each turns what was typed into what an action wants to hear."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from kladka.core.errors import DomainError
from kladka.core.forms import DayInput, FilterFormMixin
from kladka.people import errors, rules
from kladka.people.actions.reach import Reachable
from kladka.people.asking import AskingForm
from kladka.people.choices import AddressKind, Citizenship, IdentifierKind, Kinship, Language, Sex
from kladka.people.holdings import Rivals
from kladka.people.models import Person
from kladka.people.queries import Asked
from kladka.places.errors import BuildingMissing, BuildingUnreadable, PostcodeMalformed
from kladka.places.rules import Written

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kladka.programmes.models import Edition

# At which field of a form a refusal stands.
PLACES: Mapping[type[DomainError], str] = {
    errors.PeselMalformed: "pesel",
    errors.PeselWrongDigit: "pesel",
    errors.PeselOfNoDay: "pesel",
    errors.PeselTaken: "pesel",
    errors.PeselOfOtherSex: "sex",
    errors.PeselOfOtherCentury: "birth_date",
    errors.PeselOfOtherDay: "birth_date",
    errors.BirthUnknown: "pesel",
    errors.BornInFuture: "birth_date",
    errors.DocumentTaken: "identifier",
    errors.DocumentIncomplete: "identifier",
    errors.PeselAndDocument: "identifier",
    errors.PhoneMalformed: "phone",
    errors.EmailMalformed: "email",
    errors.ReasonMissing: "reason",
    errors.ClosedBeforeOpened: "from_day",
    errors.NobodyFits: "other",
    errors.ManyFit: "other",
    errors.LinkedToOneself: "other",
    PostcodeMalformed: "postcode",
    BuildingMissing: "building",
    BuildingUnreadable: "building",
}


class WordsField(forms.CharField):
    """Words to look for: whatever is typed finds somebody or nobody, and is never wrong."""

    def to_python(self, value: object) -> str:
        return str(value or "").replace("\0", "").strip()


class NameField(forms.CharField):
    """A name in any script; the module's own sentence for each thing that may be wrong with it."""

    def run_validators(self, value: object) -> None:
        """Zero bytes and length have their sentences in `rules.clean_name`."""

    def clean(self, value: object) -> str:
        try:
            return rules.clean_name(str(value or ""))
        except DomainError as error:
            raise ValidationError(str(error)) from error


class BirthField(forms.DateField):
    """A day known by heart is typed, in the ways people write it."""

    widget = forms.DateInput(
        attrs={"inputmode": "numeric", "autocomplete": "off", "size": "12"}, format="%d.%m.%Y"
    )
    input_formats = ("%d.%m.%Y", "%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y")


def off(**attrs: str) -> dict[str, str]:
    """The browser must not offer the data of the person who came before."""
    return {"autocomplete": "off", **attrs}


class RefusingForm(forms.Form):
    """A form whose action may answer with a sentence."""

    own_place = ""  # the field of which every refusal speaks that has no place of its own

    def refuse(self, error: DomainError) -> None:
        """The action's sentence at the field it speaks of."""
        place = PLACES.get(type(error), "")
        place = place if place in self.fields else self.own_place
        self.add_error(place if place in self.fields else None, str(error))


class PersonFields(RefusingForm):
    """Who somebody is and how to reach them; forms of other modules begin with it too."""

    last_name = NameField(label=_("Surname"), widget=forms.TextInput(attrs=off()))
    first_name = NameField(label=_("First name"), widget=forms.TextInput(attrs=off()))
    pesel = forms.CharField(
        label=_("PESEL"),
        required=False,
        max_length=20,
        help_text=_("11 digits. Date of birth and sex follow from it."),
        widget=forms.TextInput(attrs=off(inputmode="numeric", size="14")),
    )
    birth_date = BirthField(
        label=_("Date of birth"), required=False, help_text=_("Only without a PESEL, for example 17.05.1980.")
    )
    sex = forms.ChoiceField(
        label=_("Sex"), required=False, choices=[("", _("as in the PESEL")), *Sex.choices]
    )
    identifier_kind = forms.ChoiceField(
        label=_("Document instead of a PESEL"),
        required=False,
        choices=[("", _("none")), *IdentifierKind.choices],
    )
    identifier = forms.CharField(
        label=_("Number of the document"), required=False, max_length=40, widget=forms.TextInput(attrs=off())
    )
    citizenship = forms.ChoiceField(label=_("Citizenship"), choices=Citizenship.choices)
    language = forms.ChoiceField(label=_("Language to write in"), choices=Language.choices)
    phone = forms.CharField(
        label=_("Telephone"),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs=off(inputmode="tel")),
    )
    email = forms.CharField(
        label=_("E-mail"),
        required=False,
        max_length=254,
        widget=forms.TextInput(attrs=off(inputmode="email")),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {
            "citizenship": Citizenship.POLISH,
            "language": Language.POLISH,
            **(kwargs.get("initial") or {}),
        }
        super().__init__(*args, **kwargs)

    @property
    def details(self) -> rules.Details:
        said = self.cleaned_data
        names = ("first_name", "last_name", "pesel", "sex", "birth_date", "identifier_kind", "identifier")
        return rules.Details(**{name: said[name] for name in (*names, "citizenship", "language")})

    @property
    def contacts(self) -> Reachable:
        return Reachable(phone=self.cleaned_data["phone"], email=self.cleaned_data["email"])


class NewPersonForm(AskingForm, PersonFields):
    edition: "forms.ModelChoiceField[Edition]" = forms.ModelChoiceField(
        label=_("Programme"),
        queryset=None,
        error_messages={"required": _("Choose the programme in which the person may take part.")},
    )
    field_order = ("edition",)

    def __init__(self, *args: Any, editions: "QuerySet[Edition]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["edition"]
        choice.queryset = editions.select_related("programme")  # type: ignore[attr-defined]
        choice.empty_label = None if editions.count() == 1 else _("choose")  # type: ignore[attr-defined]


class ChangePersonForm(PersonFields):
    reason = forms.CharField(
        label=_("Why is it being changed?"),
        required=False,
        max_length=300,
        help_text=_("Needed for everything but the telephone and the e-mail. The history keeps it."),
    )

    @classmethod
    def of(cls, person: Person, posted: Any) -> "ChangePersonForm":
        names = [name for name in cls.base_fields if name != "reason"]
        return cls(posted, initial={name: getattr(person, name) for name in names})


class SinceForm(RefusingForm):
    """Something that holds of a person from a day on."""

    from_day = forms.DateField(label=_("From"), widget=DayInput)


class AddressForm(SinceForm):
    kind = forms.ChoiceField(label=_("What the address is"), choices=AddressKind.choices)
    municipality_code = forms.ChoiceField(label=_("Municipality"))
    locality = forms.CharField(label=_("Town or village"), max_length=100)
    street = forms.CharField(label=_("Street"), max_length=150, required=False)
    building = forms.CharField(
        label=_("Building"), max_length=20, required=False, widget=forms.TextInput({"size": "6"})
    )
    flat = forms.CharField(
        label=_("Flat"), max_length=20, required=False, widget=forms.TextInput({"size": "6"})
    )
    postcode = forms.CharField(
        label=_("Postcode"), max_length=10, required=False, widget=forms.TextInput({"size": "8"})
    )
    field_order = (
        "kind",
        "street",
        "building",
        "flat",
        "postcode",
        "locality",
        "municipality_code",
        "from_day",
    )

    def __init__(self, *args: Any, municipalities: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["municipality_code"].choices = list(municipalities)  # type: ignore[attr-defined]

    @property
    def written(self) -> Written:
        names = ("locality", "municipality_code", "street", "building", "flat", "postcode")
        return Written(**{name: self.cleaned_data[name] for name in names})


class GuardianForm(SinceForm):
    name = NameField(label=_("First name and surname of the guardian"), widget=forms.TextInput(attrs=off()))
    kinship = forms.ChoiceField(label=_("Who it is to the person"), choices=Kinship.choices)
    phone = forms.CharField(
        label=_("Telephone"),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs=off(inputmode="tel")),
    )
    consent_on = forms.DateField(label=_("Consent given on"), required=False, widget=DayInput)
    field_order = ("name", "kinship", "phone", "consent_on", "from_day")


class CloseOneForm(SinceForm):
    other = WordsField(
        label=_("Who belongs to the close environment"),
        help_text=_("PESEL, number in the programme or the whole name of somebody in the record."),
        widget=forms.TextInput(attrs=off()),
    )
    role = forms.ChoiceField(label=_("Who it is to the person"), choices=Kinship.choices)
    same_household = forms.BooleanField(label=_("lives in the same household"), required=False)
    field_order = ("other", "role", "same_household", "from_day")


class InEditionForm(FilterFormMixin, forms.Form):
    """A filter of people by words and by the edition, of those that the user sees; other modules' begin with it."""

    q = WordsField(
        label=_("Search for a person"), widget=forms.TextInput(attrs={"type": "search"}), required=False
    )
    edition = forms.ChoiceField(label=_("Programme"), required=False)

    def __init__(self, *args: Any, editions: "QuerySet[Edition]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.editions = {str(one.pk): one for one in editions.select_related("programme")}
        choices = [("", _("All")), *((key, str(one)) for key, one in self.editions.items())]
        self.fields["edition"].choices = choices  # type: ignore[attr-defined]


class PeopleFilterForm(InEditionForm):
    sex = forms.ChoiceField(label=_("Sex"), required=False, choices=[("", _("All")), *Sex.choices])
    pesel = forms.ChoiceField(
        label=_("PESEL"), required=False, choices=[("", _("All")), ("none", _("without a PESEL"))]
    )

    @property
    def asked(self) -> Asked:
        """What is understood; a filter that nobody knows is left out, as if it were not there."""
        self.is_valid()
        said = self.cleaned_data
        return Asked(
            words=said.get("q", ""),
            edition=self.editions.get(said.get("edition", "")),
            sex=said.get("sex", ""),
            without_pesel=said.get("pesel") == "none",
            backwards=self.data.get("sort") == "-name",
        )


class CompareForm(RefusingForm):
    other = WordsField(
        label=_("Who may be the same person"),
        help_text=_("PESEL, number in the programme or the whole name of somebody in the record."),
        widget=forms.TextInput(attrs=off()),
    )


class MergeForm(forms.Form):
    """Who stays, which of two rivals goes on, and why."""

    stays = forms.ChoiceField(
        label=_("Which record stays?"),
        widget=forms.RadioSelect,
        help_text=_(
            "Its name, PESEL and date of birth hold. Under those of the other one it is still found."
        ),
        error_messages={"required": _("Choose the record that stays.")},
    )
    reason = forms.CharField(label=_("What shows that it is one person?"), max_length=300, required=False)

    def __init__(self, *args: Any, people: Sequence[Person], rivals: Sequence[Rivals], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.public_id): one for one in people}
        self.rivals = {one.key: one for one in rivals}
        self.fields["stays"].choices = [(key, named(one)) for key, one in self.people.items()]  # type: ignore[attr-defined]
        for key, one in self.rivals.items():
            self.fields[key] = forms.ChoiceField(
                label=_("Which goes on? %(title)s") % {"title": one.title},
                choices=[(str(row.pk), str(row)) for row in one.rows],
                widget=forms.RadioSelect,
                help_text=_("The other one ends today as entered twice and keeps all that it holds."),
                error_messages={"required": _("Choose which one goes on.")},
            )
        self.order_fields(["stays", *self.rivals, "reason"])

    @property
    def stays_and_goes(self) -> tuple[Person, Person]:
        stays = self.people[self.cleaned_data["stays"]]
        return stays, next(one for one in self.people.values() if one != stays)

    @property
    def chosen(self) -> dict[str, str]:
        return {key: self.cleaned_data[key] for key in self.rivals}


def named(person: Person) -> str:
    born = date_format(person.birth_date, "SHORT_DATE_FORMAT")
    return f"{person}, {person.pesel or person.identifier or born}"
