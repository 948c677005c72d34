"""What a part of a programme offers, as blocks of lines: a heading, the published words, and notes beside them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext, pgettext

from kladka.activities.choices import Weekday
from kladka.core import wording
from kladka.definitions.format import activities, provision, work
from kladka.definitions.public import Club, PublicEdition, PublicPage, PublicPart
from kladka.portal import words
from kladka.programmes.choices import Scope


@dataclass(frozen=True)
class Line:
    """One published thing and what is known of it."""

    title: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Block:
    """Lines under one heading, or none where the section's own says it; `intro` stands above them."""

    title: str
    lines: tuple[Line, ...]
    intro: tuple[str, ...] = ()


@dataclass(frozen=True)
class Offer:
    """Reads one part of an edition: a task, or what stands beside the tasks."""

    page: PublicPage
    edition: PublicEdition
    part: PublicPart

    @property
    def currency(self) -> str:
        return next((one.budget.currency for one in self.edition.budgets), "PLN")

    def blocks(self) -> tuple[Block, ...]:
        """Everything of the part that has at least one line or one sentence."""
        return tuple(block for block in self._all() if block.lines or block.intro)

    def _all(self) -> Iterator[Block]:
        yield from self.supports()
        yield Block(gettext("Groups"), tuple(map(self.group, self.part.other_groups)))
        yield Block(gettext("Open events"), tuple(map(self.event, self.new_events())))
        yield from map(self.flat, self.part.training_flats)
        yield from self.therapies()
        yield Block(gettext("Advice"), tuple(map(self.advice_point, self.part.advice_points)))
        yield from map(self.initiatives, self.part.initiative_calls)
        yield from map(self.volunteering, self.part.volunteer_centres)
        yield Block(gettext("Courses"), tuple(self.known_more(self.courses())))
        yield Block(gettext("Internships"), tuple(self.known_more(self.internships())))

    # --- supports ------------------------------------------------------------------------------

    def supports(self) -> Iterator[Block]:
        """By the headings of the page they were published on, else by kind where a task has several."""
        supports = self.part.supports
        if any(one.section for one in supports):
            for section in dict.fromkeys(one.section for one in supports):
                yield self.listed(section_title(section), self.part.supports_in(section))
        elif len({one.scope for one in supports}) > 1 and self.part.task:
            for scope in dict.fromkeys(one.scope for one in supports):
                yield self.listed(scope_title(scope), (one for one in supports if one.scope == scope))
        else:
            yield self.listed(section_title("") if self.part.task else "", supports)

    def listed(self, title: str, supports: Iterable[work.Support]) -> Block:
        return Block(title, tuple(map(self.support, supports)))

    def support(self, one: work.Support) -> Line:
        quotas = (self.quota(row) for row in self.edition.rows(self.page.of.quotas) if row.support == one.key)
        notes = words.lines(
            [
                self.group_title(one.target_group),
                words.fee(is_free=one.is_free, given=one.fee, of=one.fee_per, currency=self.currency),
                *quotas,
                self.page.site(one.site),
                self.page.party(one.deliverer) if one.deliverer else "",
                words.span(one.starts, one.ends),
            ]
        )
        return Line(one.title, notes)

    def quota(self, one: work.Quota) -> str:
        """40 godzin / osoba, 2026."""
        number = words.lines([words.count(one.number), one.unit])
        return ", ".join(words.lines([" ".join(number) + words.per(one.per), str(one.year or "")]))

    def group_title(self, key: str | None) -> str:
        return next((one.title for one in self.page.of.target_groups if one.key == key), "")

    # --- groups and events ---------------------------------------------------------------------

    def group(self, club: Club) -> Line:
        """A group without a name of its own is known by whom it is for, or by its number."""
        number = gettext("group %(number)s") % {"number": club.group.number} if club.group.number else ""
        title = club.group.title or club.group.audience or club.offer.title
        audience = club.group.audience if club.group.title else ""
        return Line(title, words.lines([audience, number, *self.club_notes(club)]))

    def club_notes(self, club: Club) -> tuple[str, ...]:
        group = club.group
        offer = club.offer
        return words.lines(
            [
                words.fee(is_free=offer.is_free, given=offer.fee, of=offer.fee_per, currency=self.currency),
                gettext("places: %(number)s") % {"number": words.count(group.places)} if group.places else "",
                club.site,
                *map(weekly, club.frames),
                words.span(group.starts, group.ends),
            ]
        )

    def new_events(self) -> tuple[activities.Event, ...]:
        """Those that are not already said word for word as a support."""
        return tuple(one for one in self.part.events if one.title not in self.said or self.event(one).notes)

    def event(self, one: activities.Event) -> Line:
        open_to = one.open_to or (self.part.task.open_to if self.part.task else "")
        times = gettext("how many: %(number)s") % {"number": words.count(one.times)} if one.times else ""
        shown = "" if self.part.task and open_to == self.part.task.open_to else open_to
        sites = ", ".join(words.lines(self.page.site(key) for key in one.sites))
        return Line(one.title, words.lines([shown, times, sites, words.span(one.starts, one.ends)]))

    # --- care, advice, initiatives -------------------------------------------------------------

    def flat(self, one: provision.TrainingFlat) -> Block:
        places = gettext("places: %(number)s") % {"number": words.count(one.places)} if one.places else ""
        whose = self.group_title(one.target_group)
        intro = words.lines([for_whom(whose), self.page.site(one.site), one.running, places])
        trained = tuple(Line(training) for training in one.trainings)
        return Block(gettext("Training flat"), trained, intro)

    def therapies(self) -> Iterator[Block]:
        for key in dict.fromkeys(one.target_group for one in self.part.therapies):
            rows = [one for one in self.part.therapies if one.target_group == key]
            intro = words.lines([for_whom(self.group_title(key))])
            yield Block(gettext("Therapies"), tuple(map(self.therapy, rows)), intro)

    def therapy(self, one: provision.Therapy) -> Line:
        return Line(one.title, words.lines([" ".join(words.lines([words.count(one.units), one.unit]))]))

    def advice_point(self, one: provision.AdvicePoint) -> Line:
        hours = (row for row in self.edition.rows(self.page.of.advice_hours) if row.advice_point == one.key)
        free = gettext("free of charge") if one.is_free else ""
        return Line(
            one.title,
            words.lines([", ".join(one.fields), free, self.page.site(one.site), *map(weekly, hours)]),
        )

    def initiatives(self, one: provision.InitiativeCall) -> Block:
        smallest = gettext("at least %(people)s in a group")
        notes = [
            for_whom(one.who_may_apply),
            smallest % {"people": wording.people(one.smallest_group.number)} if one.smallest_group else "",
            named(gettext("For one initiative"), words.amount(one.limit, self.currency)),
            named(gettext("For all together"), words.amount(one.pot, self.currency)),
            named(gettext("Applications"), words.span(one.opens, one.closes)),
        ]
        title = gettext("Residents' initiatives")
        already = one.title in self.said
        intro = words.lines(["" if already else one.title, one.description, *notes])
        return Block(title, (), intro)

    def volunteering(self, one: provision.VolunteerCentre) -> Block:
        title = "" if one.title in self.said else one.title
        return Block(
            gettext("Volunteering"), (), words.lines([title, one.description, self.page.site(one.site)])
        )

    # --- courses and internships ---------------------------------------------------------------

    @property
    def said(self) -> frozenset[str]:
        return frozenset(one.title for one in self.part.supports)

    def known_more(self, lines: Iterable[Line]) -> Iterator[Line]:
        """A course in the very words of a support says nothing new, unless something is known of it."""
        return (line for line in lines if line.notes or line.title not in self.said)

    def courses(self) -> Iterator[Line]:
        for one in self.part.courses:
            kind = f" ({one.hour_kind.label})" if one.hour_kind else ""
            hours = gettext("hours: %(number)s") % {"number": wording.number(one.hours)} if one.hours else ""
            yield Line(one.title, words.lines([hours + kind if hours else "", places(one.places)]))

    def internships(self) -> Iterator[Line]:
        for one in self.part.internships:
            weekly_hours = gettext("hours in a week: %(number)s")
            notes = [
                words.months(one.months) if one.months and one.title not in self.said else "",
                weekly_hours % {"number": wording.number(one.hours_per_week)} if one.hours_per_week else "",
                places(one.places),
            ]
            yield Line(one.title, words.lines(notes))


def places(given: object) -> str:
    return gettext("places: %(number)s") % {"number": words.count(given)} if given else ""  # type: ignore[arg-type]


def named(label: str, value: str) -> str:
    return f"{label}: {value}" if value else ""


def for_whom(title: str) -> str:
    return gettext("For whom: %(people)s") % {"people": title} if title else ""


def weekly(frame: activities.WeeklyFrame | provision.AdviceHours) -> str:
    """Poniedziałek 16.00–18.00."""
    hours = wording.hours(frame.starts_at, frame.ends_at)  # type: ignore[arg-type]  # the format refuses a frame without hours
    return f"{Weekday(frame.weekday).label} {hours}"


def section_title(section: str) -> str:
    """The heading of a group of supports; the file names it by a code."""
    return {
        "parents": gettext("For parents and carers"),
        "trainings": gettext("Trainings and courses"),
        "local-activity": gettext("Together in the neighbourhood"),
        "community": gettext("Together in the neighbourhood"),
        "vocational": gettext("Work"),
    }.get(section, gettext("What you can get"))


def scope_title(scope: Scope | None) -> str:
    return (
        {
            Scope.SOCIAL: pgettext("kinds of support", "Social support"),
            Scope.EDUCATIONAL: pgettext("kinds of support", "Learning"),
            Scope.VOCATIONAL: pgettext("kinds of support", "Work"),
            Scope.HEALTH: pgettext("kinds of support", "Health"),
            Scope.COMMUNITY: gettext("Together in the neighbourhood"),
            Scope.ACCOMPANYING: pgettext("kinds of support", "Help that makes it possible to take part"),
        }.get(scope or Scope.ACCOMPANYING, gettext("What you can get"))
        if scope
        else gettext("What you can get")
    )
