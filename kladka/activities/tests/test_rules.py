from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from kladka.activities import errors
from kladka.activities.rules.marks import Merged, Row, Sent, filling, merge
from kladka.activities.rules.overlaps import Resource, Use, Verdict, first_met, judge
from kladka.activities.rules.register import (
    Register,
    check_hours,
    check_register_is_open,
    minutes_between,
)
from kladka.activities.rules.series import Frame, Series, Term, expand
from kladka.programmes.rules import Period

WARSAW = ZoneInfo("Europe/Warsaw")
NINE = datetime(2024, 5, 7, 9, tzinfo=WARSAW)
TODAY = NINE.date()
EDITION = Period.of_days(date(2024, 1, 1), date(2024, 12, 31))
TUESDAY = Frame(2, time(10), time(12))


def a_register(day: date = TODAY, *, closed_at: datetime | None = None, cancelled: bool = False) -> Register:
    return Register(datetime.combine(day, time(10), tzinfo=WARSAW), day, closed_at, cancelled)


def a_use(hour: int, *, hours: int = 2, resource: Resource = Resource.ROOM, key: int = 1) -> Use:
    start = datetime(2024, 5, 7, hour, tzinfo=WARSAW)
    return Use(resource, key, start, start + timedelta(hours=hours))


@pytest.mark.parametrize("minutes_before", [30, 0, -24 * 60])
def test_a_register_is_open_from_half_an_hour_before_the_session(minutes_before: int) -> None:
    register = a_register()

    check_register_is_open(register, EDITION, now=register.starts_at - timedelta(minutes=minutes_before))


@pytest.mark.parametrize(
    ("register", "refusal"),
    [
        (a_register(date(2024, 5, 8)), errors.RegisterNotYetOpen),
        (a_register(date(2023, 12, 31)), errors.BeforeEdition),
        (a_register(date(2025, 1, 1)), errors.AfterEdition),
        (a_register(closed_at=NINE), errors.RegisterClosed),
        (a_register(cancelled=True), errors.SessionCancelled),
    ],
)
def test_a_mark_outside_the_register_is_refused(register: Register, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        check_register_is_open(register, EDITION, now=NINE + timedelta(hours=1))


@pytest.mark.parametrize("day", [date(2024, 1, 1), date(2024, 12, 31)])
def test_the_first_and_the_last_day_of_an_edition_are_in(day: date) -> None:
    check_register_is_open(a_register(day), EDITION, now=NINE + timedelta(days=365))


def test_a_closed_register_opens_to_a_reason() -> None:
    check_register_is_open(
        a_register(closed_at=NINE), EDITION, now=NINE + timedelta(hours=1), reason="Found the list"
    )


def test_hours_must_run_forward_and_stay_within_a_day() -> None:
    check_hours(NINE, NINE + timedelta(hours=24))
    with pytest.raises(errors.EndsBeforeItStarts):
        check_hours(NINE, NINE)
    with pytest.raises(errors.TooLong):
        check_hours(NINE, NINE + timedelta(hours=24, minutes=1))


def test_the_night_of_the_clock_change_has_the_minutes_it_has() -> None:
    evening = datetime(2024, 3, 30, 22, tzinfo=WARSAW).astimezone(UTC)
    morning = datetime(2024, 3, 31, 6, tzinfo=WARSAW).astimezone(UTC)

    assert minutes_between(evening, morning) == 7 * 60


def test_a_series_skips_holidays_and_keeps_the_hour_on_the_wall() -> None:
    series = expand(
        [TUESDAY],
        first_day=date(2024, 3, 26),
        last_day=date(2024, 4, 9),
        holidays={date(2024, 4, 2)},
        zone=WARSAW,
    )

    assert series == Series(
        (
            Term(datetime(2024, 3, 26, 9, tzinfo=UTC), datetime(2024, 3, 26, 11, tzinfo=UTC)),
            Term(datetime(2024, 4, 9, 8, tzinfo=UTC), datetime(2024, 4, 9, 10, tzinfo=UTC)),
        ),
        (date(2024, 4, 2),),
    )


def test_a_series_of_several_terms_a_week_is_in_order() -> None:
    thursday = Frame(4, time(16), time(18))

    series = expand(
        [thursday, TUESDAY], first_day=date(2024, 5, 2), last_day=date(2024, 5, 9), holidays=(), zone=WARSAW
    )

    assert [term.starts_at.day for term in series.terms] == [2, 7, 9]


def test_every_second_week_counts_from_the_week_of_the_first_day() -> None:
    series = expand(
        [TUESDAY],
        first_day=date(2024, 5, 9),
        last_day=date(2024, 6, 5),
        holidays=(),
        zone=WARSAW,
        every_weeks=2,
    )

    assert [term.starts_at.date() for term in series.terms] == [date(2024, 5, 21), date(2024, 6, 4)]


def test_a_term_over_midnight_ends_on_the_next_day() -> None:
    night = Frame(2, time(22), time(6))

    series = expand([night], first_day=NINE.date(), last_day=NINE.date(), holidays=(), zone=WARSAW)

    assert series.terms[0].ends_at == datetime(2024, 5, 8, 6, tzinfo=WARSAW)


def test_a_series_without_a_day_is_refused() -> None:
    with pytest.raises(errors.NothingInSeries):
        expand([TUESDAY], first_day=date(2024, 5, 8), last_day=date(2024, 5, 13), holidays=(), zone=WARSAW)


def test_order_of_arrival_decides_and_the_second_sender_learns_both_values() -> None:
    merged = merge({"ana": Sent("absent", was="")}, {"ana": "present"})

    assert merged == Merged({"ana": Row("absent", conflict="present")}, ("ana",))
    assert merged.conflicts == {"ana": Row("absent", conflict="present")}


def test_a_change_of_what_was_seen_is_no_conflict() -> None:
    merged = merge({"ana": Sent("absent", was="present")}, {"ana": "present"})

    assert merged == Merged({"ana": Row("absent")}, ("ana",))
    assert merged.conflicts == {}


def test_the_rest_are_present_fills_blanks_only() -> None:
    merged = merge(filling(["ana", "jan"], "present"), {"ana": "absent"})

    assert merged == Merged({"ana": Row("absent"), "jan": Row("present")}, ("jan",))


def test_a_plain_form_does_not_undo_rows_that_were_not_touched() -> None:
    sent = {"ana": Sent("present", was="present"), "jan": Sent("excused", was="")}

    merged = merge(sent, {"ana": "absent"})

    assert merged == Merged({"ana": Row("absent"), "jan": Row("excused")}, ("jan",))


def test_two_who_say_the_same_are_no_conflict() -> None:
    merged = merge({"ana": Sent("present", was="")}, {"ana": "present"})

    assert merged == Merged({"ana": Row("present")}, ())


def test_a_mark_can_be_taken_back() -> None:
    merged = merge({"ana": Sent("", was="present")}, {"ana": "present"})

    assert merged == Merged({"ana": Row("")}, ("ana",))


@pytest.mark.parametrize(
    ("resource", "held", "exclusive", "verdict"),
    [
        (Resource.ROOM, False, True, Verdict.REFUSE),
        (Resource.ROOM, False, False, Verdict.FINE),
        (Resource.ROOM, True, True, Verdict.FINE),
        (Resource.WORKER, False, True, Verdict.REFUSE),
        (Resource.WORKER, True, True, Verdict.DECIDE),
        (Resource.PERSON, False, True, Verdict.WARN),
        (Resource.PERSON, True, True, Verdict.WARN),
    ],
)
def test_plans_may_be_refused_and_what_happened_never(
    resource: Resource, *, held: bool, exclusive: bool, verdict: Verdict
) -> None:
    assert judge(resource, held=held, exclusive=exclusive) == verdict


def test_the_earliest_overlap_is_named_and_one_may_begin_when_another_ends() -> None:
    others = [a_use(11), a_use(9), a_use(12), a_use(8), a_use(10, key=2), a_use(10, resource=Resource.WORKER)]

    assert first_met(a_use(10), others) == a_use(9)
    assert first_met(a_use(14), others) is None
