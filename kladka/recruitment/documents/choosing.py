"""A-03 the assessment card, A-04 the protocol with its lists, A-05 the published result."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from django.utils.timezone import localtime

from kladka.audit import sealing
from kladka.papers.actions import Draft
from kladka.papers.rules import Template
from kladka.recruitment import canonical
from kladka.recruitment.choices import CriterionKind, Outcome
from kladka.recruitment.documents.package import criteria_of, day, points
from kladka.recruitment.models import Application, Card, Criterion, CriterionResult, Protocol, RankingEntry

if TYPE_CHECKING:
    from collections.abc import Mapping

DAY: Final = date(2026, 11, 24)
CARD: Final = Template("A-03", DAY, "recruitment/typst/card_2026_11_24.typ", "Karta oceny zgłoszenia")
PROTOCOL: Final = Template(
    "A-04", DAY, "recruitment/typst/protocol_2026_11_24.typ", "Protokół komisji rekrutacyjnej"
)
RESULT: Final = Template("A-05", DAY, "recruitment/typst/result_2026_11_24.typ", "Wyniki rekrutacji")


def moment(at: datetime) -> str:
    return f"{localtime(at):%d.%m.%Y %H:%M}"


def card(application: Application, filled: Card | None = None) -> Draft:
    """A-03, as a member filled it in; without a card, a blank one for the pen. It bears a number, no name."""
    said = {one.criterion_id: one for one in filled.results.select_related("seen_by")} if filled else {}
    criteria = criteria_of(application)
    scheme = application.round.scheme if application.round else None
    content = {
        "application": application.number,
        "round": str(application.round or ""),
        "received": moment(application.received_at),
        "scheme": str(scheme or ""),
        "version": f"{scheme.version}" if scheme else "",
        "formal": [
            {
                "title": one.title,
                "met": said[one.pk].is_met if one.pk in said else None,
                **seen(said.get(one.pk)),
            }
            for one in criteria
            if one.kind == CriterionKind.FORMAL
        ],
        "premium": [scored(one, said.get(one.pk)) for one in criteria if one.kind != CriterionKind.FORMAL],
        "correct": filled.is_correct if filled else "",
        "total": points(filled.total) if filled else "",
        "precedence": points(filled.precedence) if filled else "",
        "remarks": filled.remarks if filled else "",
        "scorer": str(filled.scored_by) if filled else "",
        "scored": moment(filled.scored_at) if filled else "",
    }
    return Draft(
        template=CARD,
        edition=application.edition,
        about=filled or application,
        content=content,
        name=application.number,
        person=application.person,
        has_sensitive=filled is not None,
    )


def seen(line: CriterionResult | None) -> dict[str, str]:
    known = [line.evidence, day(line.seen_on), str(line.seen_by or "")] if line else []
    return {"evidence": ", ".join(filter(None, known))}


def scored(criterion: Criterion, line: CriterionResult | None) -> dict[str, str]:
    worth = [one.points for one in criterion.options.all() if one.points is not None]
    most = criterion.maximum or criterion.points or max(worth, default=None)
    return {
        "title": criterion.title,
        "most": "pierwszeństwo" if criterion.kind == CriterionKind.PRECEDENCE else points(most),
        "points": points(line.points) if line else "",
        **seen(line),
    }


def protocol(kept: Protocol) -> Draft:
    """A-04 from the sealed bytes, with the signatures that were given by then."""
    said: Mapping[str, Any] = canonical.read(
        sealing.opened(kept.content, digest=kept.digest, name=kept.number)
    )
    signed = {
        str(one.member.user): (one.way, moment(one.signed_at))
        for one in kept.signatures.select_related("member__user")
    }
    scheme = said["scheme"]
    content = {
        "held": moment(kept.held_at),
        "place": said["place"],
        "round": said["round"],
        "replaces": said["replaces"],
        "scheme": f"{scheme['title']}, wersja {scheme['version']}" if scheme else "",
        "way": said["way"],
        "present": [{**one, "signed": list(signed.get(one["name"], ("", "")))} for one in said["present"]],
        "quorum": said["quorum"],
        "received": f"{said['received']}",
        "correct": f"{said['correct']}",
        "rejected": f"{said['rejected']}",
        "ties": said["order_among_equals"],
        "lot": said["lot"],
        "rulings": said["rulings"],
        "quotas": [f"{title}: {places}" for title, places in said["quotas"].items()],
        "ranking": said["ranking"],
        "objections": said["objections"],
        "digest": kept.digest,
    }
    return Draft(
        template=PROTOCOL,
        edition=kept.round.edition,
        about=kept,
        content=content,
        name=kept.number,
        has_sensitive=True,
        number=kept.number,
    )


def result(kept: Protocol) -> Draft:
    """A-05: numbers on their lists, the reserve in its order; no names, no points, no reasons."""
    entries = list(RankingEntry.objects.filter(protocol=kept).select_related("application").order_by("turn"))

    def on(outcome: Outcome) -> list[str]:
        return [one.application.number for one in entries if one.outcome == outcome]

    content = {
        "round": str(kept.round),
        "held": day(localtime(kept.held_at).date()),
        "protocol": kept.number,
        "published": day(localtime(kept.published_at).date()) if kept.published_at else "",
        "main": sorted(on(Outcome.QUALIFIED)),
        "reserve": on(Outcome.RESERVE),
        "out": sorted(on(Outcome.NOT_QUALIFIED)),
    }
    return Draft(template=RESULT, edition=kept.round.edition, about=kept, content=content, name=kept.number)
