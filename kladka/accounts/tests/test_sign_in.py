"""Signing in as people do it: with forms, over HTTP."""

import pytest
from django.conf import settings as project
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from kladka.accounts.actions import set_password
from kladka.accounts.models import SharedCache
from kladka.accounts.tests.builders import (
    MOMENT,
    PASSWORD,
    a_user,
    code_of,
    with_app,
    with_recovery_codes,
)
from kladka.audit.models import Entry
from kladka.municipalities.models import Municipality
from kladka.municipalities.queries import forget_directory, in_municipality

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.urls_with_work")]

SIGN_IN = "/desk/account/sign-in/"
CODE = "/desk/account/second-factor/code/"
FACTOR = "/desk/account/second-factor/"
OWN = "/desk/account/password/"
WORK = "/desk/work/"  # of tests/urls_with_work.py


@pytest.fixture(autouse=True)
def _as_in_real_life(settings: Settings) -> None:
    settings.SECOND_FACTOR_NEEDED = True


def sign_in(client: Client, email: str, password: str = PASSWORD, then: str = "") -> tuple[int, str]:
    """Status and where it leads."""
    answer = client.post(SIGN_IN, {"login": email, "password": password, "next": then})
    return answer.status_code, answer.headers.get("Location", "")


def said(client: Client, path: str, **posted: str) -> str:
    return client.post(path, posted).content.decode()


def test_the_address_of_sign_in_is_the_one_in_the_settings() -> None:
    assert reverse("account_login") == project.LOGIN_URL == SIGN_IN


def test_a_password_and_a_code_open_the_desk(client: Client) -> None:
    user = a_user()
    secret = with_app(user)

    assert sign_in(client, user.email.upper(), then=OWN) == (302, CODE)
    assert client.get(OWN).status_code == 302
    answer = client.post(CODE, {"code": code_of(secret)})

    assert (answer.status_code, answer.headers["Location"]) == (302, OWN)
    assert client.get(OWN).status_code == 200


def test_a_wrong_code_is_refused_and_a_recovery_code_opens_once(client: Client) -> None:
    user = a_user()
    with_app(user)
    first, *_ = with_recovery_codes(user)

    sign_in(client, user.email)
    assert "Kod jest nieprawidłowy" in said(client, CODE, code="000000")
    assert client.post(CODE, {"code": first}).status_code == 302
    client.post("/desk/account/sign-out/")
    sign_in(client, user.email)
    assert "Kod jest nieprawidłowy" in said(client, CODE, code=first)


def test_without_a_second_factor_every_page_leads_to_setting_one_up(client: Client) -> None:
    user = a_user()
    sign_in(client, user.email)

    assert client.get(WORK).headers["Location"] == FACTOR
    page = client.get(FACTOR)
    assert page.status_code == 200
    assert "Samo hasło tu nie wystarczy" in page.content.decode()


def test_setting_up_the_app_gives_recovery_codes_and_opens_the_desk(client: Client) -> None:
    user = a_user()
    sign_in(client, user.email)
    page = client.get("/desk/account/second-factor/app/")
    secret = page.context["form"].secret
    assert secret in page.content.decode()
    assert "Kod jest nieprawidłowy" in said(client, "/desk/account/second-factor/app/", code="000000")

    answer = client.post("/desk/account/second-factor/app/", {"code": code_of(secret)})

    assert answer.headers["Location"] == "/desk/account/second-factor/recovery/"
    codes = client.get("/desk/account/second-factor/recovery/").context["unused_codes"]
    assert len(codes) == 10
    assert client.get(WORK).status_code == 200


def test_the_secret_of_the_app_is_not_readable_in_the_database() -> None:
    user = a_user()
    secret = with_app(user)

    from allauth.mfa.models import Authenticator  # noqa: PLC0415 - only here

    assert secret not in str(Authenticator.objects.get(user_id=user.pk).data)


def an_hour_later(client: Client) -> None:
    """As if everything that this session proved had been proved an hour ago."""
    session = client.session
    for one in session["account_authentication_methods"]:
        one["at"] -= 3600
    session.save()


def test_turning_the_app_off_asks_who_it_is_and_closes_the_desk_at_once(client: Client) -> None:
    user = a_user()
    secret = with_app(user)
    sign_in(client, user.email)
    client.post(CODE, {"code": code_of(secret)})
    off = "/desk/account/second-factor/app/off/"
    an_hour_later(client)
    assert client.get(off).headers["Location"].startswith("/desk/account/confirm/")
    client.post(f"/desk/account/confirm/?next={off}", {"password": PASSWORD, "next": off})

    client.post(off)

    assert client.get(WORK).headers["Location"] == FACTOR


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(client: Client) -> None:
    user = a_user()

    first = said(client, SIGN_IN, login=user.email, password="wrong-quiet-words")
    second = said(client, SIGN_IN, login="nobody@example.org", password="wrong-quiet-words")

    sentence = "Adres e-mail lub hasło jest nieprawidłowe."
    assert sentence in first
    assert sentence in second
    assert "wrong-quiet-words" not in first


def test_after_five_failures_even_the_right_password_waits(client: Client) -> None:
    user = a_user()
    for _ in range(5):
        said(client, SIGN_IN, login=user.email, password="wrong-quiet-words")

    page = said(client, SIGN_IN, login=user.email, password=PASSWORD)

    assert "Za dużo prób" in page
    assert SharedCache.objects.exists()
    assert client.get(WORK).status_code == 302


def test_who_may_not_sign_in_is_told_so(client: Client) -> None:
    user = a_user(is_active=False)

    assert sign_in(client, user.email) == (302, "/desk/account/closed/")
    assert client.get("/desk/account/closed/").status_code == 200
    assert client.get(OWN).status_code == 302


def test_shutting_out_ends_an_open_session(client: Client) -> None:
    user = a_user()
    client.force_login(user)
    assert client.get(FACTOR).status_code == 200
    user.is_active = False
    user.save()

    assert client.get(FACTOR).status_code == 302


def test_a_password_is_changed_by_oneself_and_ends_other_sessions(client: Client) -> None:
    user, other = a_user(), Client(SERVER_NAME="test.localhost")
    sign_in(client, user.email)
    other.force_login(user)

    new = {"oldpassword": PASSWORD, "password1": "three-other-words", "password2": "three-other-words"}
    assert "To nie jest Twoje obecne hasło." in said(client, OWN, **{**new, "oldpassword": "x"})
    assert client.post(OWN, new).status_code == 302

    user.refresh_from_db()
    assert user.check_password("three-other-words")
    assert client.get(FACTOR).status_code == 200
    assert other.get(FACTOR).status_code == 302
    assert Entry.objects.get(verb="accounts.password_set").actor_id == user.pk


def test_a_password_set_by_somebody_else_ends_the_session(client: Client) -> None:
    user = a_user()
    client.force_login(user)
    set_password(user=user, password="three-other-words", by=a_user("Adam"), at=MOMENT)

    assert client.get(FACTOR).status_code == 302


def test_signing_out_closes_the_desk(client: Client) -> None:
    user = a_user()
    client.force_login(user)

    assert client.post("/desk/account/sign-out/").headers["Location"] == SIGN_IN
    assert client.get(FACTOR).status_code == 302


def test_an_expired_session_answers_a_script_with_401(client: Client) -> None:
    answer = client.get(FACTOR, headers={"HX-Request": "true"})

    assert (answer.status_code, answer.headers["HX-Redirect"]) == (401, f"{SIGN_IN}?next={FACTOR}")


def test_a_session_ends_with_the_browser_and_after_a_working_day(client: Client) -> None:
    sign_in(client, a_user().email)

    assert client.cookies["sessionid"]["max-age"] == ""
    assert client.session.get_expiry_age() == 8 * 60 * 60


def test_sign_in_never_leads_to_another_site(client: Client) -> None:
    user = a_user()

    assert sign_in(client, user.email, then="https://example.com/") == (302, "/desk/")


def test_a_user_of_another_municipality_is_nobody_here(
    client: Client, other_municipality: Municipality
) -> None:
    with in_municipality(other_municipality.schema_name):
        user = a_user()
        there = a_user()
    elsewhere = Client(SERVER_NAME="other.localhost")
    with in_municipality(other_municipality.schema_name):
        elsewhere.force_login(there)
    assert sign_in(client, user.email)[0] == 200

    client.cookies["sessionid"] = elsewhere.cookies["sessionid"].value
    assert client.get(FACTOR).status_code == 302


@pytest.mark.parametrize(
    ("is_demo", "said_so", "leads_to"),
    [(True, "plain", ""), (True, "", FACTOR), (False, "plain", FACTOR)],
)
def test_only_a_demo_that_says_so_asks_for_a_password_alone(
    client: Client,
    settings: Settings,
    municipality: Municipality,
    said_so: str,
    leads_to: str,
    *,
    is_demo: bool,
) -> None:
    Municipality.objects.filter(pk=municipality.pk).update(is_demo=is_demo)
    forget_directory()
    settings.DEMO_SIGN_IN = said_so
    sign_in(client, a_user().email)

    answer = client.get(WORK)

    assert answer.headers.get("Location", "") == leads_to
    forget_directory()


def test_nobody_can_sign_up(client: Client) -> None:
    assert client.get("/desk/account/signup/").status_code == 404


@pytest.mark.parametrize("path", ["", "app/", "passkeys/", "passkeys/add/"])
def test_the_pages_of_the_second_factor_are_in_our_clothes(client: Client, path: str) -> None:
    client.force_login(a_user())

    page = client.get(FACTOR + path)

    assert page.status_code == 200
    assert "desk/base.html" in [one.name for one in page.templates]
    assert "unsafe" not in page.headers["Content-Security-Policy"]


def test_the_page_of_sign_in_asks_for_what_is_missing(client: Client) -> None:
    page = said(client, SIGN_IN, login="anna", password="")

    assert 'class="ds-error-summary"' in page


def test_too_many_requests_get_a_page_with_a_way_on(client: Client) -> None:
    for _ in range(31):
        answer = client.post(SIGN_IN, {"login": "a@example.org", "password": ""})

    assert answer.status_code == 429
    assert "Za dużo prób" in answer.content.decode()
