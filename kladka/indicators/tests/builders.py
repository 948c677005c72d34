"""People with a fate, in a few words: what the ledger counts. Written by hand, so that each figure is plain."""

from datetime import date
from typing import Any

from kladka.indicators.models import Measure, Target
from kladka.participation.models import (
    EntryTraits,
    Exit,
    FollowUp,
    Outcome,
    Participation,
    SupportReceived,
)
from kladka.participation.tests.builders import a_declared_participation, a_snapshot
from kladka.people.tests.builders import a_person
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import MOMENT, a_support, a_user

START = date(2026, 3, 9)
END = date(2026, 5, 31)


def a_participant(edition: Edition, *, flags: dict[str, str] | None = None, **traits: Any) -> Participation:
    """Somebody who came on 9 March with these traits; unemployed, with secondary education unless told."""
    sex = traits.pop("sex", "woman")
    name = traits.pop("name", "Malinowa")
    person = traits.pop("person", None) or a_person(last_name=name, sex=sex)
    one = a_declared_participation(person=person, edition=edition)
    wanted = {"education": "isced_3", "labour_status": "unemployed", "labour_detail": "other_unemployed"}
    snapshot = a_snapshot(one, started_on=START, sex=sex, **{**wanted, **traits})
    if flags is not None:
        EntryTraits.objects.create(snapshot=snapshot, **flags)
    one.started_on, one.snapshot = START, snapshot
    one.save()
    return one


def a_support_received(one: Participation, *, on: date = START, **given: Any) -> SupportReceived:
    scope = given.pop("scope", "social")
    support = given.pop("support", None) or a_support(one.edition, scope=scope)
    wanted = {"source_kind": "import", "source_id": one.pk, "first_on": on, "last_on": on}
    return SupportReceived.objects.create(participation=one, support=support, **{**wanted, **given})


def leave(one: Participation, *, on: date = END, completed: bool = True, asked: bool = True) -> Participation:
    """The last day; with `asked` the question of four weeks later has been asked."""
    user = a_user()
    one.left_on = on
    one.save()
    Exit.objects.create(
        participation=one,
        reason="completed" if completed else "resigned",
        path_completed=completed,
        recorded_by=user,
        recorded_at=MOMENT,
    )
    done = {"done_on": date(2026, 6, 28), "done_by": user} if asked else {}
    FollowUp.objects.create(participation=one, due_on=date(2026, 6, 28), **done)
    return one


def an_outcome(one: Participation, situation: str, on: date, *, paper: date | None) -> Outcome:
    return Outcome.objects.create(
        participation=one,
        situation=situation,
        happened_on=on,
        evidence="umowa o pracę",
        received_on=paper,
        recorded_by=a_user(),
        recorded_at=MOMENT,
    )


def a_measure(edition: Edition, counts: str = "all_participants", **given: Any) -> Measure:
    wanted = {"key": counts.replace("_", "-").lower(), "title": "Osoby objęte wsparciem", "kind": "output"}
    return Measure.objects.create(programme=edition.programme, counts=counts, **{**wanted, **given})


def a_target(measure: Measure, edition: Edition, **given: Any) -> Target:
    return Target.objects.create(measure=measure, edition=edition, **{"key": "persons", **given})
