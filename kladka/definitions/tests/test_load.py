"""A file comes in force, and the records say the same file again."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kladka.audit.models import Entry
from kladka.definitions.actions import Loaded, load
from kladka.definitions.canonical import canonical
from kladka.definitions.errors import RowInUse
from kladka.definitions.format.base import references
from kladka.definitions.models import Version
from kladka.definitions.queries import as_defined, versions_of
from kladka.definitions.reading import read
from kladka.definitions.sections import SECTIONS
from kladka.definitions.tables import TABLES
from kladka.definitions.tests.builders import A_FILE, PROGRAMMES, a_programme
from kladka.indicators.models import Target
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition, Programme, Task
from kladka.programmes.tests.builders import a_role, a_user

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db
NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize("path", PROGRAMMES, ids=lambda path: path.stem)
def test_a_loaded_file_is_exported_as_the_same_bytes(path: Path) -> None:
    file = read(path.read_bytes())

    loaded = load(file=file, municipality_code="9901011", by=a_user(), at=NINE)

    assert canonical(as_defined(loaded.programme)) == canonical(file)
    assert as_defined(loaded.programme) == file


def loaded(more: str = "") -> Loaded:
    return load(file=a_programme(more), municipality_code="9901011", by=a_user(), at=NINE)


TASKS = """
[[tasks]]
key = "clubs"
title = "Clubs"

[[tasks]]
key = "courses"
title = "Courses"
"""


def test_loading_the_same_file_again_changes_nothing() -> None:
    first = loaded(TASKS)

    again = loaded(TASKS)

    assert again.differences == ()
    assert Programme.objects.get().revision == first.programme.revision == 1
    assert Version.objects.count() == Entry.objects.filter(verb="definitions.programme_loaded").count() == 1


def test_rows_are_made_changed_moved_and_taken_out_by_their_keys() -> None:
    loaded(TASKS)
    kept = Task.objects.get(key="courses").pk

    changes = loaded(
        """
        [[tasks]]
        key = "courses"
        title = "Courses of trades"
        persons = { at_least = 20 }

        [[tasks]]
        key = "costs"
        title = "Costs"
        """
    ).differences

    assert [str(change) for change in changes] == [
        '~ tasks "courses", title: "Courses" → "Courses of trades"',
        '~ tasks "courses", persons: – → { at_least = 20 }',
        '+ tasks "costs"',
        '- tasks "clubs"',
    ]
    assert list(Task.objects.values_list("key", "title", "persons", "persons_relation")) == [
        ("courses", "Courses of trades", 20, "at_least"),
        ("costs", "Costs", None, "exactly"),
    ]
    assert Task.objects.get(key="courses").pk == kept


def test_the_order_of_rows_is_kept_as_the_file_has_it() -> None:
    loaded(TASKS)
    rows = TASKS.strip().split("\n\n")

    changes = loaded("\n\n".join(reversed(rows)) + "\n").differences

    assert [str(change) for change in changes] == ["↕ tasks"]
    assert list(Task.objects.values_list("key", flat=True)) == ["courses", "clubs"]


def test_every_loading_keeps_a_version_and_an_entry_of_the_trail() -> None:
    loaded()
    programme = loaded(TASKS).programme

    texts = [version.text for version in versions_of(programme)]

    assert texts == [canonical(a_programme(TASKS)), canonical(a_programme())]
    assert list(
        Entry.objects.filter(verb="definitions.programme_loaded").values_list("counts", flat=True)
    ) == [
        {"revision": 2, "added": 2, "removed": 0, "changed": 0},
        {"revision": 1, "added": 2, "removed": 0, "changed": 0},
    ]


def test_a_row_that_records_use_is_not_taken_out_and_nothing_changes() -> None:
    programme = loaded(TASKS).programme
    task = Task.objects.get(key="clubs")
    a_role(a_user(), TeamRole.COORDINATOR, edition=task.edition, task=task)

    with pytest.raises(RowInUse) as refusal:
        loaded()

    assert str(refusal.value) == (
        "“clubs” cannot be taken out of `tasks`: records already use it. Keep the row, or give it an end date."
    )
    programme.refresh_from_db()
    assert (programme.revision, canonical(as_defined(programme))) == (1, canonical(a_programme(TASKS)))


def test_two_editions_exchange_their_numbers() -> None:
    two = '\n[[editions]]\nkey = "second"\nregime = "pl-2021-2027"\nnumber = {}\n'
    one = A_FILE.replace('key = "first"', 'key = "first"\nnumber = {}')

    for numbers in ((1, 2), (2, 1)):
        text = one.format(numbers[0]) + two.format(numbers[1])
        load(file=read(text.encode()), municipality_code="9901011", by=a_user(), at=NINE)

    assert list(Edition.objects.values_list("key", "number")) == [("first", 2), ("second", 1)]


def test_links_inside_a_table_are_written_moved_and_taken_out() -> None:
    measure = '\n[[measures]]\nkey = "m"\ntitle = "M"\nkind = "output"\n'
    women = '\n[[targets]]\nkey = "women"\nmeasure = "m"\nwithin = "all"\ntotal = 5\n'
    everybody = '\n[[targets]]\nkey = "all"\nmeasure = "m"\ntotal = 9\n'

    loaded(measure + women + everybody)
    linked = list(Target.objects.values_list("key", "within__key"))
    loaded(measure)

    assert linked == [("women", "all"), ("all", None)]
    assert Target.objects.count() == 0


def test_a_definition_is_read_with_as_many_statements_whatever_is_in_it(
    django_assert_num_queries: "DjangoAssertNumQueries",
) -> None:
    small = loaded().programme
    large = load(
        file=read(PROGRAMMES[0].read_bytes()), municipality_code="9901011", by=a_user(), at=NINE
    ).programme

    for programme in (small, large):
        with django_assert_num_queries(48):
            as_defined(programme)


def test_the_tables_of_the_file_are_tables_of_the_database() -> None:
    assert list(TABLES) == list(SECTIONS)


def test_a_row_names_rows_of_tables_that_come_before_it() -> None:
    order = list(SECTIONS)
    upwards = [
        (section, field)
        for section, row in SECTIONS.items()
        for field, named in references(row)
        if order.index(named) > order.index(section)
    ]

    assert upwards == []


def test_programmes_of_one_town_leave_each_other_as_they_were() -> None:
    files = [read(path.read_bytes()) for path in PROGRAMMES if path.stem.startswith("sosnowiec")]
    clerk = a_user()

    made = [load(file=file, municipality_code="9901011", by=clerk, at=NINE).programme for file in files]

    assert [canonical(as_defined(programme)) for programme in made] == [canonical(file) for file in files]
