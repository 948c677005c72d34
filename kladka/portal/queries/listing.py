"""All programmes with a public page, in short: for the city's page, the list, the search and the national page.

Six statements, whatever there is.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any

from kladka.portal import words
from kladka.portal.queries.programme import is_open
from kladka.portal.rules.standing import Term, standing_of
from kladka.programmes.choices import Relation, Topic
from kladka.programmes.models import Amendment, AnnouncedTotal, Area, Edition, Programme, Text
from kladka.programmes.rules import Amount, PartialDate, in_force
from kladka.recruitment.models import Round

ORDER = ("running", "planned", "", "ended")


@dataclass(frozen=True)
class Window:
    """When people may apply, as the programme published it."""

    opens: PartialDate | None
    closes: PartialDate | None


@dataclass(frozen=True)
class Card:
    """One programme as a tile."""

    key: str
    title: str
    kind: str
    summary: str
    language: str  # of the summary; the rest is in the programme's own
    spoken: str
    state: str
    span: str
    place: str
    window: Window | None

    @property
    def can_be_joined(self) -> bool:
        return self.window is not None


@dataclass(frozen=True)
class Total:
    """Money announced for several programmes together."""

    title: str
    currency: str
    total: Amount | None
    eu: Amount | None
    own: Amount | None


def cards(*, language: str, today: date) -> list[Card]:
    """Those that run first, those that ended last."""
    programmes = list(Programme.objects.public())
    shown = [programme.pk for programme in programmes]
    editions = grouped(Edition.objects.filter(programme__in=shown), "programme_id")
    amendments = grouped(Amendment.objects.filter(edition__programme__in=shown), "edition_id")
    rounds = grouped(Round.objects.filter(edition__programme__in=shown), "edition_id")
    texts = grouped(
        Text.objects.filter(programme__in=shown, topic__in=[Topic.DESCRIPTION, Topic.GOAL]), "programme_id"
    )
    areas = grouped(Area.objects.filter(programme__in=shown), "programme_id")
    made = []
    for programme in programmes:
        own = editions[programme.pk]
        terms = [term(one, amendments[one.pk], today=today) for one in own]
        summary, spoken = summary_of(programme, texts[programme.pk], language)
        made.append(
            Card(
                key=programme.key,
                title=programme.title,
                kind=programme.kind,
                summary=summary,
                language=spoken,
                spoken=programme.language,
                state=standing_of(terms, today=today),
                span=words.span(terms[0].starts, terms[0].ends) if len(terms) == 1 else "",
                place=", ".join(area.name for area in areas[programme.pk]),
                window=window((one for edition in own for one in rounds[edition.pk]), today=today),
            )
        )
    return sorted(made, key=lambda card: (not card.can_be_joined, ORDER.index(card.state)))


def grouped(rows: Iterable[Any], by: str) -> defaultdict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[attrgetter(by)(row)].append(row)
    return found


def term(edition: Edition, amendments: Iterable[Amendment], *, today: date) -> Term:
    """The period of an edition, as amended by today."""
    period = in_force(edition.agreed_period, (one.moved for one in amendments), on=today)
    return Term(period.start, period.end, edition.lasts_months)


def window(rounds: Iterable[Round], *, today: date) -> Window | None:
    """The first window that is open today."""
    windows = (
        Window(
            PartialDate.of(one.opens, one.opens_precision), PartialDate.of(one.closes, one.closes_precision)
        )
        for one in rounds
    )
    return next((one for one in windows if is_open(one, today)), None)


def summary_of(programme: Programme, texts: Iterable[Text], language: str) -> tuple[str, str]:
    """The description, else the goal; in the reader's language, else in the programme's own."""
    rows = list(texts)
    for topic in (Topic.DESCRIPTION, Topic.GOAL):
        for spoken in (language, programme.language):
            for text in rows:
                if text.topic == topic and text.language == spoken:
                    return text.text, spoken
    return "", programme.language


def announced_totals() -> list[Total]:
    """What the city announced for several of its programmes together."""
    rows = AnnouncedTotal.objects.filter(programme__in=Programme.objects.public())
    return [
        Total(
            title=one.title,
            currency=one.currency,
            total=amount(one.total, one.total_relation),
            eu=amount(one.eu, one.eu_relation),
            own=amount(one.own, one.own_relation),
        )
        for one in rows
    ]


def amount(value: Any, relation: str) -> Amount | None:
    return None if value is None else Amount(value, Relation(relation))
