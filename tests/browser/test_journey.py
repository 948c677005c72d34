"""One tick, followed through the whole product as people follow it: resident, social worker, coordinator."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from kladka.demo.staff import PASSWORD
from tests.browser.chromium import opened
from tests.browser.screen_checks import axe_faults, in_the_markup
from tests.browser.screens import NATIONAL_HOST, TOWN_HOST, Screen
from tests.browser.site import Site
from tests.browser.town import COORDINATOR, WORKER

pytestmark = pytest.mark.browser
PROGRAMME, GROUP = "Blisko siebie w Przykładowie", "Trening kompetencji społecznych"
PUBLIC = Screen("programme", "/programy/blisko-siebie/", host=TOWN_HOST)
TODAY = Screen("today", "/desk/", "visitor", host=TOWN_HOST)
NATIONAL = Screen("national", "/", host=NATIONAL_HOST)
NOT_YET = "jeszcze przed pierwszymi zajęciami"


@dataclass(frozen=True)
class Walk:
    """One way through the product: on this screen, with scripts or without."""

    browser: Browser
    site: Site
    width: int
    scripts: bool

    @contextmanager
    def at(self, screen: Screen) -> Iterator[Page]:
        """A window of one person, opened here."""
        size = {"width": self.width, "height": 740}
        address = self.site.url(screen)
        with opened(self.browser, address, viewport=size, java_script_enabled=self.scripts) as (page, noise):
            yield page
            assert noise.heard == []

    @contextmanager
    def signed_in(self, login: str) -> Iterator[Page]:
        with self.at(TODAY) as page:
            page.get_by_label("E-mail").fill(login)
            page.get_by_label("Hasło").fill(PASSWORD)
            page.get_by_role("button", name="Zaloguj się", exact=True).click()
            expect(page.locator("h1")).to_have_text("Dziś")
            yield page

    def to(self, screen: Screen, page: Page) -> None:
        page.goto(self.site.url(screen))

    @property
    def is_whole(self) -> bool:
        """On the office's screen everything is looked at; the other ways go the essential line."""
        return self.scripts and self.width > 1000

    def look(self, page: Page) -> None:
        """What stands on this page after what was done."""
        if self.is_whole:
            assert [*axe_faults(page), *in_the_markup(page, scripts=True)] == []
            page.evaluate("document.documentElement.dataset.colorScheme = 'dark'")
            assert axe_faults(page) == []

    def published(self, page: Page) -> int:
        """How many people the public page says were reached."""
        self.to(PUBLIC, page)
        reached = page.locator("section").filter(has=page.get_by_role("heading", name="Co już osiągnięto"))
        return number(reached.locator("dd").first)


def number(found: Locator) -> int:
    return int(re.sub(r"\D", "", found.inner_text()))


def find_programme(walk: Walk, page: Page) -> None:
    page.get_by_label("Czego szukasz?").fill("blisko siebie")
    page.get_by_role("button", name="Szukaj").click()
    page.locator("section.town", has_text="Przykładowo").get_by_role("link", name=PROGRAMME).click()

    expect(page).to_have_url(walk.site.url(PUBLIC))
    expect(page.locator("h1")).to_have_text(PROGRAMME)


def open_list(page: Page) -> None:
    today = page.get_by_role("listitem").filter(has_text=GROUP)
    today.get_by_role("link", name=re.compile("Sprawdź obecność|Lista obecności")).click()
    expect(page.locator("h1")).to_have_text(GROUP)


def open_sheet(page: Page) -> Locator:
    """From Today to the row of the one who has not come yet."""
    open_list(page)
    return page.get_by_role("group").filter(has_text=NOT_YET)


def tick(walk: Walk, page: Page) -> str:
    """Tick who has not come yet; the name of that person."""
    row = open_sheet(page)
    name = row.locator("legend").inner_text().removesuffix(NOT_YET).strip()
    row.get_by_text("Jest", exact=True).click()
    page.get_by_role("button", name="Zapisz listę").click()
    expect(page.get_by_role("status")).to_contain_text(f"{name}: udział od 11 czerwca 2026")
    walk.look(page)
    return name


def see_file_of(walk: Walk, page: Page, name: str) -> None:
    """The person's file says since when; the participation keeps what was true on that day."""
    walk.to(Screen("person", "/desk/people/{person}/", host=TOWN_HOST), page)
    expect(page.locator("h1")).to_have_text(name)
    expect(page.locator("main")).to_contain_text("w programie od 11 czerwca 2026")
    walk.look(page)
    page.get_by_role("link", name="Umowa, dane przy wejściu, plan i wsparcie").click()
    history = page.get_by_role("table", name="Historia danych na wejściu").get_by_role("row").last
    expect(history).to_contain_text("pierwsze wsparcie")
    expect(history).to_contain_text("teraz")
    walk.look(page)


def open_indicator(walk: Walk, page: Page, name: str) -> None:
    """From Today to the programme, its indicators, the people of the first, and why this one counts."""
    page.get_by_role("main").get_by_role("link", name="Do programu").click()
    page.get_by_role("main").get_by_role("link", name="Wskaźniki").click()
    page.get_by_role("row").filter(has_text="EECO01").locator("td b a").click()
    line = page.get_by_role("row").filter(has_text=name)
    expect(line).to_contain_text(f"{GROUP}, pierwszy raz 11 czerwca 2026")
    walk.look(page)
    line.get_by_role("link", name=name).click()
    expect(page.get_by_role("main")).to_contain_text(name)


def official_rows(walk: Walk, page: Page, name: str) -> list[str]:
    """The rows of this person in the file that the button makes."""
    walk.to(Screen("file", "/desk/programmes/blisko-siebie/official-file/", host=TOWN_HOST), page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Utwórz i pobierz plik").click()
    page.reload()
    expect(page.get_by_role("table", name="Utworzone pliki").get_by_role("row")).not_to_have_count(0)
    walk.look(page)
    content = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    surname, first_name = name.rsplit(" ", 1)
    return [row for row in content.split("\r\n") if f";{first_name};{surname};" in row]


def take_back(page: Page, name: str) -> None:
    open_list(page)
    page.get_by_text("Cofnij zaznaczenie").click()
    page.get_by_label(name).check()
    page.get_by_role("button", name="Zapisz listę").click()
    expect(page.get_by_role("status")).to_contain_text("Zapisano listę")
    expect(page.get_by_role("group").filter(has_text=NOT_YET)).to_contain_text(name)


@pytest.mark.parametrize("scripts", ["with scripts", "without scripts"])
@pytest.mark.parametrize("width", [1366, 360])
def test_one_tick_reaches_the_indicator_the_file_and_the_public_page(
    browser: Browser, site: Site, width: int, scripts: str
) -> None:
    walk = Walk(browser, site, width, scripts == "with scripts")
    with walk.at(NATIONAL) as resident, walk.signed_in(WORKER) as worker:
        find_programme(walk, resident)
        before = walk.published(resident)
        name = tick(walk, worker)
        if walk.is_whole:
            see_file_of(walk, worker, name)
        with walk.signed_in(COORDINATOR) as coordinator:
            open_indicator(walk, coordinator, name)
            (row,) = official_rows(walk, coordinator, name)
        with_tick = walk.published(resident)
        walk.to(TODAY, worker)
        take_back(worker, name)

        assert ";2026-06-11;" in row
        assert (with_tick, walk.published(resident)) == (before + 1, before)
