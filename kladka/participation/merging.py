"""What happens to participations when two records of one person become one."""

from collections.abc import Sequence

from django.utils.timezone import localdate

from kladka.participation.choices import ExitReason
from kladka.participation.models import Exit, Participation
from kladka.people.holdings import Ending, Rivals
from kladka.people.models import Person


def rivals(stays: Person, goes: Person) -> Sequence[Rivals]:
    """Two participations in one edition that both go on: a person takes part once."""
    running = Participation.objects.filter(left_on=None).select_related("edition__programme", "person")
    own = {one.edition_id: one for one in running.filter(person=stays)}
    return [
        Rivals(
            key=f"participation-{one.edition_id}",
            title=str(one.edition),
            rows=(own[one.edition_id], one),
        )
        for one in running.filter(person=goes).order_by("pk")
        if one.edition_id in own
    ]


def end_as_duplicate(ending: Ending) -> None:
    """It ends on this day and says why; what it holds stays with it."""
    row = ending.row
    day = localdate(ending.at)
    ending.steps.change(row, left_on=max(day, row.started_on or day))
    ending.steps.make(
        Exit(
            participation=row,
            reason=ExitReason.DUPLICATE,
            path_completed=False,
            recorded_by=ending.by,
            recorded_at=ending.at,
        )
    )
