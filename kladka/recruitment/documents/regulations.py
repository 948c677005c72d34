"""A-02, the rules of recruitment and participation, from the programme's definition."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from django.db.models import Q

from kladka.papers.actions import Draft
from kladka.papers.queries import in_words, of_edition
from kladka.papers.rules import Template
from kladka.programmes.choices import SiteRole, TargetKind
from kladka.programmes.models import Contact, Site, Support, TargetGroup
from kladka.programmes.rules import PartialDate
from kladka.recruitment.choices import CriterionKind
from kladka.recruitment.documents.package import criteria_in, notice, points, premium
from kladka.recruitment.models import Ground, Round, TieBreak

if TYPE_CHECKING:
    from kladka.programmes.models import Edition

RULES: Final = Template(
    "A-02",
    date(2026, 11, 24),
    "recruitment/typst/rules_2026_11_24.typ",
    "Regulamin rekrutacji i uczestnictwa",
)


def regulations(edition: "Edition") -> Draft:
    """What the definition says of an edition; the words of an office are added in the editable document."""
    criteria = criteria_in(edition, Q())
    held = list(Round.objects.filter(edition=edition).order_by("position", "pk"))
    content = {
        "fund": edition.fund,
        "operational": edition.operational_programme,
        "measure": edition.measure,
        "offices": offices(edition),
        "contacts": contacts(edition),
        "targets": list(targets(edition)),
        "formal": [
            {"title": one.title, "proof": "", "evidence": one.evidence}
            for one in criteria
            if one.kind == CriterionKind.FORMAL
        ],
        "grounds": list(grounds(edition)),
        "premium": list(premium(criteria)),
        "rounds": [window(one) for one in held],
        "answer_days": next((f"{one.answer_days}" for one in held if one.answer_days), ""),
        "ties": list(ties(edition)),
        "supports": list(supports(edition)),
        "notice": notice(edition),
    }
    return Draft(template=RULES, edition=edition, about=edition, content=content, name=edition.programme.key)


def offices(edition: "Edition") -> list[str]:
    found = Site.objects.filter(of_edition(edition), role=SiteRole.OFFICE)
    sites = found.select_related("venue__address", "venue__district").order_by("position", "pk")
    return [", ".join(filter(None, (one.venue.name, one.venue.where))) for one in sites]


def contacts(edition: "Edition") -> list[str]:
    known = Contact.objects.filter(of_edition(edition)).order_by("position", "pk")
    return [", ".join(filter(None, (one.role, one.telephone, one.email))) for one in known]


def amount(number: int | None, relation: str) -> dict[str, object] | None:
    """As it was published: “at least 60” keeps its relation."""
    return None if number is None else {"number": number, "relation": relation}


def targets(edition: "Edition") -> Iterator[dict[str, object]]:
    groups = TargetGroup.objects.filter(
        of_edition(edition), kind__in=(TargetKind.PERSONS, TargetKind.SURROUNDINGS)
    )
    for one in groups.order_by("position", "pk"):
        yield {"title": one.title or one.trait, "persons": amount(one.persons, one.persons_relation)}


def grounds(edition: "Edition") -> Iterator[dict[str, str]]:
    for one in Ground.objects.filter(edition=edition).order_by("position", "pk"):
        yield {"title": one.title or one.code, "proof": one.proof, "evidence": one.evidence}


def window(held: Round) -> dict[str, object]:
    """One round with its days, places and kept places."""
    opens = PartialDate.of(held.opens, held.opens_precision)
    closes = PartialDate.of(held.closes, held.closes_precision)
    quotas = held.quotas.order_by("position", "pk")
    return {
        "title": held.title,
        "window": " – ".join(in_words(one) for one in (opens, closes) if one),
        "places": amount(held.limit, held.limit_relation),
        "reserve": amount(held.reserve, held.reserve_relation),
        "way": held.way,
        "quotas": [f"{one}: {kept(one.number, one.share)}" for one in quotas if one.title],
    }


def kept(number: int | None, share: Decimal | None) -> str:
    return f"{points(share)} %" if number is None else f"{number}"


def ties(edition: "Edition") -> Iterator[dict[str, str]]:
    """The keys of the first scheme that has any."""
    known = TieBreak.objects.filter(edition=edition).select_related("criterion").order_by("position", "pk")
    first = known.first()
    for one in known.filter(scheme=first.scheme_id) if first else ():
        yield {"by": one.by, "criterion": one.criterion.title if one.criterion else ""}


def supports(edition: "Edition") -> Iterator[dict[str, object]]:
    for one in Support.objects.filter(edition=edition).select_related("task").order_by("position", "pk"):
        yield {
            "task": str(one.task or ""),
            "title": one.title,
            "is_free": one.is_free,
            "fee": f"{one.fee:.2f}".replace(".", ",") if one.fee is not None else "",
            "fee_per": one.fee_per,
        }
