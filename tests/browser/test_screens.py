"""Every screen of the table, with all checks; about eight seconds each."""

import gzip
import re
import subprocess
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Response

from kladka.core.node import node
from tests.browser.chromium import opened
from tests.browser.screen_checks import faults
from tests.browser.screens import SCREENS, Screen
from tests.browser.site import Site

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
KB = 1024
MOST_REQUESTS = 10
CYRILLIC, CYRILLIC_FONT = re.compile("[\u0400-\u04ff]"), 17 * KB
MOST_HTML, MOST_CSS, MOST_FONTS = 25 * KB, 36 * KB, 45 * KB
MOST_SCRIPTS = {"resident": 1 * KB, "visitor": 8 * KB, "staff": 16 * KB}

every_screen = pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)


@every_screen
def test_a_screen_has_no_faults(browser: Browser, site: Site, screen: Screen) -> None:
    found = faults(browser, site.url(screen), site.cookies(screen), scripts=screen.who != "resident")

    assert found == []


@every_screen
def test_a_screen_keeps_its_budget(browser: Browser, site: Site, screen: Screen) -> None:
    seen = received(browser, site, screen)

    assert len(seen) <= MOST_REQUESTS
    assert weight(seen, "text/html") <= MOST_HTML
    assert weight(seen, "text/css") <= MOST_CSS
    assert weight(seen, "font/woff2") <= MOST_FONTS + (CYRILLIC_FONT if speaks_cyrillic(screen, seen) else 0)
    assert weight(seen, "javascript") <= MOST_SCRIPTS[screen.who]


def speaks_cyrillic(screen: Screen, seen: list[tuple[str, bytes]]) -> bool:
    """In Ukrainian, or at the desk with a name in its script; there no menu names the language."""
    page = next(content for kind, content in seen if kind.startswith("text/html"))
    return "uk" in screen.name or (screen.who == "staff" and bool(CYRILLIC.search(page.decode())))


def received(browser: Browser, site: Site, screen: Screen) -> list[tuple[str, bytes]]:
    """Kind and content of everything that a first visit loads."""
    answers: list[Response] = []
    with opened(browser, "about:blank") as (page, _):
        page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright marks what it is given
        page.context.add_cookies(
            [
                {"name": name, "value": value, "url": site.url(screen)}
                for name, value in site.cookies(screen).items()
            ]
        )
        page.goto(site.url(screen))
        page.evaluate("document.fonts.ready")
        return [(answer.headers.get("content-type", ""), answer.body()) for answer in answers]


def weight(seen: list[tuple[str, bytes]], kind: str) -> int:
    """Compressed, as a reader receives it; fonts are compressed already."""
    bodies = [body for said, body in seen if kind in said]
    return sum(len(body) if kind == "font/woff2" else len(gzip.compress(body)) for body in bodies)


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
