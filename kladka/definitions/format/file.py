"""The whole file: one table for each noun, in the order in which the canonical form writes them."""

from pydantic import Field

from kladka.definitions.format import activities, audience, money, programme, public, recruitment, results, services, work
from kladka.definitions.format.base import Record, Value


class ProgrammeFile(Value):
    """A programme of inclusion with everything that is planned in it."""

    format: programme.FormatVersion
    programme: programme.Head
    page: programme.Page | None = None
    editions: tuple[programme.Edition, ...] = Field(min_length=1)
    amendments: tuple[programme.Amendment, ...] = ()
    parties: tuple[programme.Party, ...] = ()
    areas: tuple[audience.Area, ...] = ()
    sites: tuple[audience.Site, ...] = ()
    target_groups: tuple[audience.TargetGroup, ...] = ()
    communities: tuple[audience.Community, ...] = ()
    local_activity_programmes: tuple[audience.LocalActivityProgramme, ...] = ()
    texts: tuple[public.Text, ...] = ()
    contacts: tuple[public.Contact, ...] = ()
    marks: tuple[public.FundMark, ...] = ()
    tasks: tuple[work.Task, ...] = ()
    stages: tuple[work.Stage, ...] = ()
    staff: tuple[work.Staff, ...] = ()
    supports: tuple[work.Support, ...] = ()
    quotas: tuple[work.Quota, ...] = ()
    offers: tuple[work.Offer, ...] = ()
    groups: tuple[activities.Group, ...] = ()
    weekly_frames: tuple[activities.WeeklyFrame, ...] = ()
    events: tuple[activities.Event, ...] = ()
    initiative_calls: tuple[services.InitiativeCall, ...] = ()
    advice_points: tuple[services.AdvicePoint, ...] = ()
    advice_hours: tuple[services.AdviceHours, ...] = ()
    volunteer_centres: tuple[services.VolunteerCentre, ...] = ()
    training_flats: tuple[services.TrainingFlat, ...] = ()
    therapies: tuple[services.Therapy, ...] = ()
    courses: tuple[services.Course, ...] = ()
    internships: tuple[services.Internship, ...] = ()
    budgets: tuple[money.Budget, ...] = ()
    sources: tuple[money.Source, ...] = ()
    yearly_amounts: tuple[money.YearlyAmount, ...] = ()
    budget_lines: tuple[money.BudgetLine, ...] = ()
    grounds: tuple[recruitment.Ground, ...] = ()
    criteria: tuple[recruitment.Criterion, ...] = ()
    criterion_options: tuple[recruitment.CriterionOption, ...] = ()
    rounds: tuple[recruitment.Round, ...] = ()
    measures: tuple[results.Measure, ...] = ()
    targets: tuple[results.Target, ...] = ()
    figures: tuple[results.Figure, ...] = ()
    announced_totals: tuple[results.AnnouncedTotal, ...] = ()
    dictionaries: tuple[public.DictionaryEntry, ...] = ()
    rates: tuple[public.DatedRate, ...] = ()

    def rows(self, section: str) -> tuple[Record, ...]:
        """The rows of one table by its name in the file."""
        rows: tuple[Record, ...] = getattr(self, section)
        return rows
