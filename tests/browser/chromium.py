"""One way to start Chromium, for the checks and for the pictures."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Response, ViewportSize, sync_playwright

WINDOW: ViewportSize = {"width": 1280, "height": 900}
NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def program() -> str | None:
    """The system's own Chromium, or the one named by KLADKA_CHROMIUM."""
    return os.environ.get("KLADKA_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def chromium(path: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, headless=True, args=FLAGS)
        yield browser
        browser.close()


@dataclass(frozen=True)
class Look:
    """What the reader's cookie says: dark and contrast are attributes of the page, not of the device."""

    size: str = ""
    scheme: str = "auto"
    contrast: int = 0


@dataclass
class Noise:
    """What a page complains of: refused by the policy, missing files, errors of scripts."""

    heard: list[str] = field(default_factory=list)


@dataclass
class Window:
    """One window in which one screen after another is shown: a new one costs more than all checks of a screen."""

    page: Page
    size: ViewportSize
    url: str = ""
    noise: Noise = field(default_factory=Noise)

    def __post_init__(self) -> None:
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.noise.heard.append(str(error)))

    def _hear(self, said: ConsoleMessage) -> None:
        # An error page reports its own status to the console: that is no fault of the page.
        if said.type == "error" and said.location["url"] != self.url:
            self.noise.heard.append(said.text)

    def show(
        self, url: str, *, look: Look | None = None, cookies: dict[str, str] | None = None
    ) -> Response | None:
        """As somebody sees it who has these cookies and no others; its fonts loaded."""
        self.url = url
        self.page.context.clear_cookies()
        self.page.context.add_cookies(
            [_cookie(url, name, value) for name, value in all_cookies(look, cookies).items()]
        )
        self.page.set_viewport_size(self.size)
        answer = self.page.goto(url)
        self.page.evaluate("document.fonts.ready")
        return answer


@contextmanager
def window(browser: Browser, *, viewport: ViewportSize = WINDOW, **options: Any) -> Iterator[Window]:
    """Open one, and close it."""
    context = browser.new_context(locale="pl-PL", viewport=viewport, **options)
    yield Window(context.new_page(), viewport)
    context.close()


@contextmanager
def opened(
    browser: Browser,
    url: str,
    *,
    look: Look | None = None,
    cookies: dict[str, str] | None = None,
    **options: Any,
) -> Iterator[tuple[Page, Noise]]:
    """A page in a window of its own, its fonts loaded."""
    with window(browser, **options) as own:
        own.show(url, look=look, cookies=cookies)
        yield own.page, own.noise


def all_cookies(look: Look | None, cookies: dict[str, str] | None) -> dict[str, str]:
    chosen = {"look": urlencode(vars(look))} if look else {}
    return {**chosen, **(cookies or {})}


def _cookie(url: str, name: str, value: str) -> Any:
    return {"name": name, "value": value, "domain": urlsplit(url).hostname, "path": "/"}
