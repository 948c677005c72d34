"""Everything of a programme that its public page may show, gathered from a definition.

`page_of` takes a programme as it was read from a file or, by `queries.as_defined`, from the records; it asks the
database nothing. What an amendment brings is there from the day of its signature, or of all of them where no day is
asked. A fact that was not published is an empty value. Remarks are never part of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from kladka.activities.choices import GroupKind
from kladka.definitions.checks.periods import agreed_and_amended
from kladka.definitions.format import (
    ProgrammeFile,
    activities,
    audience,
    money,
    programme,
    provision,
    public,
    recruitment,
    results,
    work,
)
from kladka.definitions.format.base import EditionRecord, Record
from kladka.programmes.choices import AreaKind, FigureKind, PartyRole, Scope, SiteRole, Topic
from kladka.programmes.rules import Period, is_signed_by

Row = TypeVar("Row", bound=Record)
OfEdition = TypeVar("OfEdition", bound=EditionRecord)


def page_of(defined: ProgrammeFile, *, on: date | None = None) -> "PublicPage":
    return PublicPage(defined, on)


def _of(rows: Iterable[Row], **wanted: str | None) -> tuple[Row, ...]:
    """Rows whose fields say what is wanted."""
    return tuple(row for row in rows if all(getattr(row, name) == value for name, value in wanted.items()))


@dataclass(frozen=True)
class PublicBudget:
    """Money of an agreement or of a further grant, with who pays which part."""

    budget: money.Budget
    sources: tuple[money.Source, ...]
    years: tuple[money.YearlyAmount, ...]


@dataclass(frozen=True)
class LocalProgramme:
    """A local activity programme with its area, meeting place and staff."""

    programme: audience.LocalActivityProgramme
    area: audience.Area | None
    meeting_place: str
    staff: tuple[work.Staff, ...]

    @property
    def title(self) -> str:
        """Its own title, else the name of its area."""
        return self.programme.title or (self.area.name if self.area else "")


@dataclass(frozen=True)
class Club:
    """A club or a group with its weekly frames and the name of its place."""

    group: activities.Group
    offer: work.Offer
    site: str
    frames: tuple[activities.WeeklyFrame, ...]

    @property
    def title(self) -> str:
        return self.group.title or self.offer.title


@dataclass(frozen=True)
class Target:
    """A promised value with what it measures; `within` is the target of whom it speaks."""

    target: results.Target
    measure: results.Measure
    within: "Target | None"


@dataclass(frozen=True)
class PublicPart:
    """What one task does, or what an edition does beside its tasks."""

    task: work.Task | None
    deliverer: str
    stages: tuple[work.Stage, ...]
    staff: tuple[work.Staff, ...]
    supports: tuple[work.Support, ...]
    offers: tuple[work.Offer, ...]
    groups: tuple[Club, ...]
    events: tuple[activities.Event, ...]
    initiative_calls: tuple[provision.InitiativeCall, ...]
    advice_points: tuple[provision.AdvicePoint, ...]
    volunteer_centres: tuple[provision.VolunteerCentre, ...]
    training_flats: tuple[provision.TrainingFlat, ...]
    therapies: tuple[provision.Therapy, ...]
    courses: tuple[provision.Course, ...]
    internships: tuple[provision.Internship, ...]
    costs: tuple[money.BudgetLine, ...]

    @property
    def clubs(self) -> tuple[Club, ...]:
        return tuple(one for one in self.groups if one.group.kind == GroupKind.CLUB)

    @property
    def other_groups(self) -> tuple[Club, ...]:
        return tuple(one for one in self.groups if one.group.kind != GroupKind.CLUB)

    def supports_of(self, scope: Scope) -> tuple[work.Support, ...]:
        return tuple(support for support in self.supports if support.scope == scope)

    def supports_in(self, section: str) -> tuple[work.Support, ...]:
        return _of(self.supports, section=section)


@dataclass(frozen=True)
class PublicEdition:
    """One agreement: its period, money, tasks, targets and figures."""

    of: ProgrammeFile
    edition: programme.Edition
    on: date | None = None

    def rows(self, rows: Iterable[OfEdition]) -> tuple[OfEdition, ...]:
        return _of(rows, edition=self.edition.key)

    def own(self, rows: Iterable[Row]) -> tuple[Row, ...]:
        """Rows of this edition alone, of tables that may also speak of the whole programme."""
        return _of(rows, edition=self.edition.key)

    @cached_property
    def period(self) -> Period:
        """First and last published date, as amended."""
        return agreed_and_amended(self.of, self.edition.key, on=self.on)

    @cached_property
    def amendments(self) -> tuple[programme.Amendment, ...]:
        return tuple(one for one in self.rows(self.of.amendments) if is_signed_by(one.signed, self.on))

    @cached_property
    def budgets(self) -> tuple[PublicBudget, ...]:
        """Money of the agreement, and of the amendments that are in force."""
        agreed = {None, *(one.key for one in self.amendments)}
        return tuple(
            PublicBudget(
                one, _of(self.of.sources, budget=one.key), _of(self.of.yearly_amounts, budget=one.key)
            )
            for one in self.rows(self.of.budgets)
            if one.amendment in agreed
        )

    @cached_property
    def tasks(self) -> tuple[PublicPart, ...]:
        return tuple(self._part(task) for task in self.rows(self.of.tasks))

    @cached_property
    def beside_tasks(self) -> PublicPart:
        """What was published without saying to which task it belongs."""
        return self._part(None)

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        measures = {measure.key: measure for measure in self.of.measures}
        rows = self.rows(self.of.targets)
        known = {row.key: Target(row, measures[row.measure], None) for row in rows}
        return tuple(
            Target(row, measures[row.measure], known[row.within] if row.within else None) for row in rows
        )

    @cached_property
    def outcomes(self) -> tuple[results.Figure, ...]:
        return self.figures(FigureKind.OUTCOME)

    @cached_property
    def planned_effects(self) -> tuple[results.Figure, ...]:
        return self.figures(FigureKind.PLANNED_EFFECT)

    def figures(self, kind: FigureKind) -> tuple[results.Figure, ...]:
        return tuple(row for row in self.own(self.of.figures) if row.kind == kind)

    @cached_property
    def target_groups(self) -> tuple[audience.TargetGroup, ...]:
        return self.own(self.of.target_groups)

    @cached_property
    def local_programmes(self) -> tuple[LocalProgramme, ...]:
        return PublicPage(self.of).local_programmes_of(self.edition.key)

    @cached_property
    def rounds(self) -> tuple[recruitment.Round, ...]:
        return self.rows(self.of.rounds)

    @cached_property
    def grounds(self) -> tuple[recruitment.Ground, ...]:
        return self.rows(self.of.grounds)

    def _part(self, task: work.Task | None) -> PublicPart:
        key = task.key if task else None
        offers = _of(self.rows(self.of.offers), task=key)
        return PublicPart(
            task=task,
            deliverer=PublicPage(self.of).party(task.deliverer) if task and task.deliverer else "",
            stages=_of(self.rows(self.of.stages), task=key),
            staff=_of(self.rows(self.of.staff), task=key, local_activity_programme=None),
            supports=_of(self.rows(self.of.supports), task=key),
            offers=offers,
            groups=self._clubs({offer.key: offer for offer in offers}),
            events=_of(self.rows(self.of.events), task=key),
            initiative_calls=_of(self.rows(self.of.initiative_calls), task=key),
            advice_points=_of(self.rows(self.of.advice_points), task=key),
            volunteer_centres=_of(self.rows(self.of.volunteer_centres), task=key),
            training_flats=_of(self.rows(self.of.training_flats), task=key),
            therapies=_of(self.rows(self.of.therapies), task=key),
            courses=_of(self.rows(self.of.courses), task=key),
            internships=_of(self.rows(self.of.internships), task=key),
            costs=_of(self._lines, task=key),
        )

    @cached_property
    def _lines(self) -> tuple[money.BudgetLine, ...]:
        """Costs, without those of money that is not granted yet."""
        granted = {None, *(one.budget.key for one in self.budgets)}
        return tuple(one for one in self.rows(self.of.budget_lines) if one.budget in granted)

    def _clubs(self, offers: dict[str, work.Offer]) -> tuple[Club, ...]:
        return tuple(
            Club(
                group,
                offers[group.offer],
                PublicPage(self.of).site(group.site),
                _of(self.of.weekly_frames, group=group.key),
            )
            for group in self.rows(self.of.groups)
            if group.offer in offers
        )


@dataclass(frozen=True)
class PublicPage:
    """A programme with its editions; what is common to all of them stands here."""

    of: ProgrammeFile
    on: date | None = None

    @property
    def head(self) -> programme.Head:
        return self.of.programme

    @property
    def metadata(self) -> programme.Page | None:
        return self.of.page

    @cached_property
    def editions(self) -> tuple[PublicEdition, ...]:
        return tuple(PublicEdition(self.of, edition, self.on) for edition in self.of.editions)

    def parties(self, role: PartyRole) -> tuple[str, ...]:
        """Names of those in a role, or how one who is not yet chosen is described."""
        return tuple(_named(party) for party in self.of.parties if party.role == role)

    def party(self, key: str) -> str:
        return next(_named(party) for party in self.of.parties if party.key == key)

    @cached_property
    def districts(self) -> tuple[str, ...]:
        return tuple(area.name for area in self.of.areas if area.kind == AreaKind.DISTRICT)

    def sites(self, role: SiteRole) -> tuple[str, ...]:
        return tuple(str(site.venue) for site in self.of.sites if site.role == role)

    def site(self, key: str | None) -> str:
        return next((str(site.venue) for site in self.of.sites if site.key == key), "")

    def texts(self, topic: Topic, language: str | None = None) -> tuple[str, ...]:
        """Texts in a language, or in the programme's own where they are not translated."""
        rows = [text for text in self.of.texts if text.topic == topic]
        chosen = [text for text in rows if text.language == (language or self.head.language)]
        return tuple(text.text for text in chosen or _of(rows, language=self.head.language))

    @property
    def contacts(self) -> tuple[public.Contact, ...]:
        return self.of.contacts

    @property
    def marks(self) -> tuple[public.FundMark, ...]:
        return self.of.marks

    @property
    def communities(self) -> tuple[audience.Community, ...]:
        return self.of.communities

    @cached_property
    def local_programmes(self) -> tuple[LocalProgramme, ...]:
        """Those of the whole programme."""
        return self.local_programmes_of(None)

    @cached_property
    def target_groups(self) -> tuple[audience.TargetGroup, ...]:
        return _of(self.of.target_groups, edition=None)

    @cached_property
    def figures(self) -> tuple[results.Figure, ...]:
        """Published figures of the whole programme."""
        return _of(self.of.figures, edition=None)

    @property
    def announced_totals(self) -> tuple[results.AnnouncedTotal, ...]:
        return self.of.announced_totals

    def local_programmes_of(self, edition: str | None) -> tuple[LocalProgramme, ...]:
        areas = {area.key: area for area in self.of.areas}
        return tuple(
            LocalProgramme(
                one,
                areas.get(one.area or ""),
                self.site(one.meeting_place),
                _of(self.of.staff, local_activity_programme=one.key),
            )
            for one in _of(self.of.local_activity_programmes, edition=edition)
        )


def _named(party: programme.Party) -> str:
    return party.organisation.name if party.organisation else party.described_as
