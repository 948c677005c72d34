"""Components by themselves: every page of the gallery with all checks, and what htmx does with a list."""

import os
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import Window, opened
from tests.browser.screen_checks import axe_faults, faults
from tests.browser.screens import Screen
from tests.browser.serving import served

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}
PAGES = ["/", "/application/", "/missing/", "/broken/", "/desk/", "/desk/indicators/", "/desk/missing/"]
WITHOUT_CONNECTION = "without a connection"


@pytest.fixture(scope="module")
def gallery() -> Iterator[str]:
    with served("tests.browser.gallery.wsgi:application", os.environ) as port:
        yield f"http://127.0.0.1:{port}"


def search(page: Page) -> None:
    page.get_by_label("Search for a person", exact=True).fill("żur")


def ask_instead(page: Page, address: str) -> None:
    page.evaluate("(a) => document.getElementById('filters').setAttribute('data-hx-get', a)", address)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_the_gallery_has_no_faults(window: Window, gallery: str, path: str) -> None:
    screen = Screen("gallery", path, "staff" if path.startswith("/desk/") else "resident")
    assert faults(window, gallery + path, {}, who=screen.who) == []


def test_a_refused_form_takes_the_focus_leads_to_the_field_and_keeps_what_was_typed(
    browser: Browser, gallery: str
) -> None:
    with opened(browser, f"{gallery}/application/", java_script_enabled=False) as (page, _):
        page.locator("#id_phone").fill("32 OOO")
        page.get_by_role("button", name="Continue").click()

        page.locator(".ds-error-summary:focus").wait_for()
        assert page.title().startswith("Error: ")
        assert page.locator("#id_phone").input_value() == "32 OOO"
        page.get_by_role("link", name="Choose how we shall answer").click()
        assert page.url.endswith("#id_contact_0")


def test_a_refused_form_has_no_faults_of_axe(browser: Browser, gallery: str) -> None:
    with opened(browser, f"{gallery}/application/") as (page, _):
        page.get_by_role("button", name="Continue").click()
        page.locator(".ds-error-summary").wait_for()

        assert axe_faults(page) == []


def test_live_search_asks_once_and_keeps_the_focus_and_the_status(browser: Browser, gallery: str) -> None:
    with opened(browser, f"{gallery}/desk/") as (page, noise):
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url) if "q=" in request.url else None)
        page.evaluate("window.status_element = document.getElementById('count')")

        page.get_by_label("Search for a person", exact=True).press_sequentially("żur", delay=60)
        page.get_by_role("status").get_by_text("5\u00a0people").wait_for()

        assert len(asked) == 1
        assert page.evaluate("document.activeElement.id") == "id_q"
        # Morphed and not replaced, or screen readers would not announce the new number.
        assert page.evaluate("window.status_element === document.getElementById('count')")
        assert "q=" in page.url
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
        assert noise.heard == []


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/broken/", "That did not work. Try again in a moment."),
        ("/desk/missing/", "There is no such page, or you have no access to it."),
        (WITHOUT_CONNECTION, "That did not work: there is no connection."),
    ],
)
def test_a_failed_request_says_so_and_keeps_the_list(
    browser: Browser, gallery: str, address: str, said: str
) -> None:
    with opened(browser, f"{gallery}/desk/") as (page, _):
        if address == WITHOUT_CONNECTION:
            page.context.set_offline(offline=True)
        else:
            ask_instead(page, address)
        search(page)

        page.get_by_role("alert").get_by_text(said).wait_for()
        assert page.locator("tbody tr").count() == 12
        assert "q=" not in page.url


def test_a_session_that_is_over_leads_to_the_sign_in(browser: Browser, gallery: str) -> None:
    with opened(browser, f"{gallery}/desk/") as (page, _):
        ask_instead(page, "/desk/expired/")
        search(page)

        page.wait_for_url(re.compile("/sign-in/"))
        assert page.locator("h1").inner_text() == "Sign in"


def test_the_search_works_without_script(browser: Browser, gallery: str) -> None:
    with opened(browser, f"{gallery}/desk/", java_script_enabled=False) as (page, _):
        search(page)
        page.get_by_role("button", name="Filter", exact=True).click()

        assert page.locator("tbody tr").count() == 5


def test_the_menu_of_the_desk_opens_on_a_phone_without_script(browser: Browser, gallery: str) -> None:
    with opened(browser, f"{gallery}/desk/", viewport=PHONE, java_script_enabled=False) as (page, _):
        page.get_by_role("button", name="Menu", exact=True).click()

        assert page.get_by_role("link", name="Documents").is_visible()
