"""What people decide about figures, and what that leaves in the trail."""

from datetime import UTC, datetime

import pytest

from kladka.audit.models import Entry, Reading
from kladka.indicators.actions import decide, enter_value, note_reading
from kladka.indicators.catalogue import measures
from kladka.indicators.errors import CountedByRule, ReasonMissing, SumDiffers
from kladka.indicators.queries import Figure, matrix
from kladka.indicators.tests.builders import a_measure, a_participant, a_target
from kladka.people.tests.builders import a_person
from kladka.programmes.tests.builders import a_user, an_edition

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)


def test_decide_counts_a_person_in_spite_of_the_rule_and_says_so_in_the_trail() -> None:
    one, user = a_participant(an_edition()), a_user()

    decide(
        participation=one, measure=measures()["EECO05"], is_counted=True, reason=" opinia ", by=user, at=NOON
    )

    figures = {row.key: row.figure for row in matrix(one.edition, on=NOON.date())}
    trail = Entry.objects.values_list("verb", "person", "actor_id", "counts")
    assert (figures["EECO05"], list(trail)) == (
        Figure(1, 0, 1),
        [("indicators.decided", one.person.public_id, user.pk, {"counts": 1})],
    )


def test_nothing_is_decided_without_a_reason() -> None:
    one = a_participant(an_edition())

    with pytest.raises(ReasonMissing):
        decide(
            participation=one, measure=measures()["EECO05"], is_counted=True, reason=" ", by=a_user(), at=NOON
        )


def test_a_value_that_no_record_tells_is_entered_with_its_source() -> None:
    edition = an_edition()
    a_target(a_measure(edition, counts="", key="communities", unit="communities"), edition, total=3)

    enter_value(edition=edition, counts="communities", total=2, reason="uchwała", by=a_user(), at=NOON)

    row = next(one for one in matrix(edition, on=NOON.date()) if one.key == "communities")
    assert (row.figure, row.missing, str(row.share)) == (Figure(0, 0, 2), 1, "66.7")


def test_what_the_records_tell_is_not_entered_by_hand() -> None:
    with pytest.raises(CountedByRule):
        enter_value(edition=an_edition(), counts="EECO01", total=2, reason="x", by=a_user(), at=NOON)


def test_women_and_men_make_the_total() -> None:
    wrong = {"women": 1, "men": 2, "total": 4}

    with pytest.raises(SumDiffers):
        enter_value(edition=an_edition(), counts="EECO18", reason="x", by=a_user(), at=NOON, **wrong)


def test_looking_at_a_sensitive_list_is_written_down_for_each_person() -> None:
    ana, user = a_person(), a_user()

    note_reading(measure=measures()["EECO12"], people=[ana], why="indicators", by=user, at=NOON)

    assert list(Reading.objects.values_list("person", "what", "actor_id")) == [
        (ana.public_id, "indicators.EECO12", user.pk)
    ]
