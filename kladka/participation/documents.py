"""B-01, the agreement of participation, and the declaration: what the record says, for the words of their templates."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from kladka.papers.actions import Draft
from kladka.papers.rules import Template
from kladka.participation.choices import AgreementKind
from kladka.participation.models import Participation
from kladka.participation.queries import plan_of
from kladka.people.choices import AddressKind
from kladka.people.models import Guardian
from kladka.programmes.choices import Scope
from kladka.programmes.models import Support

if TYPE_CHECKING:
    from kladka.participation.models import EntryDeclaration
    from kladka.people.models import Person, SensitiveTraits

DAY: Final = date(2026, 11, 24)
AGREEMENT: Final = Template(
    "B-01", DAY, "participation/typst/agreement_2026_11_24.typ", "Umowa uczestnictwa w projekcie"
)
DECLARATION: Final = Template(
    "B-01", DAY, "participation/typst/declaration_2026_11_24.typ", "Deklaracja uczestnictwa w projekcie"
)
TRAITS: Final = ("has_disability", "homeless", "minority", "foreign_origin", "other_disadvantage")
STATUS: Final = (
    "education",
    "labour",
    "labour_detail",
    "registered",
    "jobless_since",
    "occupation",
    "employer",
    "jobless_household",
    "with_children",
    "single_adult",
)
# What the paper has a box for; every other detail is ticked as another one.
DETAILS: Final = ("long_term", "in_education", "not_in_education", "self_employed")


def agreement(participation: Participation, *, on: date) -> Draft:
    """What is not agreed yet stays a line for the pen; so do the bank account and who signs for the office."""
    signed = participation.agreements.filter(kind=AgreementKind.AGREEMENT).first()
    content = {
        "participation": participation.number,
        "signed": day(signed.signed_on if signed else participation.opened_on),
        "notice_given": day(signed.notice_given_on) if signed else "",
        "person": party(participation.person, on=on),
        "supports": list(supports(participation)),
        "accompanying": accompanying(participation),
    }
    return drafted(AGREEMENT, participation, content, name=participation.number)


def declaration(participation: Participation, *, on: date, traits: "SensitiveTraits | None" = None) -> Draft:
    """With the answers to the sensitive questions only where the reader may see them."""
    said = participation.declared
    content = {
        "participation": participation.number,
        "declared": day(said.declared_on) if said else "",
        "person": party(participation.person, on=on),
        "status": status(said),
        "traits": {name: getattr(traits, name, "") for name in TRAITS},
    }
    name = f"{participation.number}-deklaracja"
    return drafted(DECLARATION, participation, content, name=name, has_sensitive=traits is not None)


def drafted(
    template: Template,
    participation: Participation,
    content: Mapping[str, object],
    *,
    name: str,
    has_sensitive: bool = False,
) -> Draft:
    return Draft(
        template=template,
        edition=participation.edition,
        about=participation,
        content=content,
        name=name,
        person=participation.person,
        has_sensitive=has_sensitive,
    )


def day(value: date | None) -> str:
    return f"{value:%d.%m.%Y}" if value else ""


def party(person: "Person", *, on: date) -> dict[str, str]:
    """Who signs, as of a day."""
    lived = person.addresses.on(on).filter(kind=AddressKind.RESIDENCE).select_related("address").first()
    guardian = Guardian.objects.filter(person=person, to_day=None, from_day__lte=on).first()
    return {
        "name": person.spoken_name,
        "pesel": person.pesel or "",
        "document": person.identifier,
        "address": str(lived.address) if lived else "",
        "guardian": guardian.name if guardian else "",
    }


def supports(participation: Participation) -> Iterator[dict[str, str]]:
    """The steps of the plan in force; without a plan the rows stay empty."""
    plan = plan_of(participation)
    for step in plan.steps.select_related("support").order_by("position") if plan else ():
        days = (step.planned_from, step.planned_to)
        yield {
            "title": str(step),
            "dates": " – ".join(day(one) for one in days if one),
            "hours": hours(step.planned_minutes),
        }


def hours(minutes: int | None) -> str:
    """Clock hours: `12` or `1,5`."""
    return f"{minutes / 60:.2f}".rstrip("0").rstrip(".").replace(".", ",") if minutes else ""


def accompanying(participation: Participation) -> list[str]:
    offered = Support.objects.filter(edition=participation.edition_id, scope=Scope.ACCOMPANYING)
    return [one.title for one in offered.order_by("position", "pk")]


def status(said: "EntryDeclaration | None") -> dict[str, object]:
    """Work and household, as it was declared."""
    if said is None:
        return dict.fromkeys(STATUS, "")
    detail = said.labour_detail
    return {
        "education": said.education,
        "labour": said.labour_status,
        "labour_detail": detail if detail in DETAILS or not detail else "other",
        "registered": said.is_registered,
        "jobless_since": day(said.unemployed_since),
        "occupation": said.occupation,
        "employer": said.employer,
        "jobless_household": said.jobless_household,
        "with_children": said.with_dependent_children,
        "single_adult": said.single_adult,
    }
