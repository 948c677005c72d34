"""Two records line by line, and how many rows of each kind both hold."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kladka.people.holdings import Holding, holdings
from kladka.people.models import Person


@dataclass(frozen=True)
class Compared:
    """One line of the comparison."""

    label: str
    one: str
    other: str

    @property
    def differs(self) -> bool:
        return self.one != self.other


def side_by_side(one: Person, other: Person) -> list[Compared]:
    """Who they are, how they are reached, in what they take part; what neither has is left out."""
    pairs = zip(facts(one), facts(other), strict=True)
    lines = [Compared(label, mine, others) for (label, mine), (_label, others) in pairs]
    return [line for line in [*lines, *kept(one, other)] if line.one or line.other]


def facts(person: Person) -> list[tuple[str, str]]:
    addresses = person.addresses.filter(to_day=None).select_related("address")
    editions = person.involvements.select_related("edition__programme").order_by("-from_day", "pk")
    return [
        (_("Surname"), person.last_name),
        (_("First name"), person.first_name),
        (_("PESEL"), person.pesel or ""),
        (_("Document"), person.identifier),
        (_("Date of birth"), date_format(person.birth_date, "SHORT_DATE_FORMAT")),
        (_("Sex"), str(person.get_sex_display())),
        (_("Contact"), ", ".join(str(each) for each in person.contacts.all())),
        (_("Address"), "; ".join(str(each.address) for each in addresses)),
        (_("Programmes"), ", ".join(dict.fromkeys(str(each.edition) for each in editions))),
    ]


def kept(one: Person, other: Person) -> list[Compared]:
    """How many rows of a kind each has: all of them come together."""
    return [
        Compared(str(capfirst(named)), counted(holding, one), counted(holding, other))
        for holding in holdings()
        if holding.to == "person" and (named := words().get(holding.name, ""))
    ]


def words() -> dict[str, str]:
    """What is counted, by table."""
    return {
        "recruitment.Application": _("applications"),
        "participation.Participation": _("participations"),
        "people.Consent": _("consents"),
        "people.Guardian": _("guardians"),
        "people.PersonLink": _("close environment"),
    }


def counted(holding: Holding, person: Person) -> str:
    number = holding.rows_of(person).count()
    return str(number) if number else ""
