"""An edition with people who may stand in the official file, and the register of the invented municipality."""

from datetime import date
from typing import Any

from kladka.indicators.tests.builders import START, a_participant, a_support_received
from kladka.municipalities.models import Unit, Urbanisation
from kladka.participation.models import Participation
from kladka.people.models import Contact
from kladka.people.tests.builders import a_person
from kladka.programmes.models import Edition, Support
from kladka.programmes.tests.builders import MOMENT, a_support, a_user, an_edition
from kladka.reporting.actions import export_participants
from kladka.reporting.models import Package

HELD_ON = date(2024, 1, 1)
NO_FLAGS = {"has_disability": "no", "homeless": "no", "minority": "refused", "foreign_origin": "no"}
PLACE = {"municipality_code": "9999011", "locality": "Przykładowo", "postcode": "99-999"}


def a_register() -> None:
    """Przykładowo, which does not exist."""
    for code, name in (("99", "PRZYKŁADOWE"), ("9999", "przykładowski"), ("9999011", "Przykładowo")):
        Unit.objects.create(code=code, name=name, kind="", held_on=HELD_ON)
    Urbanisation.objects.create(code="999901", degree="2", held_on=HELD_ON)


def a_reported_edition(**given: Any) -> Edition:
    """With one support of each of two kinds."""
    edition = an_edition(agreement_number="PRZY.07.01-0001/23", **given)
    a_support(edition, key="skills", scope="social", title="Trening")
    a_support(edition, key="course", scope="educational", title="Kurs; komputerowy")
    return edition


def a_reported(edition: Edition, *, phone: str = "999999999", **given: Any) -> Participation:
    """Somebody whose line has no fault."""
    person = given.pop("person", None) or a_person(
        last_name=given.pop("name", "Malinowa"), sex=given.get("sex", "woman"), **born(given)
    )
    if phone:
        Contact.objects.create(person=person, kind="phone", value=phone, is_preferred=True)
    Contact.objects.create(person=person, kind="email", value="a@example.org")
    wanted = {**PLACE, "age": person.age_on(START), "flags": NO_FLAGS, **given}
    one = a_participant(edition, person=person, **wanted)
    a_support_received(one, on=START, support=support(edition, "skills"))
    return one


def born(given: dict[str, Any]) -> dict[str, Any]:
    names = ("birth_date", "pesel", "first_name", "identifier", "identifier_kind")
    found = {name: given.pop(name) for name in names if name in given}
    return {**found, **({"citizenship": given["citizenship"]} if "citizenship" in given else {})}


def support(edition: Edition, key: str) -> Support:
    return Support.objects.get(edition=edition, key=key)


def a_package(edition: Edition) -> Package:
    """A file of one person, made and sealed."""
    if not Unit.objects.exists():
        a_register()
    for key, scope in (("skills", "social"), ("course", "educational")):
        a_support(edition, key=key, scope=scope)
    a_reported(edition)
    return export_participants(
        edition=edition, profile="sm-efs", by=a_user(), at=MOMENT.replace(month=6)
    ).package
