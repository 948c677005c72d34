"""Every screen of the table, with all checks."""

import subprocess
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from kladka.core.node import node
from tests.browser.budget import first_visit_over_budget
from tests.browser.chromium import Window, opened
from tests.browser.screen_checks import faults
from tests.browser.screens import SCREENS, Screen
from tests.browser.site import Site

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_a_screen_has_no_faults(window: Window, site: Site, screen: Screen) -> None:
    assert faults(window, site.url(screen), site.cookies(screen), who=screen.who) == []


@pytest.mark.parametrize("name", ["home", "programme", "programme-en", "programme-uk", "people", "today"])
def test_a_first_visit_loads_the_fonts_of_its_letters_and_no_others(
    browser: Browser, site: Site, name: str
) -> None:
    screen = next(one for one in SCREENS if one.name == name)
    with opened(browser, site.url(screen), cookies=site.cookies(screen)) as (page, _):
        assert first_visit_over_budget(page) == []


def test_the_markup_of_every_screen_is_valid(site: Site, tmp_path: Path) -> None:
    for screen in SCREENS:
        (tmp_path / f"{screen.name}.html").write_bytes(markup(site, screen))

    tool = ROOT / "node_modules/html-validate/bin/html-validate.mjs"
    command = [node(), str(tool), "-c", str(ROOT / ".htmlvalidate.json"), "-f", "text", str(tmp_path)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (said.stdout + said.stderr, said.returncode) == ("", 0)


def markup(site: Site, screen: Screen) -> bytes:
    """What the server sends, before a browser makes its own tree of it."""
    address = site.url(screen)
    host = urlsplit(address).netloc
    cookies = "; ".join(f"{name}={value}" for name, value in site.cookies(screen).items())
    with closing(HTTPConnection("127.0.0.1", site.port)) as connection:
        connection.request("GET", address.partition(host)[2], headers={"Host": host, "Cookie": cookies})
        return connection.getresponse().read()
