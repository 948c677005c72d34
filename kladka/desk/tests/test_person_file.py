"""The sections of a person's file: what each shows, and to whom."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kladka.activities.tests.builders import TEN
from kladka.audit.models import Reading
from kladka.desk.tests.test_pages import signed_in, ticked, words_at
from kladka.indicators.tests.builders import a_measure, a_support_received, a_target
from kladka.participation.actions import make_plan, record_exit
from kladka.participation.actions.planning import Step
from kladka.participation.choices import ExitReason
from kladka.participation.models import Agreement, Participation
from kladka.people import actions
from kladka.people.models import SensitiveTraits
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_user, an_edition

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import Settings

pytestmark = pytest.mark.django_db
LATER = TEN + timedelta(days=3)
OF_FILE = ["overview", "data", "path", "attendance", "documents", "indicators", "history"]


@pytest.fixture(autouse=True)
def _some_days_later(settings: "Settings") -> None:
    settings.CLOCK = LATER.date()
    settings.SECOND_FACTOR_NEEDED = False


@pytest.fixture
def edition() -> Edition:
    return an_edition()


@pytest.fixture
def malinowa(edition: Edition) -> Participation:
    """Has come once, for two hours."""
    _session, (one,) = ticked(edition, "Malinowa")
    one.refresh_from_db()
    return one


def file_of(one: Participation, section: str = "") -> str:
    return f"/desk/people/{one.person.public_id}/{section and section + '/'}"


def asked_for(client: "Client", address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def papers_in(page: str) -> Iterator[tuple[str, str]]:
    for row in re.findall(r'<ul class="due short papers">(.*?)</ul>', page, re.DOTALL):
        for title, state in re.findall(r"<li><div>(.*?)</div><span[^>]*>(.*?)</span>", row, re.DOTALL):
            yield re.sub(r"<span.*|<[^>]+>", "", title), state


@pytest.mark.parametrize(
    ("role", "hidden"),
    [
        (TeamRole.SOCIAL_WORKER, []),
        (TeamRole.CONTROLLER, []),
        (TeamRole.ORGANISER, ["documents", "indicators", "history"]),
        (TeamRole.ACCOUNTANT, ["path", "history"]),
        (TeamRole.COMMITTEE, list(OF_FILE)),
    ],
)
def test_the_menu_has_exactly_the_sections_that_the_role_opens(
    client: "Client", malinowa: Participation, role: TeamRole, hidden: list[str]
) -> None:
    signed_in(client, malinowa.edition, role)
    page = client.get(file_of(malinowa)).content.decode()

    menu = page.partition('class="tabs"')[2].partition("</nav>")[0]
    shown = [
        name for name in OF_FILE if f'href="{file_of(malinowa, name if name != "overview" else "")}"' in menu
    ]
    opened = [
        name
        for name in OF_FILE
        if client.get(file_of(malinowa, name if name != "overview" else "")).status_code == 200
    ]

    assert shown == opened == [name for name in OF_FILE if name not in hidden]


def test_a_role_in_another_edition_opens_nothing_of_this_one(
    client: "Client", malinowa: Participation
) -> None:
    """An organiser here who coordinates elsewhere still sees no documents of here."""
    user = signed_in(client, malinowa.edition, TeamRole.ORGANISER)
    elsewhere = an_edition()
    user.roles.create(role=TeamRole.COORDINATOR, edition=elsewhere, from_day=date(2026, 1, 1))

    assert client.get(file_of(malinowa, "documents")).status_code == 403


def test_the_path_shows_what_was_planned_and_received(client: "Client", malinowa: Participation) -> None:
    support = malinowa.supports.get().support
    step = Step(support=support, planned_minutes=600)
    make_plan(participation=malinowa, steps=[step], goal="", agreed_on=TEN.date(), by=a_user(), at=LATER)
    signed_in(client, malinowa.edition)

    page = words_at(client, file_of(malinowa, "path"))

    assert f"{support} – 10 godz. 2 godz." in page
    assert "Razem: 2 godz." in page


def test_the_goal_is_shown_when_asked_for_and_its_reading_is_logged(
    client: "Client", malinowa: Participation
) -> None:
    step = Step(support=malinowa.supports.get().support)
    said: dict[str, Any] = {"participation": malinowa, "steps": [step], "agreed_on": TEN.date()}
    make_plan(**said, goal="Praca w kuchni", by=a_user(), at=LATER)
    signed_in(client, malinowa.edition)

    pages = [words_at(client, file_of(malinowa, "path") + asked) for asked in ("", "?goal=1")]

    assert ["Praca w kuchni" in page for page in pages] == [False, True]
    assert list(Reading.objects.values_list("what", flat=True)) == ["participation.goal"]


def test_an_organiser_never_sees_the_goal(client: "Client", malinowa: Participation) -> None:
    step = Step(support=malinowa.supports.get().support)
    said: dict[str, Any] = {"participation": malinowa, "steps": [step], "agreed_on": TEN.date()}
    make_plan(**said, goal="Praca w kuchni", by=a_user(), at=LATER)
    signed_in(client, malinowa.edition, TeamRole.ORGANISER)

    page = words_at(client, f"{file_of(malinowa, 'path')}?goal=1")

    assert ("Praca w kuchni" in page, Reading.objects.count()) == (False, 0)


def test_each_paper_says_how_far_it_is(client: "Client", malinowa: Participation) -> None:
    record_exit(
        participation=malinowa,
        left_on=TEN.date(),
        reason=ExitReason.COMPLETED,
        path_completed=True,
        by=a_user(),
        at=LATER,
    )
    signed_in(client, malinowa.edition)

    page = client.get(file_of(malinowa, "documents")).content.decode()

    assert list(papers_in(page)) == [
        ("Umowa uczestnictwa", "zaczęte, niekompletne"),
        ("Oświadczenie przy wejściu", "zaczęte, niekompletne"),
        ("Plan ścieżki", "nie rozpoczęto"),
        ("Zakończenie udziału", "gotowe"),
        ("Pytanie po zakończeniu", "nie rozpoczęto"),
    ]


def test_the_indicators_say_because_of_what_and_what_is_missing(
    client: "Client", malinowa: Participation
) -> None:
    a_target(a_measure(malinowa.edition), malinowa.edition, total=10)
    signed_in(client, malinowa.edition)

    would, counts = words_at(client, file_of(malinowa, "indicators")).split("Liczy się", 1)

    assert "Osoby objęte wsparciem Warsztaty, pierwszy raz 3 marca 2026" in counts
    assert "EECO17 będzie znane: stopień urbanizacji" in would


def test_a_sensitive_indicator_is_for_few_and_its_reading_is_logged(
    client: "Client", malinowa: Participation
) -> None:
    signed_in(client, malinowa.edition, TeamRole.ACCOUNTANT)
    plain = words_at(client, file_of(malinowa, "indicators"))
    signed_in(client, malinowa.edition)
    told = words_at(client, file_of(malinowa, "indicators"))

    assert ["EECO12" in page for page in (plain, told)] == [False, True]
    assert list(Reading.objects.values_list("what", "why")) == [("indicators.file", "akta osoby")]


def test_sensitive_answers_are_shown_when_asked_for_and_the_history_tells_who_asked(
    client: "Client", malinowa: Participation
) -> None:
    SensitiveTraits.objects.update_or_create(person=malinowa.person, defaults={"homeless": "yes"})
    user = signed_in(client, malinowa.edition)

    closed, opened = (client.get(file_of(malinowa, "data"), asked) for asked in ({}, {"sensitive": "1"}))

    assert [b"<dd>tak</dd>" in page.content for page in (closed, opened)] == [False, True]
    assert user.name in words_at(client, file_of(malinowa, "history")).rpartition("Kto czytał")[2]


def test_looking_at_the_history_is_a_reading_too(client: "Client", malinowa: Participation) -> None:
    actions.declare_traits(person=malinowa.person, traits={"homeless": "yes"}, by=a_user(), at=LATER)
    signed_in(client, malinowa.edition)

    page = words_at(client, file_of(malinowa, "history"))

    assert ": tak" in page
    assert list(Reading.objects.values_list("what", "why")) == [("people.history", "historia akt")]


def test_who_may_not_read_the_answers_gets_none_by_asking(client: "Client", malinowa: Participation) -> None:
    signed_in(client, malinowa.edition, TeamRole.ORGANISER)

    page = words_at(client, file_of(malinowa, "data") + "?sensitive=1")

    assert "Odpowiedzi wrażliwe" not in page
    assert not Reading.objects.exists()


@pytest.mark.parametrize("section", OF_FILE[1:])
def test_a_section_asks_as_often_for_much_as_for_little(
    client: "Client", malinowa: Participation, section: str
) -> None:
    signed_in(client, malinowa.edition)
    address = file_of(malinowa, section)
    little = asked_for(client, address)

    for number in range(4):
        a_support_received(malinowa, source_id=1000 + number)
        Agreement.objects.create(participation=malinowa, number=f"A/{number}", signed_on=TEN.date())

    assert asked_for(client, address) == little
