"""Signing in with a passkey, on an authenticator that Chromium pretends to have."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import Noise, opened
from tests.browser.fill import NEWCOMER, PASSWORD
from tests.browser.screens import Screen
from tests.browser.site import Site

pytestmark = pytest.mark.browser
SIGN_IN = Screen("sign-in", "/desk/account/sign-in/", "visitor")
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def with_device(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})


def sign_in(page: Page) -> None:
    page.get_by_label("E-mail").fill(NEWCOMER)
    page.get_by_label("Hasło").fill(PASSWORD)
    page.get_by_role("button", name="Zaloguj się", exact=True).click()


def complaints(noise: Noise) -> list[str]:
    """What the strict policy or the scripts complained of; a page that is not there yet is another matter."""
    return [one for one in noise.heard if "404" not in one]


def test_a_newcomer_adds_a_passkey_and_signs_in_with_it_alone(browser: Browser, site: Site) -> None:
    with opened(browser, site.url(SIGN_IN)) as (page, noise):
        with_device(page)
        sign_in(page)
        page.goto(site.url(Screen("users", "/desk/users/", "staff")))
        assert page.locator("h1").inner_text() == "Drugi składnik logowania"

        page.get_by_role("link", name="Dodaj klucz dostępu").click()
        page.get_by_label("Loguj mnie samym kluczem dostępu").check()
        page.get_by_role("button", name="Dodaj klucz dostępu").click()
        page.wait_for_url("**/recovery/")
        assert page.locator("code").count() == 10

        page.get_by_role("button", name="Wyloguj się").click()
        page.get_by_role("button", name="Zaloguj się kluczem dostępu").click()
        page.wait_for_url(lambda url: "account" not in url)
        page.goto(site.url(Screen("second-factor", "/desk/account/second-factor/", "staff")))
        assert page.get_by_text("Klucz dostępu 1").count() == 1
        assert complaints(noise) == []
