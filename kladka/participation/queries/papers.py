"""What has to be on paper of a participation, each with how far it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from kladka.core import wording
from kladka.participation.choices import AgreementKind, Kind, Missing, PaperState
from kladka.participation.models import Participation
from kladka.participation.queries.cards import Card

ASKED_AT_ENTRY = (Missing.EDUCATION, Missing.LABOUR_STATUS, Missing.LABOUR_DETAIL, Missing.FLAGS)


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: its name, its state, what is to be known of it, and the page where it is written."""

    title: str
    state: PaperState
    said: str = ""
    page: str = ""

    @property
    def tone(self) -> str:
        return {PaperState.DONE: "success", PaperState.INCOMPLETE: "warning"}.get(self.state, "neutral")


def papers_of(card: Card) -> list[Paper]:
    """In the order in which they come into being; those of the end only once somebody has left."""
    one = card.participation
    return [
        *_agreements(one),
        _declaration(card),
        *([_plan(card)] if one.kind == Kind.PARTICIPANT else []),
        *(_closing(one) if one.left_on else ()),
    ]


def _agreements(one: Participation) -> Iterator[Paper]:
    signed = list(one.agreements.all())
    if not signed:
        yield Paper(str(AgreementKind.AGREEMENT.label), PaperState.NOT_BEGUN)
    for paper in signed:
        said = _("%(number)s, signed on %(day)s") % {
            "number": paper.number,
            "day": wording.day(paper.signed_on),
        }
        if paper.notice_given_on is None:
            lacks = _("no day of the data protection notice")
            yield Paper(paper.get_kind_display(), PaperState.INCOMPLETE, f"{said}; {lacks}")
        else:
            yield Paper(paper.get_kind_display(), PaperState.DONE, said)


def _declaration(card: Card) -> Paper:
    title, one = _("declaration of entry"), card.participation
    page = "participation:amendment" if one.snapshot else "participation:entry"
    if card.entry is None:
        return Paper(title, PaperState.NOT_BEGUN, page=page)
    missing = [str(what.label) for what in card.missing if what in ASKED_AT_ENTRY]
    if missing:
        return Paper(
            title, PaperState.INCOMPLETE, _("missing: %(what)s") % {"what": ", ".join(missing)}, page
        )
    return Paper(title, PaperState.DONE, _on(one.declared.declared_on) if one.declared else "", page)


def _plan(card: Card) -> Paper:
    agreed_on = card.plan.agreed_on if card.plan else None
    state = PaperState.DONE if card.steps else PaperState.INCOMPLETE if card.plan else PaperState.NOT_BEGUN
    said = _on(agreed_on) if agreed_on else ""
    return Paper(_("plan of the pathway"), state, said, "participation:plan")


def _closing(one: Participation) -> Iterator[Paper]:
    end = getattr(one, "exit", None)
    said = _on(one.left_on) if end and one.left_on else ""
    state = PaperState.DONE if end else PaperState.NOT_BEGUN
    yield Paper(_("end of participation"), state, said, "participation:exit")
    for outcome in one.outcomes.all():
        proven = PaperState.DONE if outcome.received_on else PaperState.INCOMPLETE
        paper = outcome.evidence or _("no paper yet")
        yield Paper(outcome.get_situation_display(), proven, paper, "participation:outcome")
    yield from _follow_up(one)


def _follow_up(one: Participation) -> Iterator[Paper]:
    asked = getattr(one, "follow_up", None)
    if asked is None:
        return
    title, page = _("follow-up after the end"), "participation:follow_up"
    if asked.done_on:
        yield Paper(title, PaperState.DONE, _on(asked.done_on), page)
    else:
        due = _("due by %(day)s") % {"day": wording.day(asked.due_on)}
        yield Paper(title, PaperState.NOT_BEGUN, due, page)


def _on(day: date) -> str:
    return wording.day(day)
