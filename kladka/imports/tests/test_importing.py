"""Rehearsed without a trace, done whole, twice without effect, and undone until something stands on it."""

from collections import Counter
from datetime import date
from typing import Any

import pytest
from django.db import transaction

from kladka.audit.models import Entry
from kladka.imports.actions import undo_import
from kladka.imports.errors import AlreadyUndone, BuiltUpon
from kladka.imports.models import Import, ImportedRow, Understanding
from kladka.imports.rules.mapping import Column, SheetMap
from kladka.imports.tests.builders import ANNA, HEADER, JAN, NOON, a_list, imported, rehearsed, taken_in
from kladka.indicators.tests.builders import leave
from kladka.participation.models import Participation, SupportReceived
from kladka.people.models import Contact, Person
from kladka.places.models import Address
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_user
from kladka.reporting.tests.builders import a_register, a_reported, a_reported_edition, support

pytestmark = pytest.mark.django_db
BAD = ("Ewa", "Klon", "44051401459", "", "skills", "2026-03-09")


@pytest.fixture(autouse=True)
def _register(db: None) -> None:  # noqa: ARG001 - needs the database
    a_register()


def state() -> Counter[str]:
    """Everything that an import could leave behind."""
    kinds = (Person, Participation, Contact, Address, Import, ImportedRow, Understanding, Entry)
    return Counter({kind.__name__: kind._default_manager.count() for kind in kinds})


def counts(outcome: Any) -> tuple[int, ...]:
    return tuple(getattr(outcome, name) for name in ("rows", "new", "changed", "duplicate", "refused"))


def test_a_list_makes_people_who_have_begun() -> None:
    edition = a_reported_edition()

    made, outcome = imported(a_list(ANNA, JAN), edition)

    assert (counts(outcome), outcome.problems) == ((2, 2, 0, 0, 0), [])
    assert made is not None
    rows = Participation.objects.order_by("pk").values_list(
        "person__last_name",
        "person__sex",
        "number",
        "opened_on",
        "started_on",
        "snapshot__age",
        "declaration__declared_on",
    )
    assert list(rows) == [
        ("Malinowa", "woman", "U/1", date(2026, 3, 9), date(2026, 3, 9), 123, date(2026, 3, 9)),
        ("Dąb", "man", "U/2", date(2026, 3, 10), date(2026, 3, 10), 81, date(2026, 3, 10)),
    ]
    given = SupportReceived.objects.values_list("support__key", "source_kind", "source_id", "first_on")
    assert set(given) == {
        ("skills", "import", made.source_id, date(2026, 3, 9)),
        ("course", "import", made.source_id, date(2026, 3, 10)),
    }


def test_one_entry_in_the_trail_for_the_whole_import() -> None:
    edition, by = a_reported_edition(), a_user()
    before = Entry.objects.count()

    imported(a_list(ANNA, JAN), edition, by=by)

    new = Entry.objects.order_by("pk")[before:]
    assert [(one.verb, one.actor_name, one.counts) for one in new] == [
        ("imports.file_imported", by.name, {"new": 2, "changed": 0})
    ]


def test_a_rehearsal_says_the_same_and_leaves_nothing() -> None:
    edition = a_reported_edition()
    before = state()

    said = rehearsed(a_list(ANNA, BAD), edition)

    assert (counts(said), state() - before) == ((2, 1, 0, 0, 1), Counter())
    assert [(one.row, one.letter, one.rule) for one in said.problems] == [(3, "C", "V01")]
    assert counts(taken_in(a_list(ANNA, BAD), edition)) == counts(said)


def test_the_same_file_twice_changes_nothing() -> None:
    edition = a_reported_edition()
    taken_in(a_list(ANNA, JAN), edition)
    before = state()

    made, again = imported(a_list(ANNA, JAN), edition)

    assert (made, counts(again), state()) == (None, (2, 0, 0, 2, 0), before)


def test_all_or_nothing_leaves_everything_as_it_was() -> None:
    edition, by = a_reported_edition(), a_user()
    before = state()

    made, outcome = imported(a_list(ANNA, BAD, JAN), edition, only_good=False, by=by)

    assert (made, outcome.is_written, counts(outcome)) == (None, False, (3, 2, 0, 0, 1))
    assert state() == before


def test_an_import_that_is_cut_off_leaves_everything_as_it_was() -> None:
    edition, by = a_reported_edition(), a_user()
    before = state()

    def cut(_rows: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        imported(a_list(ANNA, JAN), edition, progress=cut, by=by)

    assert state() == before


def test_who_is_twice_in_the_file_comes_in_once() -> None:
    other, elder = (ANNA[0], ANNA[1], ANNA[2], ANNA[3], "course", ANNA[5]), ("Ewa", "Klon", *ANNA[2:])

    outcome = taken_in(a_list(ANNA, ANNA, other, elder), a_reported_edition())

    assert counts(outcome) == (4, 1, 0, 1, 2)
    assert [(one.row, one.rule, one.problem) for one in outcome.problems] == [
        (3, "V05", "The same person stands already in row 2; this row was left out."),
        (4, "V05", "The same person stands already in row 2 with other data."),
        (5, "V05", "The same number stands already in row 2 under another name."),
    ]


def test_somebody_known_joins_with_the_record_that_there_is() -> None:
    taken_in(a_list(ANNA), a_reported_edition())
    second = a_reported_edition(key="second")

    outcome = taken_in(a_list(ANNA), second)

    assert (counts(outcome), Person.objects.count()) == ((1, 1, 0, 0, 0), 1)
    assert Person.objects.get().involvements.filter(edition=second, number="U/1").exists()


def test_a_number_of_somebody_else_is_refused() -> None:
    taken_in(a_list(ANNA), a_reported_edition())

    outcome = taken_in(a_list(("Ewa", "Klon", *ANNA[2:])), a_reported_edition(key="second"))

    assert [(one.rule, one.problem) for one in outcome.problems] == [
        ("V05", "In the record this number belongs to somebody of another name.")
    ]


def test_what_the_file_says_newer_is_changed_and_comes_back_with_the_undoing() -> None:
    edition = a_reported_edition()
    taken_in(a_list(ANNA), edition)
    header = (*HEADER, "Data zakończenia udziału", "Ścieżka zakończona", "Sytuacja po zakończeniu")
    newer = (
        "Anna",
        "Malinowa-Dąb",
        ANNA[2],
        "600999999",
        "course",
        "2026-04-01",
        "2026-06-20",
        "tak",
        "podjęła pracę",
    )
    before = as_recorded()

    made, outcome = imported(a_list(newer, header=header), edition)

    assert counts(outcome) == (1, 0, 1, 0, 0)
    assert as_recorded() == ("Malinowa-Dąb", "600999999", date(2026, 6, 20), 2, 1)
    assert made is not None
    undo_import(made=made, by=a_user(), at=NOON)
    assert as_recorded() == before


def as_recorded() -> tuple[object, ...]:
    one = Participation.objects.get()
    return (one.person.last_name, one.person.phone, one.left_on, one.supports.count(), one.outcomes.count())


def came_back(edition: Edition, day: str) -> Any:
    """V20: somebody who had left on 15 June stands in a list with a support of this day."""
    one = leave(a_reported(edition, pesel=ANNA[2], birth_date=date(1902, 7, 8), name="Malinowa"))
    row = ("Anna", "Malinowa", one.person.pesel or "", one.person.phone, "course", day)
    return taken_in(a_list(row), edition)


def test_v20_a_support_after_the_last_day_opens_the_same_participation_again() -> None:
    edition = a_reported_edition()

    outcome = came_back(edition, "2026-06-28")

    one = Participation.objects.get()
    assert (counts(outcome), one.left_on, one.supports.count()) == ((1, 0, 1, 0, 0), None, 2)
    assert one.snapshots.count() == 1


def test_v20_without_a_later_support_who_has_left_stays_so() -> None:
    edition = a_reported_edition()

    outcome = came_back(edition, "2026-03-20")

    assert (counts(outcome), Participation.objects.get().left_on is None) == ((1, 0, 0, 1, 0), False)


def test_undoing_leaves_nothing_but_the_place_and_the_trail_and_is_said_once() -> None:
    edition, by = a_reported_edition(), a_user()
    before = state()
    made, _ = imported(a_list(ANNA, JAN), edition, by=by)
    assert made is not None

    undo_import(made=made, by=by, at=NOON)

    assert state() - before == Counter({"Entry": 2, "Import": 1, "Understanding": 1, "Address": 1})
    with pytest.raises(AlreadyUndone):
        undo_import(made=made, by=by, at=NOON)
    assert counts(taken_in(a_list(ANNA, JAN), edition)) == (2, 2, 0, 0, 0)


def test_nothing_is_undone_once_something_stands_on_it() -> None:
    edition = a_reported_edition()
    made, _ = imported(a_list(ANNA, JAN), edition)
    assert made is not None
    one = Participation.objects.earliest("pk")
    SupportReceived.objects.create(
        participation=one,
        support=support(edition, "course"),
        source_kind="activity",
        source_id=1,
        first_on=date(2026, 4, 1),
        last_on=date(2026, 4, 1),
    )
    before = state()

    with pytest.raises(BuiltUpon):
        undo_import(made=made, by=a_user(), at=NOON)

    assert state() - before == Counter()


def test_how_a_sheet_was_understood_is_remembered_for_its_header() -> None:
    edition = a_reported_edition()
    header = ("Kto", "Numer jakiś", "Co", "Kiedy")
    fields = ("full_name", "pesel", "support_kind", "support_start")
    columns = tuple(
        Column(letter, name, field) for letter, name, field in zip("ABCD", header, fields, strict=True)
    )
    row = ("Anna Malinowa", ANNA[2], "skills", "2026-03-09")

    taken_in(a_list(row, header=header), edition, mapping=SheetMap(columns=columns))
    outcome = taken_in(a_list(row, header=header), edition)

    assert counts(outcome) == (1, 0, 0, 1, 0)


def test_the_number_of_statements_does_not_grow_with_the_people(django_assert_max_num_queries: Any) -> None:
    edition = a_reported_edition()
    people = [
        ("Anna", f"Malinowa{'abcdefghijkl'[at]}", pesel(at), "", "skills", "2026-03-09") for at in range(12)
    ]

    with django_assert_max_num_queries(70):
        outcome = taken_in(a_list(*people), edition)

    assert counts(outcome) == (12, 12, 0, 0, 0)


def pesel(number: int) -> str:
    from stdnum.pl.pesel import calc_check_digit  # noqa: PLC0415

    digits = f"800101{number:03}2"
    return f"{digits}{calc_check_digit(digits)}"
