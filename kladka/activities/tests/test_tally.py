from datetime import timedelta

import pytest

from kladka.activities import errors
from kladka.activities.actions import add_guest, close_register, record_tally
from kladka.activities.models import Session, Tally
from kladka.activities.queries import Attended, attended, with_figures
from kladka.activities.tests.builders import TEN, TWO_HOURS, a_session, an_open_activity
from kladka.audit.models import Entry
from kladka.programmes.tests.builders import a_user

pytestmark = pytest.mark.django_db
AFTER = TEN + TWO_HOURS


def counted(session: Session) -> dict[tuple[str, str], int]:
    return {(one.sex, one.age_band): one.number for one in Tally.objects.filter(session=session)}


def test_a_head_count_holds_the_session_and_is_written_whole() -> None:
    session, by = a_session(an_open_activity()), a_user()

    record_tally(session=session, counts={("women", "over_54"): 7, ("", ""): 3}, by=by, at=AFTER)
    record_tally(session=session, counts={("women", "over_54"): 8, ("men", ""): 0}, by=by, at=AFTER)
    record_tally(session=session, counts={("women", "over_54"): 8}, by=by, at=AFTER)

    assert counted(session) == {("women", "over_54"): 8}
    assert Session.objects.get().is_held
    assert [entry.changes for entry in Entry.objects.filter(verb="activities.tally_recorded")] == [
        [["all", 3, 0], ["women over_54", 7, 8]],
        [["all", 0, 3], ["women over_54", 0, 7]],
    ]


def test_a_head_count_taken_back_leaves_the_session_as_it_was_planned() -> None:
    session, by = a_session(an_open_activity()), a_user()
    record_tally(session=session, counts={("", ""): 3}, by=by, at=AFTER)

    record_tally(session=session, counts={}, by=by, at=AFTER)

    assert not Session.objects.get().is_held


def test_a_walk_in_guest_adds_one_head() -> None:
    session, by = a_session(an_open_activity()), a_user()
    record_tally(session=session, counts={("men", ""): 2}, by=by, at=AFTER)

    add_guest(session=session, sex="men", by=by, at=AFTER)
    add_guest(session=session, by=by, at=AFTER)

    assert counted(session) == {("men", ""): 3, ("", ""): 1}
    assert attended(session) == Attended(named=0, anonymous=4)


def test_fewer_than_nobody_cannot_have_come() -> None:
    with pytest.raises(errors.NobodyCounted):
        record_tally(session=a_session(), counts={("", ""): -1}, by=a_user(), at=AFTER)


def test_heads_are_not_counted_before_the_session() -> None:
    with pytest.raises(errors.RegisterNotYetOpen):
        record_tally(session=a_session(), counts={("", ""): 5}, by=a_user(), at=TEN - timedelta(hours=1))


def test_a_closed_register_takes_a_head_count_only_with_a_reason() -> None:
    session, by = a_session(), a_user()
    close_register(session=session, by=by, at=AFTER)
    close_register(session=session, by=by, at=AFTER + TWO_HOURS)

    with pytest.raises(errors.RegisterClosed):
        record_tally(session=session, counts={("", ""): 5}, by=by, at=AFTER)
    record_tally(session=session, counts={("", ""): 5}, by=by, at=AFTER, reason="Znaleziona lista")

    assert (counted(session), Session.objects.get().register_closed_at) == ({("", ""): 5}, AFTER)


def test_sessions_show_how_many_came_in_one_query(django_assert_num_queries: object) -> None:
    first, second = a_session(), a_session()
    record_tally(session=second, counts={("women", ""): 4, ("men", ""): 1}, by=a_user(), at=AFTER)

    with django_assert_num_queries(1):  # type: ignore[operator]
        shown = [(one.pk, one.named, one.anonymous) for one in with_figures(Session.objects.order_by("pk"))]  # type: ignore[attr-defined]

    assert shown == [(first.pk, 0, 0), (second.pk, 0, 5)]
