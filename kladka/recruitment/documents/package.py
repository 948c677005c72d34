"""A-01, the application package."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from django.db.models import Q
from django.utils.timezone import localtime

from kladka.papers.actions import Draft
from kladka.papers.errors import NothingToPrint, TooManyPapers
from kladka.papers.queries import of_edition
from kladka.papers.rules import Template
from kladka.people.choices import AddressKind, ConsentKind
from kladka.people.models import Consent, Person
from kladka.programmes.access import can_recruit
from kladka.programmes.choices import Topic
from kladka.programmes.models import Edition, Text
from kladka.recruitment.choices import CriterionKind
from kladka.recruitment.models import Application, Criterion, CriterionOption, Ground

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kladka.accounts.models import User
    from kladka.people.models import SensitiveTraits

PACKAGE: Final = Template(
    "A-01", date(2026, 11, 24), "recruitment/typst/package_2026_11_24.typ", "Pakiet zgłoszeniowy"
)
MOST_AT_ONCE: Final = 100
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
TRAITS: Final = ("has_disability", "homeless", "minority", "foreign_origin", "other_disadvantage")


def package(
    application: Application,
    *,
    on: date,
    traits: "SensitiveTraits | None" = None,
    status: Mapping[str, object] | None = None,
) -> Draft:
    """A-01. What the record does not know stays a line for the pen, and so do `traits` that the reader may not see.

    `status` is what a module above knows of the person's work and household, by the names of `STATUS`.
    """
    person = application.person
    criteria = criteria_of(application)
    grounds = list(grounds_of(application, named=traits is not None))
    content = {
        "application": application.number,
        "round": str(application.round or ""),
        "offer": str(application.offer or ""),
        "person": {**personal(person, on=on), "close_to": close_to(application)},
        "status": {**dict.fromkeys(STATUS, ""), **(status or {})},
        "traits": flags(traits),
        "needs": needs(person, shown=traits is not None),
        "formal": [
            {"key": one.key, "title": one.title} for one in criteria if one.kind == CriterionKind.FORMAL
        ],
        "grounds": grounds,
        "premium": list(premium(criteria)),
        "attachments": attachments(grounds, criteria),
        "attached": [],
        "notice": notice(application.edition),
        "consents": consents(person),
        "received": f"{localtime(application.received_at):%d.%m.%Y %H:%M}",
        "channel": application.channel,
        "complete": application.is_complete,
    }
    return Draft(
        template=PACKAGE,
        edition=application.edition,
        about=application,
        content=content,
        name=application.number,
        person=person,
        has_sensitive=traits is not None,
    )


def to_print(found: "QuerySet[Application]", *, user: "User") -> list[Application]:
    """Of these, what the user may print, by number. Raises NothingToPrint, TooManyPapers."""
    editions = [one for one in Edition.objects.visible_to(user) if can_recruit(user, one)]
    mine = found.filter(edition__in=editions).order_by("number", "pk")
    shown = list(mine.select_related("person", "edition__programme", "round", "offer")[: MOST_AT_ONCE + 1])
    if not shown:
        raise NothingToPrint
    if len(shown) > MOST_AT_ONCE:
        raise TooManyPapers(MOST_AT_ONCE)
    return shown


def day(value: date | None) -> str:
    return f"{value:%d.%m.%Y}" if value else ""


def personal(person: Person, *, on: date) -> dict[str, str]:
    """Part A, as of a day."""
    lived = person.addresses.on(on).filter(kind=AddressKind.RESIDENCE).select_related("address").first()
    address = lived.address if lived else None
    way = person.contacts.filter(is_preferred=True).first()
    return {
        "first_name": person.first_name,
        "last_name": person.last_name,
        "pesel": person.pesel or "",
        "document_kind": person.identifier_kind,
        "document": person.identifier,
        "born": day(person.birth_date),
        "sex": person.sex,
        "citizenship": person.citizenship,
        "phone": person.phone,
        "email": person.email,
        "way": way.kind if way else "",
        **{
            name: getattr(address, name, "")
            for name in ("street", "building", "flat", "postcode", "locality")
        },
        **guardian(person, on=on),
    }


def guardian(person: Person, *, on: date) -> dict[str, str]:
    held = person.guardians.filter(Q(to_day=None) | Q(to_day__gte=on), from_day__lte=on).first()
    return {
        "guardian": held.name if held else "",
        "guardian_kin": held.kinship if held else "",
        "guardian_contact": ", ".join(filter(None, (held.phone, held.email))) if held else "",
    }


def close_to(application: Application) -> str:
    """The number of the application of whom the applicant is close to; never a name."""
    if application.related_to_id is None:
        return ""
    theirs = Application.objects.filter(person=application.related_to_id, edition=application.edition_id)
    return theirs.order_by("-received_at").values_list("number", flat=True).first() or "–"


def flags(traits: "SensitiveTraits | None") -> dict[str, str]:
    """Part C."""
    return {
        **{name: getattr(traits, name, "") for name in TRAITS},
        "degree": traits.disability_degree if traits else "",
        "symbol": traits.disability_symbol if traits else "",
        "certificate_until": day(traits.certificate_until) if traits else "",
    }


def needs(person: Person, *, shown: bool) -> dict[str, object]:
    """Part D."""
    known = list(person.needs.all()) if shown else []
    return {"kinds": [one.kind for one in known], "note": "; ".join(one.note for one in known if one.note)}


def grounds_of(application: Application, *, named: bool) -> Iterable[dict[str, object]]:
    """Part E: every ground of the edition, and of those that were named what was seen."""
    claims = {one.ground_id: one for one in application.grounds.select_related("seen_by")} if named else {}
    for ground in Ground.objects.filter(edition=application.edition_id).order_by("position", "pk"):
        claim = claims.get(ground.pk)
        seen = [claim.evidence, day(claim.seen_on), str(claim.seen_by)] if claim and claim.seen_on else []
        yield {
            "named": claim is not None,
            "title": ground.title or ground.code,
            "proof": ground.proof,
            "evidence": ground.evidence,
            "seen": ", ".join(filter(None, seen)),
        }


def criteria_of(application: Application) -> list[Criterion]:
    """Those of the round's scheme; where there is none, those that were announced."""
    scheme = application.round.scheme_id if application.round else None
    return criteria_in(application.edition, Q(scheme=scheme))


def criteria_in(edition: Edition, which: Q) -> list[Criterion]:
    return list(Criterion.objects.filter(which, edition=edition).order_by("position", "pk"))


def premium(criteria: Iterable[Criterion]) -> Iterable[dict[str, str]]:
    """Part F: criteria that give points or precedence, level by level."""
    scored = [one for one in criteria if one.kind in (CriterionKind.PREMIUM, CriterionKind.PRECEDENCE)]
    levels: dict[int, list[CriterionOption]] = {one.pk: [] for one in scored}
    for option in CriterionOption.objects.filter(criterion__in=levels).order_by("position", "pk"):
        levels[option.criterion_id].append(option)
    for one in scored:
        first = one.kind == CriterionKind.PRECEDENCE
        proof = {"evidence": one.evidence, "proof": ""}
        if not levels[one.pk]:
            yield {**proof, "title": one.title, "points": "pierwszeństwo" if first else points(one.points)}
        for level in levels[one.pk]:
            worth = "pierwszeństwo" if first else points(level.points)
            yield {**proof, "title": f"{one.title}: {level.title}", "points": worth}


def points(value: Decimal | None) -> str:
    """As people write it: `10`, `2,5`."""
    return f"{value.normalize():f}".replace(".", ",") if value is not None else ""


def attachments(
    grounds: Iterable[Mapping[str, object]], criteria: Iterable[Criterion]
) -> list[dict[str, str]]:
    """Part H: the proofs that the grounds ask for, each once."""
    proofs = [str(one["proof"]) for one in grounds if one["proof"]]
    proofs += [one.title for one in criteria if one.evidence in ("certificate", "ruling")]
    return [{"key": f"{number}", "title": one} for number, one in enumerate(dict.fromkeys(proofs), start=1)]


def notice(edition: Edition) -> list[str]:
    """Part I: the programme's own notice in Polish, paragraph by paragraph; else the template's."""
    own = Text.objects.filter(of_edition(edition), topic=Topic.PRIVACY, language="pl").first()
    return [line.strip() for line in own.text.splitlines() if line.strip()] if own else []


def consents(person: Person) -> dict[str, str]:
    """Part J: the newest answers."""
    asked = {"image": ConsentKind.IMAGE, "messages": ConsentKind.MESSAGES}
    answers: dict[str, str] = {}
    for one in Consent.objects.filter(person=person).order_by("-given_on", "-pk"):
        answers.setdefault(one.kind, one.answer)
    return {name: answers.get(kind, "") for name, kind in asked.items()}
