"""A draft with all that its pages ask: its questions, where it stands, and what can be applied for today."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Exists, OuterRef, Q

from kladka.portal.rules.applying import Place
from kladka.programmes.choices import Topic
from kladka.programmes.models import Programme, Text
from kladka.recruitment import tickets
from kladka.recruitment.choices import Outcome, Way
from kladka.recruitment.enrolment import Enrolment, Opening, enrolment_of
from kladka.recruitment.models import Application, Decision, Draft
from kladka.recruitment.rules import Step, first_unanswered, steps_of


@dataclass(frozen=True)
class Filling:
    """Somebody's application as far as it is filled in."""

    draft: Draft
    secret: str
    on: date

    @property
    def programme(self) -> Programme:
        return self.draft.edition.programme

    @cached_property
    def enrolment(self) -> Enrolment:
        return enrolment_of(self.programme, on=self.on)

    @property
    def openings(self) -> tuple[Opening, ...]:
        return self.enrolment.openings if self.enrolment.is_taking else ()

    @property
    def steps(self) -> tuple[Step, ...]:
        return steps_of(is_for_ward=self.draft.is_for_ward, has_choice=len(self.openings) > 1)

    @property
    def unanswered(self) -> Step | None:
        return first_unanswered(self.steps, self.draft.answered)

    @property
    def code(self) -> str:
        return tickets.code_of(self.secret)

    def place(self, step: Step | None) -> Place:
        return Place(self.steps, step)


def filling_of(secret: str, *, on: date) -> Filling | None:
    """The draft that this secret opens, of a programme with a public page."""
    drafts = Draft.objects.select_related("edition__programme", "application__round", "round", "offer")
    found = drafts.filter(secret_digest=tickets.digest_of(secret), edition__programme__is_public=True).first()
    return Filling(found, secret, on) if found else None


def place_in_line(application: Application) -> int | None:
    """Where it stands among those who wait, counted from one; only where places go by order of application."""
    if application.round is None or application.round.way != Way.ORDER:
        return None
    settled = Decision.objects.in_force().filter(application=OuterRef("pk")).exclude(outcome=Outcome.RESERVE)
    waiting = Application.objects.filter(
        ~Exists(settled), round=application.round, offer=application.offer_id, withdrawn_on=None
    )
    earlier = Q(received_at__lt=application.received_at)
    together = Q(received_at=application.received_at, pk__lte=application.pk)
    return waiting.filter(earlier | together).count()


def whom_it_is_for(programme: Programme, *, language: str) -> list[str]:
    """What the programme itself says of who may join, in the reader's language or else in its own."""
    rows = Text.objects.filter(programme=programme, topic__in=[Topic.MAY_JOIN, Topic.TARGET_GROUP])
    for spoken in (language, programme.language):
        found = [one.text for one in rows if one.language == spoken]
        if found:
            return found[:1]
    return []
