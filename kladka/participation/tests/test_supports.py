"""One tick and what follows: the start, the snapshot, the hours; and everything back again."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kladka.audit.models import Entry
from kladka.municipalities.queries import in_public
from kladka.participation import errors
from kladka.participation.actions import amend_entry, restate_supports
from kladka.participation.choices import SourceKind
from kladka.participation.models import EntrySnapshot, Participation, SupportReceived
from kladka.participation.rules import Received
from kladka.participation.tests.builders import AGREED, a_declared_participation, a_participation
from kladka.people.models import PersonAddress, SensitiveTraits
from kladka.people.tests.builders import a_person
from kladka.places.tests.builders import an_address
from kladka.programmes.models import Amendment, Support
from kladka.programmes.tests.builders import a_support, a_user, an_edition

if TYPE_CHECKING:
    from kladka.accounts.models import User

pytestmark = pytest.mark.django_db

MONDAY, TUESDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 6)
EVENING = datetime(2026, 3, 6, 18, tzinfo=UTC)


def give(
    participations: Iterable[Participation],
    days: tuple[date, date] | None,
    *,
    support: Support | None = None,
    source: int = 1,
    by: "User | None" = None,
) -> None:
    """Restate that the source gave 90 minutes within these days, or nothing."""
    people = list(participations)
    support = support or a_support(people[0].edition)
    rows = [
        Received(
            participation_id=one.pk, support_id=support.pk, first_on=days[0], last_on=days[1], minutes=90
        )
        for one in people
        if days
    ]
    restate_supports(
        source_kind=SourceKind.ACTIVITY,
        source_id=source,
        rows=rows,
        of=[one.pk for one in people],
        by=by or a_user(),
        at=EVENING,
    )


def history(one: Participation) -> list[tuple[int, str, date, int, bool]]:
    rows = EntrySnapshot.objects.filter(participation=one).order_by("version")
    return [(row.version, row.cause, row.started_on, row.age, row.replaced_at is None) for row in rows]


def start(one: Participation) -> date | None:
    one.refresh_from_db()
    return one.started_on


def test_the_first_support_starts_the_participation_and_freezes_the_entry() -> None:
    with in_public():
        call_command("degurba", "import", "--sample", stdout=StringIO())
    person = a_person(birth_date=date(1980, 3, 2))
    PersonAddress.objects.create(
        person=person, address=an_address(), kind="residence", from_day=date(2020, 1, 1)
    )
    SensitiveTraits.objects.create(person=person, has_disability="yes", homeless="refused")
    one = a_declared_participation(person)

    give([one], (MONDAY, MONDAY))

    snapshot = EntrySnapshot.objects.select_related("traits").get(participation=one)
    assert (start(one), one.snapshot) == (MONDAY, snapshot)
    assert (
        snapshot.version,
        snapshot.cause,
        snapshot.age,
        snapshot.sex,
        snapshot.education,
        snapshot.labour_detail,
        snapshot.locality,
        snapshot.postcode,
        snapshot.degurba,
        snapshot.traits.has_disability,
        snapshot.traits.homeless,
        snapshot.traits.minority,
    ) == (1, "started", 46, "woman", "isced_3", "long_term", "Katowice", "40-028", 1, "yes", "refused", "")


def test_a_start_taken_back_stays_in_the_history() -> None:
    one = a_declared_participation()
    give([one], (MONDAY, MONDAY))

    give([one], None)

    assert (start(one), one.snapshot) == (None, None)
    assert history(one) == [(1, "started", MONDAY, 45, False)]
    assert list(SupportReceived.objects.all()) == []


def test_an_earlier_session_entered_late_moves_the_start_and_counts_the_age_anew() -> None:
    one = a_declared_participation(a_person(birth_date=date(1980, 3, 3)))
    give([one], (TUESDAY, TUESDAY), source=1)

    give([one], (MONDAY, MONDAY), source=2)

    assert start(one) == MONDAY
    assert history(one) == [(1, "started", TUESDAY, 46, False), (2, "moved", MONDAY, 45, True)]


def test_a_tick_taken_back_moves_the_start_to_the_next_support() -> None:
    one = a_declared_participation()
    give([one], (MONDAY, MONDAY), source=1)
    give([one], (FRIDAY, FRIDAY), source=2)

    give([one], None, source=1)

    assert start(one) == FRIDAY
    assert history(one) == [(1, "started", MONDAY, 45, False), (2, "moved", FRIDAY, 45, True)]


def test_a_start_that_comes_again_is_a_new_version() -> None:
    one = a_declared_participation()
    give([one], (MONDAY, MONDAY))
    give([one], None)

    give([one], (TUESDAY, TUESDAY))

    assert history(one) == [(1, "started", MONDAY, 45, False), (2, "started", TUESDAY, 45, True)]


def test_saying_the_same_twice_changes_nothing() -> None:
    one, support = a_declared_participation(), None
    support = a_support(one.edition)
    give([one], (MONDAY, FRIDAY), support=support)
    before = (history(one), list(SupportReceived.objects.values()))

    give([one], (MONDAY, FRIDAY), support=support)

    assert (history(one), list(SupportReceived.objects.values())) == before


def test_a_moved_start_keeps_what_was_frozen_and_what_was_amended() -> None:
    one = a_declared_participation()
    give([one], (TUESDAY, TUESDAY), source=1)
    amend_entry(
        participation=one,
        values={"education": "isced_1", "minority": "yes"},
        reason="Świadectwo",
        by=a_user(),
        at=EVENING,
    )
    SensitiveTraits.objects.update_or_create(person=one.person, defaults={"has_disability": "yes"})

    give([one], (MONDAY, MONDAY), source=2)

    one.refresh_from_db()
    assert one.snapshot is not None
    assert (one.snapshot.education, one.snapshot.traits.minority, one.snapshot.traits.has_disability) == (
        "isced_1",
        "yes",
        "",
    )


def test_only_those_named_are_restated() -> None:
    edition = an_edition()
    support = a_support(edition)
    anna, jan = a_declared_participation(edition=edition), a_declared_participation(edition=edition)
    give([anna, jan], (MONDAY, MONDAY), support=support)

    give([anna], None, support=support)

    assert (start(anna), start(jan)) == (None, MONDAY)


def test_a_source_restated_whole_forgets_whoever_is_left_out() -> None:
    edition = an_edition()
    support = a_support(edition)
    anna, jan = a_declared_participation(edition=edition), a_declared_participation(edition=edition)
    give([anna, jan], (MONDAY, MONDAY), support=support)

    restate_supports(
        source_kind=SourceKind.ACTIVITY,
        source_id=1,
        rows=[
            Received(
                participation_id=jan.pk, support_id=support.pk, first_on=MONDAY, last_on=MONDAY, minutes=45
            )
        ],
        by=a_user(),
        at=EVENING,
    )

    assert (start(anna), start(jan)) == (None, MONDAY)
    assert list(SupportReceived.objects.values_list("participation", "minutes")) == [(jan.pk, 45)]


@pytest.mark.parametrize(
    ("day", "refusal"),
    [
        (date(2025, 12, 31), errors.SupportBeforeEdition),
        (date(2026, 3, 7), errors.SupportInFuture),
        (date(2026, 2, 1), errors.NotYetQualified),
    ],
)
def test_a_refused_support_leaves_nothing_behind(day: date, refusal: type[Exception]) -> None:
    one = a_declared_participation()

    with pytest.raises(refusal):
        give([one], (day, day))

    assert (start(one), SupportReceived.objects.count()) == (None, 0)


def test_after_the_end_of_the_edition_no_support_is_recorded() -> None:
    one = a_declared_participation(edition=an_edition(ends=date(2026, 3, 1)))

    with pytest.raises(errors.SupportAfterEdition, match=r"the edition ended then"):
        give([one], (MONDAY, MONDAY))


def test_an_amendment_lets_supports_be_recorded_until_the_end_that_it_moves_to() -> None:
    edition = an_edition(ends=date(2026, 3, 1))
    one, other = a_declared_participation(edition=edition), a_declared_participation(edition=edition)
    Amendment.objects.create(edition=edition, key="longer", signed=date(2026, 2, 20), ends=MONDAY)

    give([one], (MONDAY, MONDAY))
    with pytest.raises(errors.SupportAfterEdition, match=r"the edition ended then"):
        give([other], (FRIDAY, FRIDAY))

    assert (start(one), start(other)) == (MONDAY, None)


def test_an_end_known_by_its_month_lasts_to_the_last_day_of_it() -> None:
    one = a_declared_participation(edition=an_edition(ends=date(2026, 3, 1), ends_precision="month"))

    give([one], (FRIDAY, FRIDAY))

    assert start(one) == FRIDAY


def test_without_a_declaration_nobody_starts() -> None:
    one = a_participation(a_person("Malinowa", "Anna"))

    with pytest.raises(errors.NotYetQualified, match=r"Anna Malinowa .* \(the declaration of entry\)"):
        give([one], (MONDAY, MONDAY))


def test_the_close_environment_starts_without_a_declaration() -> None:
    one = a_participation(kind="environment", opened_on=AGREED)

    give([one], (MONDAY, MONDAY))

    assert history(one) == [(1, "started", MONDAY, 45, True)]


def test_a_moved_start_is_in_the_trail_of_the_person() -> None:
    one, worker = a_declared_participation(), a_user("Ewa Nowak")

    give([one], (MONDAY, MONDAY), by=worker)

    rows = Entry.objects.filter(verb="participation.starts_moved")
    assert list(rows.values_list("person", "actor_name", "subject_id")) == [
        (one.person.public_id, "Ewa Nowak", str(one.pk))
    ]


def statements(count: int, days: tuple[date, date]) -> tuple[int, int]:
    """How many statements it takes to start so many people, and to say their hours again."""
    edition, by = an_edition(), a_user()
    support = a_support(edition)
    people = [a_declared_participation(edition=edition) for _ in range(count)]
    with CaptureQueriesContext(connection) as first:
        give(people, days, support=support, by=by)
    with CaptureQueriesContext(connection) as again:
        give(people, (days[0], FRIDAY), support=support, by=by)
    return len(first), len(again)


def test_twenty_people_take_as_many_statements_as_one() -> None:
    assert statements(20, (MONDAY, MONDAY)) == statements(1, (MONDAY, MONDAY))


def test_restating_hours_takes_three_statements_inside_its_savepoint() -> None:
    assert statements(20, (MONDAY, MONDAY))[1] == 3 + 2
