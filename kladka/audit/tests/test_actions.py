from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import ClassVar, NamedTuple
from uuid import UUID

import pytest
from django.db import models

from kladka.audit.actions import Change, changes_between, record, record_reading
from kladka.audit.keys import destroy_key
from kladka.audit.models import Entry
from kladka.audit.queries import Line, ShownChange, readings_of, trail_of, trail_of_person
from kladka.municipalities.tenancy import connection

pytestmark = pytest.mark.django_db

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
MARIA = UUID("00000000-0000-4000-8000-00000000000a")
JAN = UUID("00000000-0000-4000-8000-00000000000b")


class Sheet(models.Model):
    """A record of some module above, of which the trail knows only what the model itself says."""

    privacy: ClassVar[Mapping[str, str]] = {"surname": "personal"}

    surname = models.CharField("surname", max_length=20)
    hours = models.DecimalField("hours", max_digits=5, decimal_places=2)
    held_on = models.DateField("held on")

    class Meta:
        app_label = "audit"
        managed = False


class User(NamedTuple):
    """What the trail needs to know of one; the real users belong to a module above."""

    pk: int
    name: str


@pytest.fixture
def anna() -> User:
    return User(3, "Anna Przykładowa")


def lived_through(anna: User, person: UUID | None) -> Sheet:
    sheet = Sheet(pk=7)
    changes = [
        Change("hours", Decimal("1.5"), Decimal(2)),
        Change("held_on", None, date(2026, 3, 1)),
        Change("surname", "Nowak", "Kowalska"),
    ]
    record(
        "audit.sheet_changed", on=sheet, by=anna, at=AT, person=person, reason="maiden name", changes=changes
    )
    return sheet


def test_record_says_who_changed_what_and_why(anna: User) -> None:
    sheet = lived_through(anna, MARIA)

    changes = (
        ShownChange("hours", "1.5", "2"),
        ShownChange("held on", "–", "1\u00a0March 2026"),
        ShownChange("surname", "Nowak", "Kowalska"),
    )
    assert trail_of(sheet) == [
        Line(AT, "Anna Przykładowa", "audit.sheet_changed", "maiden name", changes, is_erased=False)
    ]


def test_personal_values_and_the_reason_are_not_readable_in_the_database(anna: User) -> None:
    lived_through(anna, MARIA)

    kept = Entry.objects.values("reason", "changes", "sealed").get()
    assert (kept["reason"], kept["changes"]) == (
        "",
        [["hours", "1.5", "2"], ["held_on", None, "2026-03-01"]],
    )
    assert b"Kowalska" not in bytes(kept["sealed"] or b"")


def test_a_destroyed_key_takes_one_person_s_values_and_leaves_the_rest(anna: User) -> None:
    lived_through(anna, MARIA)
    lived_through(anna, JAN)
    destroy_key(MARIA)
    destroy_key(MARIA)

    plain = (ShownChange("hours", "1.5", "2"), ShownChange("held on", "–", "1\u00a0March 2026"))
    assert trail_of_person(MARIA) == [
        Line(AT, "Anna Przykładowa", "audit.sheet_changed", "", plain, is_erased=True)
    ]
    assert [line.reason for line in trail_of_person(JAN)] == ["maiden name"]


def test_values_that_belong_to_no_person_stay_under_the_municipality_s_key(anna: User) -> None:
    sheet = lived_through(anna, None)
    destroy_key(MARIA)

    assert [(line.reason, line.is_erased) for line in trail_of(sheet)] == [("maiden name", False)]
    assert Entry.objects.get().changes == [["hours", "1.5", "2"], ["held_on", None, "2026-03-01"]]


def test_a_word_that_is_no_field_is_taken_for_personal_on_a_person_s_record(anna: User) -> None:
    change = [Change("contact phone", "", "600 100 200")]
    record("audit.reached", on=Sheet(pk=7), by=anna, at=AT, person=MARIA, changes=change)

    assert Entry.objects.get().changes == []
    assert trail_of_person(MARIA)[0].changes == (ShownChange("contact phone", "–", "600 100 200"),)


def test_nobody_signed_in_is_said_as_such() -> None:
    record("audit.applied", on=Sheet(pk=7), by=None, at=AT, rows=2)

    assert [line.who for line in trail_of(Sheet(pk=7))] == ["somebody not signed in"]
    assert Entry.objects.get().counts == {"rows": 2}


def test_a_long_trail_is_one_query(anna: User, django_assert_num_queries: object) -> None:
    for _ in range(20):
        lived_through(anna, MARIA)

    with django_assert_num_queries(1):  # type: ignore[operator]
        assert len(trail_of(Sheet(pk=7))) == 20


def test_readings_say_who_looked_and_by_what_right(anna: User) -> None:
    record_reading(person=MARIA, what="traits", why="social worker of the edition", by=anna, at=AT)
    record_reading(person=JAN, what="traits", why="social worker of the edition", by=anna, at=AT)

    kept = readings_of(MARIA).values_list("actor_name", "what", "why", "at")
    assert list(kept) == [("Anna Przykładowa", "traits", "social worker of the edition", AT)]


def test_changes_between_names_only_what_differs() -> None:
    assert changes_between({"a": 1, "b": 2}, {"a": 1, "b": 3, "c": 4}) == [
        Change("b", 2, 3),
        Change("c", None, 4),
    ]


def test_keys_lie_under_the_municipality_and_only_its_own_user_may_read_them(
    anna: User, settings: object
) -> None:
    lived_through(anna, MARIA)

    place = settings.DATA / "keys" / connection.schema_name / "00" / str(MARIA)  # type: ignore[attr-defined]
    assert place.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in place.parent.iterdir() if one.name.startswith("tmp")] == []
