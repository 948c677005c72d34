"""What the day asks of somebody: their sessions, and what waits with the longest overdue first."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal

from django.db.models import Count, Exists, Min, OuterRef
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kladka.activities.models import Session
from kladka.activities.queries import sessions_of_day, with_figures
from kladka.core import wording
from kladka.messages.choices import Occasion
from kladka.messages.lists import with_details
from kladka.messages.models import Message
from kladka.participation.models import FollowUp, Participation
from kladka.people.models import Person
from kladka.programmes.access import CASE_WORK, SCORING, WITH_PEOPLE
from kladka.recruitment.models import Application, Promotion
from kladka.recruitment.queries import window_of
from kladka.recruitment.queries.seats import to_score_by

if TYPE_CHECKING:
    from kladka.accounts.models import User

SHOWN = 10  # of one kind: who has more than that opens the list
SOON = timedelta(days=30)
WAITS_FOR = timedelta(days=14)  # from the agreement to the first support, before somebody should ring

Tone = Literal["danger", "warning", "neutral"]


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing to do: what, about whom, where it is done, and by which day."""

    what: str
    about: str
    href: str
    due_on: date
    when: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """Matters of one urgency; a title in words, the colour only repeats it."""

    title: str
    tone: Tone
    matters: tuple[Matter, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    sessions: list[Session]
    is_of_everybody: bool  # nobody expects this user anywhere, so all sessions of the day are shown


def agenda(user: "User", day: date) -> Agenda:
    """The user's own sessions; for who leads none, all sessions that she may see."""
    seen = sessions_of_day(user, day).taking_place()
    mine = list(with_figures(seen.led_by(user)))
    return (
        Agenda(mine, is_of_everybody=False)
        if mine
        else Agenda(list(with_figures(seen)), is_of_everybody=True)
    )


def matters(user: "User", roles: AbstractSet[str], *, at: datetime, on: date) -> list[Matter]:
    """Everything that waits for somebody with these roles, the longest overdue first; nothing for who only reads."""
    found = [
        *(unwritten(user, at=at, on=on) if roles & WITH_PEOPLE else ()),
        *(unasked(user, on=on) if roles & CASE_WORK else ()),
        *(undelivered(user) if roles & CASE_WORK else ()),
        *(unprinted(user) if roles & CASE_WORK else ()),
        *(uncome(user, on=on) if roles & CASE_WORK else ()),
        *(unanswered(user, on=on) if roles & CASE_WORK else ()),
        *(unscored(user, on=on) if roles & (SCORING | CASE_WORK) else ()),
    ]
    return sorted(found, key=lambda matter: matter.due_on)


def grouped(waiting: list[Matter], *, on: date) -> list[Due]:
    """Overdue, until tomorrow, this month; a group of nothing is left out."""
    tomorrow = on + timedelta(days=1)
    waiting = [replace(one, when=said(one.due_on, on)) for one in waiting]
    groups = (
        Due(_("Overdue"), "danger", tuple(one for one in waiting if one.due_on < on)),
        Due(_("Until tomorrow"), "warning", tuple(one for one in waiting if on <= one.due_on <= tomorrow)),
        Due(_("In the next 30 days"), "neutral", tuple(one for one in waiting if one.due_on > tomorrow)),
    )
    return [group for group in groups if group.matters]


def said(due_on: date, on: date) -> str:
    """Since when it is late, or by when it is to be done; the year where it is another one."""
    if due_on == on:
        return _("today")
    if due_on == on + timedelta(days=1):
        return _("tomorrow")
    return (_("since %(day)s") if due_on < on else _("by %(day)s")) % {"day": wording.day_near(due_on, on)}


def unwritten(user: "User", *, at: datetime, on: date) -> Iterator[Matter]:
    """Sessions that are over and of which nobody wrote who came; those of today are on the agenda."""
    sessions = Session.objects.visible_to(user).waiting_for_register(at=at)
    for session in sessions.select_related("activity__group__offer", "activity__event")[:SHOWN]:
        if session.day < on:
            yield Matter(
                what=_("Write down who came"),
                about=f"{session}, {wording.weekday_date(session.day)}",
                href=reverse("activities:attendance", args=[session.pk]),
                due_on=session.day,
            )


def unasked(user: "User", *, on: date) -> Iterator[Matter]:
    """Who left and was not yet asked what has changed."""
    mine = Participation.objects.visible_to(user)
    waiting = FollowUp.objects.filter(done_on=None, due_on__lte=on + SOON, participation__in=mine)
    for one in waiting.select_related("participation__person").order_by("due_on")[:SHOWN]:
        person = one.participation.person
        yield Matter(_("Ask what has changed since the end"), str(person), file_of(person), one.due_on)


def uncome(user: "User", *, on: date) -> Iterator[Matter]:
    """Who has agreed and not yet come: without a first support nobody is a participant."""
    waiting = Participation.objects.visible_to(user).qualified().participants()
    for one in waiting.select_related("person").order_by("opened_on")[:SHOWN]:
        due_on = one.opened_on + WAITS_FOR
        if due_on <= on + SOON:
            yield Matter(_("Invite: has not come yet"), str(one.person), file_of(one.person), due_on)


def unanswered(user: "User", *, on: date) -> Iterator[Matter]:
    """Who of a reserve list was offered a place that became free, and has not said yes or no."""
    mine = Application.objects.visible_to(user).filter(pk=OuterRef("application"))
    asked = Promotion.objects.filter(Exists(mine), answer="", answer_by__lte=on + SOON)
    for one in asked.select_related("application__person").order_by("answer_by", "pk")[:SHOWN]:
        href = reverse("recruitment:place_answer", args=[one.application_id, one.pk])
        about = f"{one.application.person}, {one.application.number}"
        yield Matter(_("Ask whether the free place is taken"), about, href, one.answer_by)


def unscored(user: "User", *, on: date) -> Iterator[Matter]:
    """Rounds on whose committee the user sits, since the day on which applications were no longer taken."""
    for one, waiting in to_score_by(user)[:SHOWN]:
        yield Matter(
            what=_("Score applications: %(number)s") % {"number": waiting},
            about=str(one),
            href=reverse("recruitment:round", args=[one.pk]),
            due_on=window_of(one).closes or on,
        )


def undelivered(user: "User") -> Iterator[Matter]:
    """Messages that did not arrive: somebody waits for an answer and does not know it."""
    failed = with_details(Message.objects.visible_to(user).failed()).order_by("written_at", "pk")
    for one in failed.exclude(occasion=Occasion.DRAFT_LINK)[:SHOWN]:
        href = reverse("messages:message", args=[one.pk])
        yield Matter(
            _("Message not delivered"), str(one.person or one.edition), href, localdate(one.written_at)
        )


def unprinted(user: "User") -> Iterator[Matter]:
    """Letters that wait for the printer, in one line."""
    waiting = Message.objects.visible_to(user).to_print().aggregate(all=Count("pk"), first=Min("written_at"))
    if waiting["all"]:
        about = ngettext("%(number)s letter", "%(number)s letters", waiting["all"]) % {
            "number": waiting["all"]
        }
        yield Matter(_("Print and post letters"), about, reverse("desk:letters"), localdate(waiting["first"]))


def file_of(person: Person) -> str:
    return reverse("desk:person", args=[person.public_id])
