"""The public page of a programme: everything that its definition publishes, in the order in which people ask.

Start in `ProgrammePage`. What the records reach stands in `reached`, apart from what was published.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Protocol

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from kladka.definitions.format import audience, programme, public, recruitment, results, work
from kladka.definitions.public import Club, LocalProgramme, PublicBudget, PublicEdition, PublicPage, Target
from kladka.portal import words
from kladka.portal.queries.offer import Block, Line, Offer
from kladka.portal.queries.reached import Reached
from kladka.portal.rules.calendar import Entry
from kladka.portal.rules.standing import Term, standing_of
from kladka.programmes.choices import FigureKind, PartyRole, SiteRole, Topic
from kladka.programmes.rules import PartialDate

TITLES_OF_PARTIES = (
    PartyRole.BENEFICIARY,
    PartyRole.IMPLEMENTING_UNIT,
    PartyRole.PARTNER,
    PartyRole.COMMISSIONED,
    PartyRole.HOST,
    PartyRole.MANAGING_AUTHORITY,
    PartyRole.INTERMEDIATE_BODY,
)
SITES = (SiteRole.OFFICE, SiteRole.SEAT, SiteRole.MEETING_PLACE, SiteRole.VENUE)


@dataclass(frozen=True)
class Said:
    """Texts of one topic, in the reader's language or in the programme's own."""

    texts: tuple[str, ...]
    language: str


@dataclass(frozen=True)
class TaskPart:
    """One task with all that it holds."""

    task: work.Task
    deliverer: str
    stages: tuple[Line, ...]
    staff: tuple[Line, ...]
    clubs: tuple[str, ...]
    blocks: tuple[Block, ...]
    costs: tuple[Line, ...]

    @property
    def span(self) -> str:
        return words.span(self.task.starts, self.task.ends)


@dataclass(frozen=True)
class EditionPart:
    """One agreement of the programme. The main one stands at the top, without a heading of its own."""

    page: PublicPage
    of: PublicEdition
    number: int
    is_main: bool
    today: date
    reached: tuple[Reached, ...] = ()

    @property
    def edition(self) -> programme.Edition:
        return self.of.edition

    @property
    def level(self) -> int:
        """Of its headings: an edition that is not the main one stands under its own."""
        return 2 if self.is_main else 3

    @property
    def title(self) -> str:
        if self.edition.title:
            return str(self.edition.title)
        if self.edition.number:
            return gettext("Edition %(number)s") % {"number": self.edition.number}
        return gettext("Another edition")

    @property
    def term(self) -> Term:
        return term_of(self.of)

    @property
    def name(self) -> str:
        """Its own title or number; empty where neither was published."""
        return self.title if self.edition.title or self.edition.number else ""

    @property
    def head_targets(self) -> tuple[Target, ...]:
        """The whole promises; "of whom …" stands lower on the page."""
        return tuple(one for one in self.of.targets if one.within is None)

    @property
    def people(self) -> Target | None:
        """What is promised of persons, for the first lines of the page."""
        return next(iter(self.head_targets), None)

    @cached_property
    def clubs(self) -> tuple[tuple[Club, tuple[str, ...]], ...]:
        parts = [*self.of.tasks, self.of.beside_tasks]
        return tuple(
            (club, Offer(self.page, self.of, part).club_notes(club)) for part in parts for club in part.clubs
        )

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """What was published without a task."""
        return Offer(self.page, self.of, self.of.beside_tasks).blocks()

    @cached_property
    def staff(self) -> tuple[Line, ...]:
        return tuple(map(staff_line, self.of.beside_tasks.staff))

    @cached_property
    def costs(self) -> tuple[Line, ...]:
        return tuple(Line(one.title) for one in self.of.beside_tasks.costs)

    @cached_property
    def tasks(self) -> tuple[TaskPart, ...]:
        return tuple(
            TaskPart(
                task=part.task,
                deliverer=part.deliverer,
                stages=tuple(
                    Line(one.title, words.lines([words.span(one.starts, one.ends)])) for one in part.stages
                ),
                staff=tuple(map(staff_line, part.staff)),
                clubs=tuple(club.title for club in part.clubs),
                blocks=Offer(self.page, self.of, part).blocks(),
                costs=tuple(Line(one.title) for one in part.costs),
            )
            for part in self.of.tasks
            if part.task
        )

    @property
    def target_groups(self) -> tuple[audience.TargetGroup, ...]:
        return (*(self.page.target_groups if self.is_main else ()), *self.of.target_groups)

    @property
    def local_programmes(self) -> tuple[LocalProgramme, ...]:
        return (*(self.page.local_programmes if self.is_main else ()), *self.of.local_programmes)

    @property
    def communities(self) -> tuple[audience.Community, ...]:
        return self.page.communities if self.is_main else ()

    @property
    def agreements(self) -> tuple[PublicBudget, ...]:
        return tuple(one for one in self.of.budgets if one.budget.kind == "agreement")

    @property
    def additions(self) -> tuple[PublicBudget, ...]:
        return tuple(one for one in self.of.budgets if one.budget.kind != "agreement")

    def figures_of(self, kind: FigureKind) -> tuple[results.Figure, ...]:
        common = self.page.figures if self.is_main else ()
        return tuple(one for one in (*common, *self.of.own(self.page.of.figures)) if one.kind == kind)

    @property
    def outcomes(self) -> tuple[results.Figure, ...]:
        return self.figures_of(FigureKind.OUTCOME)

    @property
    def planned_effects(self) -> tuple[results.Figure, ...]:
        return self.figures_of(FigureKind.PLANNED_EFFECT)

    @property
    def facts(self) -> tuple[results.Figure, ...]:
        return self.figures_of(FigureKind.FACT)


@dataclass(frozen=True)
class ProgrammePage:
    """The whole page."""

    of: PublicPage
    language: str
    today: date
    reached: Mapping[str, list[Reached]] = field(default_factory=dict)
    events: tuple[Entry, ...] = ()

    @property
    def head(self) -> programme.Head:
        return self.of.head

    @property
    def own(self) -> SafeString:
        """The attribute of words that are in another language than the page around them."""
        spoken = str(self.head.language)
        return format_html(' lang="{}"', spoken) if spoken != self.language else SafeString()

    @property
    def kind(self) -> str:
        """What it is beside its title: its kind where the title does not say it, and the edition's name."""
        kind = "" if str(self.head.kind) in str(self.head.title) else str(self.head.kind)
        return " · ".join(words.lines([kind, self.main.name]))

    @cached_property
    def parts(self) -> tuple[EditionPart, ...]:
        """All editions, the main one first: the one that runs, else the first of the file."""
        editions = self.of.editions
        running = [one for one in editions if term_of(one).state(self.today) == "running"]
        main = next(iter(running if len(editions) > 1 else editions), editions[0])
        ordered = [main, *(one for one in editions if one is not main)]
        return tuple(
            EditionPart(
                page=self.of,
                of=one,
                number=number,
                is_main=one is main,
                today=self.today,
                reached=tuple(self.reached.get(str(one.edition.key), ())),
            )
            for number, one in enumerate(ordered, 1)
        )

    @property
    def main(self) -> EditionPart:
        return self.parts[0]

    @property
    def others(self) -> tuple[EditionPart, ...]:
        return self.parts[1:]

    @property
    def state(self) -> str:
        return standing_of((part.term for part in self.parts), today=self.today)

    def said(self, topic: Topic) -> Said:
        own = str(self.head.language)
        rows = [text for text in self.of.of.texts if text.topic == topic]
        for language in (self.language, own):
            texts = tuple(str(text.text) for text in rows if text.language == language)
            if texts:
                return Said(texts, language)
        return Said((), own)

    @property
    def lead(self) -> Said:
        return self.said(Topic.DESCRIPTION)

    @property
    def goal(self) -> Said:
        return self.said(Topic.GOAL)

    @property
    def summary(self) -> str:
        """One sentence for search engines and for lists."""
        return " ".join((self.lead.texts or self.goal.texts)[:1])

    @property
    def texts(self) -> list[tuple[str, str, Said]]:
        """Further texts, each under its heading; what was not written leaves no heading."""
        topics = [
            ("for-whom", gettext("For whom"), Topic.TARGET_GROUP),
            ("may-join", gettext("Who may join"), Topic.MAY_JOIN),
            ("recruitment", gettext("How people are chosen"), Topic.RECRUITMENT),
            ("effects", gettext("What will change"), Topic.EXPECTED_EFFECT),
            ("volunteering", gettext("Volunteering"), Topic.VOLUNTEERING),
            ("easy", gettext("Easy to read"), Topic.EASY_READ),
            ("privacy", gettext("Your data"), Topic.PRIVACY),
        ]
        said = [(name, title, self.said(topic)) for name, title, topic in topics]
        return [row for row in said if row[2].texts]

    @property
    def parties(self) -> list[tuple[str, tuple[str, ...]]]:
        """Who runs it: the name of the role and who is in it."""
        rows = [(str(role.label), self.of.parties(role)) for role in TITLES_OF_PARTIES]
        return [row for row in rows if row[1]]

    @property
    def sites(self) -> list[tuple[str, tuple[str, ...]]]:
        rows = [(str(role.label), self.of.sites(role)) for role in SITES]
        return [row for row in rows if row[1]]

    @property
    def contacts(self) -> list[tuple[public.Contact, str]]:
        return [(one, self.of.site(one.site)) for one in self.of.contacts]

    @property
    def areas(self) -> tuple[audience.Area, ...]:
        return self.of.of.areas

    @property
    def runners(self) -> str:
        """For the line of marks: whose programme it is and who carries it out."""
        names = (*self.of.parties(PartyRole.BENEFICIARY), *self.of.parties(PartyRole.IMPLEMENTING_UNIT))
        return " – ".join(names)

    @property
    def open_rounds(self) -> tuple[recruitment.Round, ...]:
        """Windows in which people may apply today; an end that is not known is no end."""
        return tuple(one for part in self.parts for one in part.of.rounds if is_open(one, self.today))

    @property
    def can_be_joined(self) -> bool:
        return bool(self.open_rounds)

    @property
    def metadata(self) -> dict[str, str]:
        """For the foot of the page, as portal/metadata.html wants it."""
        of = self.of.metadata
        if of is None:
            return {}
        published = words.lines([str(of.published_by), words.on(of.published_on)])
        return {
            "made_by": str(of.produced_by),
            "made_on": words.on(of.produced_on),
            "responsible": str(of.responsible),
            "published": ", ".join(published),
        }


def term_of(edition: PublicEdition) -> Term:
    lasts = edition.edition.lasts
    return Term(edition.period.start, edition.period.end, lasts.months if lasts else None)


class Opening(Protocol):
    """A window in which people apply, of the file or of the record."""

    @property
    def opens(self) -> PartialDate | None: ...

    @property
    def closes(self) -> PartialDate | None: ...


def is_open(one: Opening, today: date) -> bool:
    """Whether applications are taken today; the last day is in."""
    has_opened = one.opens is not None and one.opens.first_day <= today
    return has_opened and (one.closes is None or today <= one.closes.last_day)


def staff_line(one: work.Staff) -> Line:
    """Organizator społeczności lokalnej: 3; pracownik socjalny: stałe spotkania."""
    said = words.lines([words.count(one.number), str(one.duties)])
    return Line(": ".join([str(one.role), ", ".join(said)]) if said else str(one.role))
