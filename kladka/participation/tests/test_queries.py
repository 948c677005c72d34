from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kladka.participation import queries
from kladka.participation.actions import (
    Step,
    amend_entry,
    make_plan,
    record_exit,
    record_follow_up,
    restate_supports,
)
from kladka.participation.choices import ExitReason, Missing, SourceKind, State
from kladka.participation.models import Participation
from kladka.participation.rules import Received
from kladka.participation.tests.builders import a_declared_participation, a_participation
from kladka.people.models import Contact, PersonAddress, SensitiveTraits
from kladka.people.tests.builders import a_person
from kladka.places.tests.builders import an_address
from kladka.programmes.models import Support
from kladka.programmes.tests.builders import a_support, a_user

pytestmark = pytest.mark.django_db

MONDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 6)
AT = datetime(2026, 4, 7, 9, tzinfo=UTC)
TODAY = AT.date()
ANSWERS = dict.fromkeys(("has_disability", "homeless", "minority", "foreign_origin"), "no")


def give(one: Participation, *, minutes: int, support: Support | None = None, source: int = 1) -> None:
    support = support or a_support(one.edition)
    row = Received(
        participation_id=one.pk, support_id=support.pk, first_on=MONDAY, last_on=FRIDAY, minutes=minutes
    )
    restate_supports(source_kind=SourceKind.ACTIVITY, source_id=source, rows=[row], by=a_user(), at=AT)
    one.refresh_from_db()


def a_whole_person() -> Participation:
    """Of whom everything is known that the official file asks for."""
    person = a_person()
    PersonAddress.objects.create(
        person=person, address=an_address(), kind="residence", from_day=date(2020, 1, 1)
    )
    Contact.objects.create(person=person, kind="phone", value="320000000")
    SensitiveTraits.objects.create(person=person, **ANSWERS)
    return a_declared_participation(person)


def test_minutes_are_those_of_all_sources() -> None:
    one = a_declared_participation()
    give(one, minutes=90, source=1)
    give(one, minutes=45, source=2)

    assert [queries.minutes_received(one), queries.minutes_received(a_participation())] == [135, 0]


def test_nothing_is_missing_of_a_whole_person_before_and_after_the_start() -> None:
    one = a_whole_person()
    before = queries.what_misses(one, on=TODAY)
    give(one, minutes=90)

    assert [before, queries.what_misses(one, on=TODAY)] == [[], []]


def test_what_misses_is_named_in_the_order_in_which_it_is_mended() -> None:
    bare = a_participation()
    empty = a_declared_participation(education="", labour_status="", labour_detail="")
    undetailed = a_declared_participation(labour_detail="")

    missing = [queries.what_misses(one, on=TODAY) for one in (bare, empty, undetailed)]

    rest = [Missing.RESIDENCE, Missing.FLAGS, Missing.CONTACT]
    assert missing == [
        [Missing.DECLARATION],
        [Missing.EDUCATION, Missing.LABOUR_STATUS, *rest],
        [Missing.LABOUR_DETAIL, *rest],
    ]


def test_the_follow_up_misses_from_its_day_until_it_is_done() -> None:
    one = a_whole_person()
    give(one, minutes=90)
    record_exit(
        participation=one,
        left_on=FRIDAY,
        reason=ExitReason.COMPLETED,
        path_completed=True,
        by=a_user(),
        at=AT,
    )
    one = Participation.objects.get(pk=one.pk)

    early, late = (queries.what_misses(one, on=day) for day in (date(2026, 4, 2), date(2026, 4, 3)))
    record_follow_up(participation=one, done_on=TODAY, results=[], by=a_user(), at=AT)
    done = queries.what_misses(Participation.objects.get(pk=one.pk), on=TODAY)

    assert [early, late, done] == [[], [Missing.FOLLOW_UP], []]


def test_the_card_shows_the_plan_beside_what_was_received_and_the_history() -> None:
    one, support = a_whole_person(), None
    support = a_support(one.edition)
    make_plan(
        participation=one,
        steps=[Step(support=support, planned_minutes=90), Step(support=a_support(one.edition))],
        agreed_on=MONDAY,
        by=a_user(),
        at=AT,
    )
    give(one, minutes=90, support=support)
    amend_entry(participation=one, values={"education": "isced_1"}, reason="Świadectwo", by=a_user(), at=AT)

    (card,) = queries.cards(Participation.objects.filter(pk=one.pk), on=TODAY)

    assert (card.state, card.minutes, card.missing) == (State.PARTICIPANT, 90, [])
    assert [(row.received, row.is_reached) for row in card.steps] == [(90, True), (0, False)]
    assert [
        (row.snapshot.version, [(made.label, made.before, made.after) for made in row.amendments])
        for row in card.history
    ] == [(2, [("education", "upper secondary (ISCED 3)", "primary (ISCED 1)")]), (1, [])]


def statements(sources: int) -> int:
    one = a_declared_participation()
    for source in range(sources):
        give(one, minutes=90, source=source)
    with CaptureQueriesContext(connection) as asked:
        queries.cards(Participation.objects.filter(pk=one.pk), on=TODAY)
    return len(asked)


def test_a_card_takes_as_many_statements_for_many_supports_as_for_one() -> None:
    assert statements(20) == statements(1)
