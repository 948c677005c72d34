"""Results as the public may see them: numbers of applications, never a name, and no breakdown of a small group."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet
from django.utils.timezone import localdate

from kladka.people.choices import Sex
from kladka.programmes.models import DatedRate, Programme
from kladka.recruitment.choices import Outcome
from kladka.recruitment.models import Protocol, RankingEntry, Round

SMALLEST_GROUP = 5  # where the programme has no dated setting of its own
SETTING = "smallest_published_group"


@dataclass(frozen=True, kw_only=True)
class Results:
    """The lists of one round. `women` and `men` of the main list are None where one of them is too small a group."""

    round: Round
    published_on: date
    main: tuple[str, ...]
    reserve: tuple[str, ...]
    not_qualified: tuple[str, ...]
    women: int | None = None
    men: int | None = None


def results_of(programme: Programme, *, on: date) -> list[Results]:
    """The last published protocol of each round, the latest first; one that waits for publication changes nothing."""
    smallest = smallest_group(programme, on=on)
    rows = _published(programme).select_related("round").order_by("-published_at", "-pk")
    return [_results(one, smallest=smallest) for one in rows]


def has_results(programme: Programme) -> bool:
    return _published(programme).exists()


def _published(programme: Programme) -> QuerySet[Protocol]:
    rows = Protocol.objects.filter(round__edition__programme=programme, published_at__isnull=False)
    return rows.filter(Q(later=None) | Q(later__published_at=None))


def smallest_group(programme: Programme, *, on: date) -> int:
    """Groups of fewer people are not broken down; a dated setting of the programme, else 5."""
    in_force = DatedRate.objects.filter(
        Q(valid_from=None) | Q(valid_from__lte=on),
        Q(valid_to=None) | Q(valid_to__gte=on),
        programme=programme,
    )
    latest = in_force.filter(name=SETTING).order_by(F("valid_from").desc(nulls_last=True)).first()
    return SMALLEST_GROUP if latest is None or latest.value is None else int(latest.value)


def _results(protocol: Protocol, *, smallest: int) -> Results:
    entries = RankingEntry.objects.filter(protocol=protocol).order_by("turn")
    numbers: dict[str, list[str]] = {outcome: [] for outcome in Outcome.values}
    for number, outcome in entries.values_list("application__number", "outcome"):
        numbers[outcome].append(number)
    women, men = _balance(protocol)
    is_large = min(women, men) >= smallest
    return Results(
        round=protocol.round,
        published_on=localdate(protocol.published_at),
        main=tuple(numbers[Outcome.QUALIFIED]),
        reserve=tuple(numbers[Outcome.RESERVE]),
        not_qualified=tuple(numbers[Outcome.NOT_QUALIFIED]),
        women=women if is_large else None,
        men=men if is_large else None,
    )


def _balance(protocol: Protocol) -> tuple[int, int]:
    main = protocol.entries.filter(outcome=Outcome.QUALIFIED)
    found = main.aggregate(
        women=Count("pk", filter=Q(application__person__sex=Sex.WOMAN)),
        men=Count("pk", filter=Q(application__person__sex=Sex.MAN)),
    )
    return found["women"], found["men"]
