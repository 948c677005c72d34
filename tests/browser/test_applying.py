"""A resident applies on a phone, in Ukrainian, without scripts and without an account."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.chromium import opened
from tests.browser.screens import TOWN_HOST, Screen
from tests.browser.site import Site

pytestmark = pytest.mark.browser
PROGRAMME = Screen("programme", "/uk/programy/blisko-siebie/", host=TOWN_HOST)
READING = 2100  # milliseconds: who presses sooner is asked to press again
GO_ON = "Далі"


def test_a_resident_applies_on_a_phone_in_ukrainian(browser: Browser, site: Site) -> None:
    phone = {"width": 360, "height": 740}
    with opened(browser, site.url(PROGRAMME), viewport=phone, java_script_enabled=False) as (page, noise):
        page.get_by_role("link", name="Записатися через інтернет").click()
        page.wait_for_timeout(READING)
        page.get_by_role("button", name="Почати").click()
        page.get_by_label("себе").check()
        page.get_by_role("button", name=GO_ON).click()
        page.get_by_label("Ім'я").fill("Олена")
        page.get_by_label("Прізвище").fill("Коваль")
        page.get_by_role("button", name=GO_ON).click()
        for name, value in (("День", "17"), ("Місяць", "5"), ("Рік", "1980")):
            page.get_by_label(name).fill(value)
        page.get_by_label("жінка").check()
        page.get_by_label("країни поза Європейським Союзом").check()
        page.get_by_role("button", name=GO_ON).click()
        page.get_by_label("Номер телефону").fill("600 100 200")
        page.get_by_label("телефоном").check()
        page.get_by_role("button", name=GO_ON).click()
        page.get_by_role("button", name=GO_ON).click()
        page.get_by_role("radio").first.check()
        page.get_by_role("button", name=GO_ON).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Перевірте відповіді")
        expect(page.locator("dl")).to_contain_text("Олена Коваль")
        page.get_by_role("button", name="Надіслати заявку").click()

        expect(page.get_by_role("heading", level=1)).to_have_text("Заявку надіслано")
        expect(page.get_by_text("Z-", exact=False).first).to_be_visible()
        assert noise.heard == []
