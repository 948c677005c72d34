"""What happens to applications when two records of one person become one."""

from collections.abc import Mapping, Sequence

from django.utils.timezone import localdate

from kladka.people.holdings import Ending, Rivals
from kladka.people.models import Person
from kladka.recruitment.models import Application


def rivals(stays: Person, goes: Person) -> Sequence[Rivals]:
    """Two applications for the same, neither withdrawn: a person applies once."""
    waiting = Application.objects.filter(withdrawn_on=None).select_related("edition__programme", "person")
    own = {place_of(one): one for one in waiting.filter(person=stays)}
    return [
        Rivals(
            key="application-" + "-".join(str(part or 0) for part in place_of(one)),
            title=str(one.edition),
            rows=(own[place_of(one)], one),
        )
        for one in waiting.filter(person=goes).order_by("pk")
        if place_of(one) in own
    ]


def place_of(application: Application) -> tuple[int, int | None, int | None]:
    return application.edition_id, application.round_id, application.offer_id


def withdraw_as_duplicate(ending: Ending) -> None:
    """The other application goes on; decisions and scores stay with the one they were made on."""
    ending.steps.change(ending.row, withdrawn_on=localdate(ending.at))


def close_to_nobody(_row: Application, _stays: Person) -> Mapping[str, object]:
    """An application as the close environment of oneself speaks of nobody."""
    return {"related_to": None}
