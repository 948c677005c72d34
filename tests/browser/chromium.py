"""One way to start Chromium, for the checks and for the pictures."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

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
    options.setdefault("viewport", WINDOW)
    context = browser.new_context(locale="pl-PL", **options)
    context.add_cookies([_cookie(url, name, value) for name, value in all_cookies(look, cookies).items()])
    page, noise = context.new_page(), Noise()
    # An error page reports its own status to the console: that is no fault of the page.
    page.on(
        "console",
        lambda said: (
            noise.heard.append(said.text) if said.type == "error" and said.location["url"] != url else None
        ),
    )
    page.on("pageerror", lambda error: noise.heard.append(str(error)))
    page.goto(url)
    page.evaluate("document.fonts.ready")
    yield page, noise
    context.close()


def all_cookies(look: Look | None, cookies: dict[str, str] | None) -> dict[str, str]:
    chosen = {"look": urlencode(vars(look))} if look else {}
    return {**chosen, **(cookies or {})}


def open_again(page: Page, url: str, look: Look) -> None:
    """The same page in the same window, as another reader's cookie wants it."""
    page.context.add_cookies([_cookie(url, name, value) for name, value in all_cookies(look, None).items()])
    page.set_viewport_size(WINDOW)
    page.goto(url)
    page.evaluate("document.fonts.ready")


def _cookie(url: str, name: str, value: str) -> Any:
    return {"name": name, "value": value, "domain": urlsplit(url).hostname, "path": "/"}
