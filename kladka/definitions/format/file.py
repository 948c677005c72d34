"""The whole file: one table for each noun, in the order in which the canonical form writes them."""

from pydantic import Field, field_validator

from kladka.definitions.format import (
    activities,
    audience,
    money,
    provision,
    public,
    recruitment,
    results,
    work,
)
from kladka.definitions.format import programme as whole
from kladka.definitions.format.base import Record, Value


class ProgrammeFile(Value):
    """A programme of inclusion with everything that is planned in it."""

    format: whole.FormatVersion
    programme: whole.Head
    page: whole.Page | None = None
    editions: tuple[whole.Edition, ...] = Field(min_length=1)
    amendments: tuple[whole.Amendment, ...] = ()
    parties: tuple[whole.Party, ...] = ()
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
    initiative_calls: tuple[provision.InitiativeCall, ...] = ()
    advice_points: tuple[provision.AdvicePoint, ...] = ()
    advice_hours: tuple[provision.AdviceHours, ...] = ()
    volunteer_centres: tuple[provision.VolunteerCentre, ...] = ()
    training_flats: tuple[provision.TrainingFlat, ...] = ()
    therapies: tuple[provision.Therapy, ...] = ()
    courses: tuple[provision.Course, ...] = ()
    internships: tuple[provision.Internship, ...] = ()
    budgets: tuple[money.Budget, ...] = ()
    sources: tuple[money.Source, ...] = ()
    yearly_amounts: tuple[money.YearlyAmount, ...] = ()
    budget_lines: tuple[money.BudgetLine, ...] = ()
    grounds: tuple[recruitment.Ground, ...] = ()
    schemes: tuple[recruitment.Scheme, ...] = ()
    scheme_sources: tuple[recruitment.SchemeSource, ...] = ()
    criteria: tuple[recruitment.Criterion, ...] = ()
    criterion_options: tuple[recruitment.CriterionOption, ...] = ()
    tie_breaks: tuple[recruitment.TieBreak, ...] = ()
    rounds: tuple[recruitment.Round, ...] = ()
    round_quotas: tuple[recruitment.RoundQuota, ...] = ()
    measures: tuple[results.Measure, ...] = ()
    targets: tuple[results.Target, ...] = ()
    figures: tuple[results.Figure, ...] = ()
    announced_totals: tuple[results.AnnouncedTotal, ...] = ()
    dictionaries: tuple[public.DictionaryEntry, ...] = ()
    rates: tuple[public.DatedRate, ...] = ()

    @field_validator("page")
    @classmethod
    def _says_something(cls, page: whole.Page | None) -> whole.Page | None:
        """A page of which nothing is said is none."""
        return page if page != whole.Page() else None

    def rows(self, section: str) -> tuple[Record, ...]:
        """The rows of one table by its name in the file."""
        rows: tuple[Record, ...] = getattr(self, section)
        return rows
