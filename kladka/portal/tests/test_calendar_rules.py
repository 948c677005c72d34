from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from kladka.portal.rules.calendar import Choice, Day, Entry, ahead, behind, cells
from kladka.portal.rules.months import Month

WARSAW = ZoneInfo("Europe/Warsaw")
JUNE = Month(2022, 6)
TODAY = date(2022, 6, 9)


def an_entry(day: int, **given: object) -> Entry:
    moment = datetime(2022, 6, day, 16, tzinfo=WARSAW)
    entry = Entry(number=day, title="Piknik", starts_at=moment, ends_at=moment.replace(hour=18), place="park")
    return replace(entry, **given)  # type: ignore[arg-type]


def test_a_cell_holds_its_events_and_the_holiday() -> None:
    picnic = an_entry(16)

    weeks = cells(JUNE, [picnic], today=TODAY, holidays={date(2022, 6, 16): "Boże Ciało"})

    assert weeks[2][3] == Day(date=date(2022, 6, 16), holiday="Boże Ciało", entries=[picnic])
    assert weeks[1][3] == Day(date=TODAY, is_today=True)
    assert weeks[0][0] is None


def test_a_moved_event_stands_on_its_new_day_and_struck_on_the_old_one() -> None:
    cinema = an_entry(24, moved_from=date(2022, 6, 17))

    weeks = cells(JUNE, [cinema], today=TODAY, holidays={})

    assert weeks[2][4] == Day(date=date(2022, 6, 17), gone=[cinema])
    assert weeks[3][4] == Day(date=date(2022, 6, 24), entries=[cinema])


def test_an_hour_moved_within_the_day_strikes_nothing() -> None:
    cinema = an_entry(24, moved_from=date(2022, 6, 24))

    assert cells(JUNE, [cinema], today=TODAY, holidays={})[3][4] == Day(
        date=date(2022, 6, 24), entries=[cinema]
    )


def test_today_is_still_ahead() -> None:
    entries = [an_entry(8), an_entry(9), an_entry(10)]

    assert (behind(entries, today=TODAY), ahead(entries, today=TODAY)) == (entries[:1], entries[1:])


def test_a_filter_holds_what_it_names_and_an_empty_one_holds_all() -> None:
    club = an_entry(9, group="Strefa Rodzica")

    assert [
        choice.holds(club) for choice in (Choice(), Choice("Strefa Rodzica"), Choice("Strefa Seniora"))
    ] == [
        True,
        True,
        False,
    ]
    assert Choice(place="park").holds(club)
    assert not Choice(place="szkoła").holds(club)


def test_an_event_is_full_only_when_it_takes_sign_ups() -> None:
    assert [
        an_entry(9, needs_sign_up=needed, free_places=left).is_full
        for needed, left in ((True, 0), (True, 1), (False, 0), (True, None))
    ] == [True, False, False, False]
