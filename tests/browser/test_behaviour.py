"""What residents do without scripts, in a real browser."""

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import opened
from tests.browser.screens import Screen
from tests.browser.site import Site

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}
LOOK = Screen("look", "/en/wyglad/")


def test_the_chosen_look_is_kept_by_a_cookie_without_script(browser: Browser, site: Site) -> None:
    with opened(browser, site.url(LOOK), java_script_enabled=False) as (page, _):
        page.get_by_label("High contrast").check()
        page.get_by_label("A+").check()
        page.get_by_role("button", name="Save").click()

        assert page.get_by_role("status").inner_text().startswith("Saved.")
        page.goto(site.url(LOOK).replace("wyglad/", "nie-ma/"))
        assert page.locator("html").get_attribute("data-contrast") == "high"
        assert page.locator("body").get_attribute("data-size") == "lg"


def test_the_menu_of_languages_opens_on_a_phone_without_script(browser: Browser, site: Site) -> None:
    with opened(browser, site.url(LOOK), viewport=PHONE, java_script_enabled=False) as (page, _):
        page.get_by_role("button", name="Language").click()
        page.get_by_role("link", name="Українська").click()

        assert page.locator("html").get_attribute("lang") == "uk"
        assert page.url.endswith("/uk/wyglad/")


def test_a_page_that_is_not_there_leads_on_in_the_language_of_its_address(
    browser: Browser, site: Site
) -> None:
    with opened(browser, site.url(Screen("missing", "/en/nie-ma/"))) as (page, _):
        assert page.locator("h1").inner_text() == "There is no such page"
        assert page.get_by_role("main").get_by_role("link", name="Home page").count() == 1
