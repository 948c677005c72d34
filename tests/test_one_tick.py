"""One tick, and everything that follows from it at once; taken back, it takes all of it back."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kladka.activities.actions import add_member
from kladka.activities.models import Session
from kladka.activities.tests.builders import TEN, a_group, a_session, an_activity
from kladka.indicators.catalogue import measures
from kladka.indicators.queries import figures, ledger
from kladka.indicators.tests.builders import a_measure
from kladka.participation.models import Participation
from kladka.participation.queries import card
from kladka.participation.tests.builders import a_declared_participation
from kladka.people.tests.builders import a_person
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_role, a_support, a_user, an_edition, an_offer
from kladka.reporting.actions.exporting import layout_of
from kladka.reporting.queries import written_lines

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_april")]
TODAY = (TEN + timedelta(days=40)).date()
A_WEEK = timedelta(weeks=1)
TUESDAY, WEEK_BEFORE = date(2026, 3, 3), date(2026, 2, 24)


@pytest.fixture
def in_april(settings: Any) -> None:
    settings.CLOCK = TODAY


@dataclass(frozen=True)
class Following:
    """What one tick reaches: the start, frozen versions, hours, the indicator by sex, the proof, the file, the page."""

    started_on: date | None
    snapshots: list[tuple[date, bool]]  # when it starts by that version, and whether it is in force
    minutes: int
    women_men_total: tuple[int, int, int]
    proofs: list[tuple[str, date | None]]
    official_rows: int
    published: str


NOTHING = Following(None, [], 0, (3, 1, 4), [], 4, "fewer than 5")


class Meeting:
    """A group in which four have come before; the fifth has all papers and has not come yet."""

    def __init__(self, client: Client) -> None:
        self.client, self.edition = client, an_edition()
        worker = a_user()
        a_role(worker, TeamRole.ORGANISER, self.edition)
        client.force_login(worker)
        a_measure(self.edition, "EECO01")
        offer = an_offer(self.edition, support=a_support(self.edition))
        self.group = a_group(self.edition, offer=offer)
        self.activity = an_activity(self.group, support=offer.support)
        self.session = self.held()
        before = [self.member("woman"), self.member("man"), self.member("woman"), self.member("woman")]
        self.mark(self.session, dict.fromkeys(before, "present"))
        self.fifth = self.member("woman")

    def member(self, sex: str) -> Participation:
        one = a_declared_participation(person=a_person(sex=sex), edition=self.edition)
        add_member(group=self.group, participation=one, from_day=date(2026, 2, 5), by=a_user(), at=TEN)
        return one

    def held(self, **given: Any) -> Session:
        return a_session(self.activity, **given)

    def mark(self, session: Session, said: dict[Participation, str], was: str = "", **more: str) -> None:
        """As the worker saves the sheet."""
        sheet = {f"mark-{one.pk}": mark for one, mark in said.items()}
        seen = {f"was-{one.pk}": was for one in said}
        answer = self.client.post(reverse("activities:attendance", args=[session.pk]), sheet | seen | more)
        assert answer.status_code == 302

    def tick(self) -> None:
        self.mark(self.session, {self.fifth: "present"})

    def following(self) -> Following:
        one = Participation.objects.get(pk=self.fifth.pk)
        rule = measures()["EECO01"]
        figure = figures([rule], edition=self.edition, on=TODAY)["EECO01"]
        lines = {line.participation_id: line for line in ledger(rule, self.edition, on=TODAY)}
        return Following(
            started_on=one.started_on,
            snapshots=[(each.started_on, each.pk == one.snapshot_id) for each in versions(one)],
            minutes=card(one, on=TODAY).minutes,
            women_men_total=(figure.women, figure.men, figure.total),
            proofs=[(each.kind, each.day) for each in (lines[one.pk].proofs if one.pk in lines else ())],
            official_rows=official_rows(self.edition),
            published=self.published(),
        )

    def published(self) -> str:
        page = self.client.get(f"/en/programy/{self.edition.programme.key}/").content.decode()
        figure = page.partition("Osoby objęte wsparciem")[2].partition("</dd>")[0].replace("\xa0", " ")
        return next((said for said in ("fewer than 5", "5 people") if said in figure), figure)


def versions(one: Participation) -> Any:
    return one.snapshots.order_by("version")


def official_rows(edition: Edition) -> int:
    blocks = written_lines(edition, layout_of(edition, on=TODAY), on=TODAY, block=100)
    return sum(len(block) for block in blocks)


def test_everything_follows_from_one_tick_at_once(client: Client) -> None:
    meeting = Meeting(client)
    assert meeting.following() == NOTHING

    meeting.tick()

    assert meeting.following() == Following(
        TUESDAY, [(TUESDAY, True)], 120, (4, 1, 5), [("session", TUESDAY)], 5, "5 people"
    )


def test_a_tick_taken_back_takes_everything_back_and_keeps_the_snapshot_in_the_history(
    client: Client,
) -> None:
    meeting = Meeting(client)
    meeting.tick()

    back = {f"back-{meeting.fifth.pk}": "on"}
    meeting.mark(meeting.session, {meeting.fifth: "present"}, was="present", **back)

    taken_back = Following(None, [(TUESDAY, False)], 0, (3, 1, 4), [], 4, "fewer than 5")
    assert meeting.following() == taken_back


def test_an_earlier_session_entered_late_moves_everything_and_its_tick_taken_back_moves_it_back(
    client: Client,
) -> None:
    meeting = Meeting(client)
    meeting.tick()
    earlier = meeting.held(starts_at=TEN - A_WEEK)

    meeting.mark(earlier, {meeting.fifth: "present"})
    moved = meeting.following()
    meeting.mark(earlier, {meeting.fifth: "absent"}, was="present")

    history = [(TUESDAY, False), (WEEK_BEFORE, True)]
    assert moved == Following(WEEK_BEFORE, history, 240, (4, 1, 5), [("session", WEEK_BEFORE)], 5, "5 people")
    back = [(TUESDAY, False), (WEEK_BEFORE, False), (TUESDAY, True)]
    assert meeting.following() == Following(
        TUESDAY, back, 120, (4, 1, 5), [("session", TUESDAY)], 5, "5 people"
    )
