"""Wrong input, as people send it: one clear sentence, and nothing that was typed is lost.

Beside these: a PESEL with a wrong digit, of the other sex, of another century, zero bytes and names of 300 letters
(people/tests/test_views.py); a PESEL already in the edition, a role that ended yesterday
(recruitment/tests/test_views.py); a role without right (tests/test_routes.py); a host that nobody owns
(municipalities/tests/test_middleware.py); a lost database (municipalities/tests/test_pool.py); a tick by two at once
(activities/tests/test_at_once.py); a room that is taken (activities/tests/test_session_pages.py).
"""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import override

from kladka.activities import errors as activity_errors
from kladka.activities.models import Attendance, GroupMembership, Session
from kladka.activities.tests.builders import TEN, a_meeting
from kladka.core.errors import DomainError
from kladka.definitions.tests.builders import A_FILE
from kladka.participation.models import Participation
from kladka.people import errors
from kladka.people.models import Person
from kladka.people.tests.builders import a_pesel
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Amendment, Edition
from kladka.programmes.tests.builders import a_role, a_user, an_edition

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_april", "worker")]
TODAY = (TEN + timedelta(days=40)).date()
BORN = date(1980, 5, 17)
NEW_PERSON = "/desk/people/new/"


@pytest.fixture
def in_april(settings: Any) -> None:
    settings.CLOCK = TODAY


@pytest.fixture
def edition(db: None) -> Edition:  # noqa: ARG001
    return an_edition()


@pytest.fixture
def worker(client: Client, edition: Edition) -> None:
    user = a_user()
    a_role(user, TeamRole.SOCIAL_WORKER, edition)
    client.force_login(user)


def in_polish(error: type[DomainError], *said: Any, **named: Any) -> str:
    """The sentence as the desk says it."""
    with override("pl"):
        return str(escape(str(error(*said, **named))))


def a_form(edition: Edition, **given: str) -> dict[str, Any]:
    who = {"last_name": "Łąkowa", "first_name": "Ewa", "citizenship": "polish", "language": "pl"}
    return {"edition": edition.pk, **who, "phone": "600 100 200", **given}


@pytest.mark.parametrize(
    ("given", "refusal", "said"),
    [
        ({"pesel": "123"}, errors.PeselMalformed, ()),
        ({"last_name": "Łą\u202ekowa"}, errors.HiddenCharacter, (3,)),
    ],
)
def test_a_wrong_person_is_answered_with_one_sentence_and_the_form_comes_back_full(
    client: Client, edition: Edition, given: dict[str, str], refusal: type[DomainError], said: tuple[Any, ...]
) -> None:
    answer = client.post(NEW_PERSON, a_form(edition, **({"pesel": a_pesel(BORN)} | given)))

    page = answer.content.decode()
    assert (answer.status_code, Person.objects.count()) == (422, 0)
    assert in_polish(refusal, *said) in page
    assert 'value="600 100 200"' in page


def test_a_field_of_ten_megabytes_is_answered_before_any_form_reads_it(
    client: Client, edition: Edition
) -> None:
    answer = client.post(NEW_PERSON, a_form(edition, last_name="a" * 10_000_000))

    assert (answer.status_code, Person.objects.count()) == (400, 0)
    assert "<h1" in answer.content.decode()


@pytest.mark.parametrize(
    "page",
    [
        "/desk/people/?q=%00",
        "/desk/people/?edition=%00",
        "/desk/search/?q=%00",
        "/desk/sessions/?edition=%00&state=%00",
        "/desk/applications/?q=%00&edition=%00",
        "/desk/programmes/{key}/?edition=%00",
        "/desk/programmes/{key}/indicators/?edition=%00",
        "/desk/programmes/{key}/official-file/?edition=%00",
        "/szukaj/?q=%00",
        "/kalendarz/?month=%00",
        "/programy/%00/",
    ],
)
def test_a_zero_byte_in_an_address_finds_nothing_and_breaks_nothing(
    client: Client, edition: Edition, page: str
) -> None:
    answer = client.get(page.format(key=edition.programme.key))

    assert answer.status_code in {200, 302, 403, 404, 422}


def post_tick(client: Client, session: Session, *people: Participation) -> tuple[int, str]:
    said = {f"mark-{one.pk}": "present" for one in people} | {f"was-{one.pk}": "" for one in people}
    answer = client.post(reverse("activities:attendance", args=[session.pk]), said)
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize(
    ("days", "refusal", "said"),
    [
        ({"starts": date(2026, 3, 4)}, activity_errors.BeforeEdition, {"first_day": date(2026, 3, 4)}),
        ({"ends": date(2026, 3, 2)}, activity_errors.AfterEdition, {"last_day": date(2026, 3, 2)}),
    ],
)
def test_attendance_outside_the_edition_is_refused_and_keeps_what_was_ticked(
    client: Client, edition: Edition, days: Any, refusal: type[DomainError], said: Any
) -> None:
    session, (ana, jan) = a_meeting(edition, "Agrestowa", "Bratkowa")
    Edition.objects.filter(pk=edition.pk).update(**days)

    status, page = post_tick(client, session, ana, jan)

    assert (status, Attendance.objects.count()) == (422, 0)
    assert in_polish(refusal, **said) in page
    assert page.count('value="present" checked') == 2


def test_attendance_between_the_agreed_end_and_the_amended_one_is_saved(
    client: Client, edition: Edition
) -> None:
    session, (ana,) = a_meeting(edition, "Agrestowa")
    Edition.objects.filter(pk=edition.pk).update(ends=date(2026, 3, 2))
    Amendment.objects.create(edition=edition, key="longer", signed=date(2026, 3, 1), ends=date(2029, 12, 31))

    status, _page = post_tick(client, session, ana)

    assert (status, Attendance.objects.count()) == (302, 1)


def test_attendance_of_a_session_that_has_not_begun_is_refused(client: Client, edition: Edition) -> None:
    session, (ana,) = a_meeting(edition, "Agrestowa")
    later = TEN + timedelta(days=60)
    Session.objects.filter(pk=session.pk).update(starts_at=later, ends_at=later + timedelta(hours=2))

    status, page = post_tick(client, session, ana)

    opens_at = later - timedelta(minutes=30)
    assert (status, Attendance.objects.count()) == (422, 0)
    assert in_polish(activity_errors.RegisterNotYetOpen, opens_at=opens_at) in page


def test_a_mark_for_somebody_who_is_not_on_the_list_any_more_is_not_dropped_silently(
    client: Client, edition: Edition
) -> None:
    session, (ana, jan) = a_meeting(edition, "Agrestowa", "Bratkowa")
    GroupMembership.objects.filter(participation=jan).delete()

    status, page = post_tick(client, session, ana, jan)

    assert (status, Attendance.objects.count()) == (422, 0)
    assert in_polish(activity_errors.ListHasChanged) in page
    assert page.count('value="present" checked') == 1


BUDGET = """
[[budgets]]
key = "agreement"
edition = "first"
currency = "PLN"
total = "1000.00"
[[yearly_amounts]]
key = "first-year"
budget = "agreement"
year = 2024
amount = "999.99"
"""


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (A_FILE.replace("regime", "regmie").encode(), "line 9, editions"),
        (A_FILE.replace("2025-12-31", '"31.12.2025"').encode(), "line 11, editions"),
        (
            (A_FILE + BUDGET).encode(),
            "the years make 999.99, the whole is 1000.00: correct one of them by 0.01",
        ),
        (A_FILE.encode("utf-16"), "UTF-8"),
        (b"Imie;Nazwisko;PESEL\r\nEwa;Lakowa;1\r\n", "This is a table of values (CSV)"),
    ],
)
def test_a_wrong_programme_file_is_answered_with_its_line_and_what_to_write(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    file = tmp_path / "programme.toml"
    file.write_bytes(content)

    with pytest.raises(CommandError) as refusal:
        call_command("programme", "check", str(file))

    assert sentence in str(refusal.value)
