"""A life leaves what work leaves: the same figures, each with its people."""

from collections import Counter
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import pytest
from django.db.models import Count

from kladka.activities.actions import record_attendance
from kladka.activities.choices import Mark
from kladka.activities.models import Attendance, Session, Tally
from kladka.activities.queries import register_of
from kladka.audit.models import Entry
from kladka.definitions.actions import load
from kladka.definitions.reading import read
from kladka.demo.defining import FILES
from kladka.demo.lives.living import live
from kladka.demo.lives.plan import Life, lives
from kladka.demo.lives.present import ensure_session_today, shown_on
from kladka.demo.lives.stage import Stage
from kladka.demo.lives.towns import OPENED_AT
from kladka.demo.staff import hire
from kladka.indicators.catalogue import named
from kladka.indicators.queries import figures
from kladka.participation.choices import Kind, State
from kladka.participation.models import Agreement, Participation
from kladka.people.models import PersonLink
from kladka.programmes.models import Edition
from kladka.recruitment.models import (
    Appeal,
    Application,
    Conflict,
    Decision,
    Draft,
    Promotion,
    Protocol,
    Round,
)
from kladka.recruitment.queries.ranking import ranked

if TYPE_CHECKING:
    from pytest_django import Settings

pytestmark = pytest.mark.django_db


def a_small_life(name: str) -> Life:
    life = next(one for one in lives() if one.name == name)
    groups = tuple(group.model_copy(update={"weeks": 12}) for group in life.groups[:2])
    few = {"women": 5, "men": 3, "groups": groups, "rounds": (), "intake": ""}
    return life.model_copy(update=few)


def lived(life: Life, file: str, *, until: date) -> Edition:
    cast = hire("test", at=OPENED_AT)
    programme = load(
        file=read((FILES / file).read_bytes()),
        municipality_code="9901011",
        by=cast.coordinator,
        at=OPENED_AT,
    ).programme
    edition = Edition.objects.get(programme=programme, key=life.edition)
    live(Stage(life, edition, cast, town="Test", teryt_code="9901011", until=until))
    return edition


def states(edition: Edition, day: date) -> Counter[State]:
    return Counter(one.state_on(day) for one in Participation.objects.filter(edition=edition))


def test_an_ended_programme_ends_with_everybody_it_was_to_have() -> None:
    life = a_small_life("katowice/welnowiec-jozefowiec-i-dab/2021-2022")

    edition = lived(life, "katowice-welnowiec-jozefowiec-dab.toml", until=date(2023, 3, 1))

    assert states(edition, date(2023, 3, 1)) == {State.ENDED: 8}
    assert Participation.objects.filter(edition=edition, snapshot=None).count() == 0
    assert set(Tally.objects.values_list("session__activity__event__key", flat=True)) == {
        "picnics",
        "cinema",
        "swaps",
    }
    assert Entry.objects.filter(verb="activities.attendance_recorded").count() > 0


def test_in_the_middle_somebody_is_qualified_and_has_not_come_yet() -> None:
    life = a_small_life("przykladowo/blisko-siebie/2024-2029")

    edition = lived(life, "przykladowo.toml", until=date(2026, 11, 24))

    everybody = sum(group.environment for group in life.groups) + 8
    assert states(edition, date(2026, 11, 24)) == {State.PARTICIPANT: everybody, State.QUALIFIED: 1}
    waiting = Participation.objects.get(edition=edition, started_on=None)
    assert set(Attendance.objects.filter(participation=waiting).values_list("mark", flat=True)) <= {"excused"}


def test_close_ones_come_with_a_participant_and_are_counted_apart() -> None:
    life, day = a_small_life("przykladowo/blisko-siebie/2024-2029"), date(2026, 11, 24)
    first = life.groups[0].model_copy(update={"environment": 2})
    small = life.model_copy(update={"groups": (first,), "waiting": 0})

    edition = lived(small, "przykladowo.toml", until=day)

    close = Participation.objects.filter(edition=edition, kind=Kind.ENVIRONMENT).select_related("related")
    assert [one.related.kind for one in close if one.related] == [Kind.PARTICIPANT] * 2
    assert PersonLink.objects.filter(other__in=close.values("person")).count() == 2
    rules = named(["all_participants", "close_environment_supported"])
    counted = figures(rules, edition=edition, on=day)
    assert {key: one.total for key, one in counted.items()} == {
        "all_participants": 8,
        "close_environment_supported": 2,
    }


def test_a_session_is_on_with_the_one_who_has_not_come(settings: "Settings") -> None:
    settings.CLOCK = date(2026, 11, 24)
    life, at = a_small_life("przykladowo/blisko-siebie/2024-2029"), datetime(2026, 11, 24, 9, 20, tzinfo=UTC)
    every = next(one for one in lives() if one.name == life.name).groups
    shown = tuple(one.model_copy(update={"weeks": 12}) for one in every if one.is_shown_today)
    life = life.model_copy(update={"groups": shown})
    edition = lived(life, "przykladowo.toml", until=date(2026, 11, 24))

    for _start in range(2):
        ensure_session_today(life, edition, hire("test", at=OPENED_AT), at=at)

    (session,) = Session.objects.filter(starts_at__date=date(2026, 11, 24), activity__edition=edition)
    states = {line.participation.state_on(date(2026, 11, 24)) for line in register_of(session)}
    assert (session.starts_at, State.QUALIFIED in states) == (at.replace(minute=0), True)


@pytest.mark.parametrize(
    ("name", "file", "day"),
    [
        (
            "katowice/welnowiec-jozefowiec-i-dab/2021-2022",
            "katowice-welnowiec-jozefowiec-dab",
            date(2021, 11, 9),
        ),
        (
            "mikolow/wsparcie-spolecznosci-lokalnych/2018-2020",
            "mikolow-wsparcie-spolecznosci",
            date(2019, 4, 16),
        ),
        ("zawiercie/partnerstwo/to-2017", "zawiercie-partnerstwo", date(2017, 1, 24)),
    ],
)
def test_with_the_clock_set_back_a_tick_in_an_ended_programme_moves_its_figures(
    name: str, file: str, day: date, settings: "Settings"
) -> None:
    settings.CLOCK = day
    life = next(one for one in lives() if one.name == name)
    groups = (life.groups[0].model_copy(update={"weeks": 12}),)
    small = {
        "women": 2,
        "men": 1,
        "completing": None,
        "waiting": 1,
        "groups": groups,
        "events": (),
        "rounds": (),
    }
    life, at = life.model_copy(update=small), datetime.combine(day, time(9, 20), tzinfo=UTC)
    edition = lived(life, f"{file}.toml", until=day)
    cast = hire("test", at=OPENED_AT)
    ensure_session_today(life, edition, cast, at=at)
    (session,) = Session.objects.filter(starts_at__date=day, activity__edition=edition)
    before = supported(edition, day)

    new = Participation.objects.filter(edition=edition, started_on=None).latest("pk")
    record_attendance(session=session, marks={new: Mark.PRESENT}, by=cast.worker, at=at)

    new.refresh_from_db()
    assert (supported(edition, day) - before, new.started_on) == (1, day)


def test_a_round_is_held_with_cards_a_sealed_protocol_and_who_moves_up() -> None:
    life = next(one for one in lives() if one.name == "katowice/welnowiec-jozefowiec-i-dab/2021-2022")
    held = life.rounds[0]
    groups = tuple(one.model_copy(update={"weeks": 12}) for one in life.groups if one.key in held.groups)
    few = {"women": 6, "men": 4, "groups": groups, "rounds": (held,), "events": (), "completing": 9}
    life = life.model_copy(update=few)

    edition = lived(life, "katowice-welnowiec-jozefowiec-dab.toml", until=date(2023, 3, 1))

    protocol = Protocol.objects.get()
    now = Decision.objects.in_force().order_by().values_list("outcome").annotate(Count("pk"))
    assert (protocol.received, protocol.rejected, protocol.signatures.count(), protocol.published_at) == (
        16,
        1,
        3,
        None,
    )
    assert dict(now) == {"qualified": 12, "reserve": 2, "not_qualified": 2}
    assert Counter(Promotion.objects.values_list("answer", flat=True)) == {"refused": 2, "accepted": 2}
    assert (Agreement.objects.count(), Participation.objects.exclude(application__round=None).count()) == (
        10,
        10,
    )
    assert {one.plans.get().steps.count() for one in Participation.objects.filter(edition=edition)} == {1}


def test_a_town_recruits_while_somebody_looks_at_it(settings: "Settings") -> None:
    settings.CLOCK = date(2026, 11, 24)
    life = next(one for one in lives() if one.name == "przykladowo/blisko-siebie/2024-2029")
    groups = tuple(one.model_copy(update={"weeks": 26}) for one in life.groups if one.is_shown_today)
    life = life.model_copy(update={"women": 2, "men": 1, "waiting": 0, "groups": groups, "events": ()})

    edition = lived(life, "przykladowo.toml", until=date(2026, 11, 24))

    there = Application.objects.filter(edition=edition, round__key=life.intake)
    standings = ranked(Round.objects.get(edition=edition, key=life.intake)).standings.values()
    cards = [one.cards.in_force().count() for one in there.filter(withdrawn_on=None, is_complete=True)]
    assert Counter(one.waits for one in standings) == {"": 6, "score": 6, "complete": 5}
    assert Counter(cards) == {2: 6, 1: 3, 0: 3}
    assert (there.withdrawn().count(), Draft.objects.in_doubt().count(), Conflict.objects.count()) == (
        1,
        1,
        1,
    )
    assert Protocol.objects.exclude(published_at=None).count() == 1
    assert list(Promotion.objects.values_list("answer", flat=True)) == [""]
    assert list(Appeal.objects.values_list("result", flat=True)) == [""]


def test_before_a_group_meets_and_after_it_there_is_no_session() -> None:
    life = next(one for one in lives() if one.name == "zawiercie/partnerstwo/to-2017")
    days = (date(2016, 2, 1), date(2016, 2, 2), date(2017, 12, 12), date(2017, 12, 15))

    assert [[one.key for one in shown_on(day, life)] for day in days] == [
        [], ["self-help"], ["self-help"], [],
    ]  # fmt: skip


def supported(edition: Edition, day: date) -> int:
    rule = "all_participants"
    return figures(named([rule]), edition=edition, on=day)[rule].total
