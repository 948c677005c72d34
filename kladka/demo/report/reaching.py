"""What the records hold of a published figure, as they stand on a day; None where nothing in them tells it yet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from django.db.models import Q, QuerySet
from django.utils.translation import override

from kladka.activities.models import GroupMembership, Session
from kladka.definitions.checks.money import exact
from kladka.definitions.format import ProgrammeFile
from kladka.definitions.format.money import Budget
from kladka.definitions.format.values import plain
from kladka.definitions.queries import as_defined
from kladka.demo.report.rows import Number, Published, Row, published
from kladka.finance.rules import part
from kladka.indicators.catalogue import named
from kladka.indicators.choices import MeasureKind
from kladka.indicators.queries import Figure, figures, matrix
from kladka.participation.choices import AgreementKind, Kind
from kladka.participation.models import Agreement, Participation
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition, Programme, TeamMember
from kladka.programmes.rules import Amount

PER_CENT = Decimal("0.01")


@dataclass(frozen=True)
class Records:
    """One programme: its definition, and what has come of it up to the day."""

    programme: Programme
    on: date

    @cached_property
    def defined(self) -> ProgrammeFile:
        return as_defined(self.programme)

    @cached_property
    def editions(self) -> dict[str, Edition]:
        return {one.key: one for one in Edition.objects.filter(programme=self.programme)}

    @cached_property
    def figures(self) -> dict[tuple[str, str], Figure]:
        """By edition and key of the programme's measure; only those that are counted."""
        keys = {one.title: one.key for one in self.defined.measures}
        return {
            (edition, keys[row.title]): row.figure
            for edition, one in self.editions.items()
            for row in matrix(one, on=self.on)
            if row.figure is not None and row.title in keys and is_told(row.kind, row.figure)
        }

    def counted(self, rule: str, edition: str | None) -> int:
        """Persons by a rule of the catalogue, in one edition or in all of the programme."""
        return sum(
            figures(named([rule]), edition=one, on=self.on)[rule].total for one in self._editions(edition)
        )

    def participations(self, edition: str | None) -> QuerySet[Participation]:
        return Participation.objects.participants().filter(
            edition__in=self._editions(edition), opened_on__lte=self.on
        )

    def _editions(self, key: str | None) -> list[Edition]:
        return [self.editions[key]] if key else [*self.editions.values()]


def is_told(kind: str, figure: Figure) -> bool:
    """A result that nobody has yet and nobody waits for is not told by the lives of the demo; they ask and note none."""
    return bool(figure) or kind != MeasureKind.RESULT


def rows(programme: Programme, *, on: date) -> list[Row]:
    """Every published figure of a programme beside what its records hold."""
    records = Records(programme, on)
    return [Row(programme.key, one, reached(records, one)) for one in published(records.defined)]


def reached(records: Records, one: Published) -> Number | None:
    """Hours bought, stipends, grants and money spent: nothing tells them yet."""
    found = REACHED.get((one.section, one.field)) or REACHED.get((one.section, ""))
    return found(records, one) if found else None


# --- promises and published outcomes -------------------------------------------------------------


def of_target(records: Records, one: Published) -> Number | None:
    """The figure of its measure, where that counts exactly what is promised; a percentage names no rule."""
    figure = records.figures.get((one.row.edition, one.row.measure))
    if figure is None or one.field == "percent" or is_unmeasured_part(records, one):
        return None
    value: int = getattr(figure, one.field)
    return value


def is_unmeasured_part(records: Records, one: Published) -> bool:
    """Whether it is a part ("of whom …") of a target of the same measure: nothing counts it apart."""
    whole = next((row for row in records.defined.targets if row.key == one.row.within), None)
    return whole is not None and whole.measure == one.row.measure


def of_figure(records: Records, one: Published) -> Number | None:
    """A published figure names no measure: its key does, else it says what is counted here."""
    edition = one.row.edition
    figure = records.figures.get((edition or next(iter(records.editions)), one.row.key))
    if figure is not None:
        value: int = getattr(figure, one.field)
        return value
    counting = COUNTED.get(one.row.key)
    return counting(records, edition) if counting and one.field == "total" else None


def supported(records: Records, edition: str | None) -> int:
    return records.counted("all_participants", edition)


def recruited(records: Records, edition: str | None) -> int:
    return records.participations(edition).exclude(application=None).values("person").distinct().count()


def social_contracts(records: Records, edition: str | None) -> int:
    return Agreement.objects.filter(
        participation__in=records.participations(edition),
        kind=AgreementKind.SOCIAL_CONTRACT,
        signed_on__lte=records.on,
    ).count()


def completed(records: Records, edition: str | None) -> int:
    return records.counted("completed_path", edition)


COUNTED: Mapping[str, Callable[[Records, str | None], int]] = {
    "persons-supported": supported,
    "recruited": recruited,
    "social-contracts-signed": social_contracts,
    "completed-planned-pathway": completed,
}

# --- whom and how many the definition names ------------------------------------------------------


def of_target_group(records: Records, one: Published) -> int | None:
    """The persons of an edition, where it names them as one group; who is in which of several is not recorded."""
    edition: str | None = one.row.edition
    same = [row for row in records.defined.target_groups if row.edition == edition and row.persons]
    return supported(records, edition) if len(same) == 1 else None


def of_task(records: Records, one: Published) -> int:
    """Participants who started and are or were in a group of the task; groups in which somebody is."""
    counted = "participation__person" if one.field == "persons" else "group"
    members = GroupMembership.objects.filter(
        group__edition=records.editions[one.row.edition],
        group__offer__task__key=one.row.key,
        participation__kind=Kind.PARTICIPANT,
        participation__started_on__lte=records.on,
    )
    number: int = members.values(counted).distinct().order_by().count()
    return number


def of_group(records: Records, one: Published) -> int:
    """Persons who started and have or had a place in the group."""
    members = GroupMembership.objects.filter(
        group__edition=records.editions[one.row.edition],
        group__key=one.row.key,
        participation__started_on__lte=records.on,
    )
    number: int = members.values("participation").distinct().order_by().count()
    return number


def of_staff(records: Records, one: Published) -> int | None:
    """Who works on the day in the role of this name; a name of the programme's own is no role of the records."""
    with override(records.defined.programme.language):
        role = next((role for role in TeamRole if str(role.label) == one.row.role), None)
    if role is None:
        return None
    working = TeamMember.objects.running_on(records.on).filter(
        Q(edition=None) | Q(edition=records.editions[one.row.edition]), role=role
    )
    number: int = working.values("user").distinct().order_by().count()
    return number


def of_event(records: Records, one: Published) -> int:
    """How many times it took place."""
    held = Session.objects.filter(
        activity__edition=records.editions[one.row.edition],
        activity__event__key=one.row.key,
        tallies__isnull=False,
    )
    times: int = held.distinct().count()
    return times


# --- money: what the records work out of themselves ----------------------------------------------


def of_grant(_records: Records, one: Published) -> Decimal | None:
    return _share(one.row.grant_rate_percent, budget=one.row)


def of_grant_rate(_records: Records, one: Published) -> Decimal | None:
    return _rate(one.row.grant, budget=one.row)


def of_source(records: Records, one: Published) -> Decimal | None:
    return _share(one.row.rate_percent, budget=_budget(records, one))


def of_source_rate(records: Records, one: Published) -> Decimal | None:
    return _rate(one.row.amount, budget=_budget(records, one))


def _budget(records: Records, one: Published) -> Budget:
    return next(row for row in records.defined.budgets if row.key == one.row.budget)


def _share(rate: Decimal | None, *, budget: Budget) -> Decimal | None:
    """What the rate gives of the total: the contribution as it must come out, to the grosz."""
    total = exact(budget.total)
    if total is None or rate is None:
        return None
    return part(total, rate, budget.rounding)


def _rate(amount: Amount | None, *, budget: Budget) -> Decimal | None:
    """Contribution of total, in per cent."""
    given, total = exact(amount), exact(budget.total)
    return plain((100 * given / total).quantize(PER_CENT, ROUND_HALF_UP)) if given and total else None


Reaching = Callable[[Records, Published], Number | None]
REACHED: Mapping[tuple[str, str], Reaching] = {
    ("targets", ""): of_target,
    ("figures", ""): of_figure,
    ("target_groups", "persons"): of_target_group,
    ("tasks", "persons"): of_task,
    ("tasks", "groups"): of_task,
    ("groups", "places"): of_group,
    ("staff", "number"): of_staff,
    ("events", "times"): of_event,
    ("budgets", "grant"): of_grant,
    ("budgets", "grant_rate_percent"): of_grant_rate,
    ("sources", "amount"): of_source,
    ("sources", "rate_percent"): of_source_rate,
}
