"""What a screen weighs, as a reader receives it."""

import gzip
import re
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page, Response

from tests.browser.screens import Who

KB = 1024
MOST_REQUESTS, MOST_HTML, MOST_CSS = 10, 25 * KB, 36 * KB
MOST_SCRIPTS: dict[Who, int] = {"resident": 1 * KB, "visitor": 8 * KB, "staff": 16 * KB}
MOST_FONTS, CYRILLIC, CYRILLIC_FONT = 45 * KB, re.compile("[\u0400-\u04ff]"), 17 * KB
LOADED = """() => performance.getEntriesByType("resource").map(
    (one) => ({ kind: new URL(one.name).pathname.split(".").pop(), bytes: one.encodedBodySize }))"""


def over_budget(page: Page, answer: Response | None, *, who: Who) -> Iterator[str]:
    """Each limit that is passed, in words. Fonts are left out: a window remembers those of the screens before."""
    assert answer is not None
    yield from too_many(1 + sum(one["kind"] != "woff2" for one in page.evaluate(LOADED)))
    yield from heavier("HTML", len(gzip.compress(answer.body())), MOST_HTML)
    yield from heavier("style", weight(page, "css"), MOST_CSS)
    yield from heavier("scripts", weight(page, "js"), MOST_SCRIPTS[who])


def first_visit_over_budget(page: Page) -> list[str]:
    """In a new window, with the fonts; Ukrainian, or somebody's name in its letters, needs one of its own."""
    has_cyrillic = bool(CYRILLIC.search(page.locator("body").inner_text()))
    fonts = heavier("fonts", weight(page, "woff2"), MOST_FONTS + CYRILLIC_FONT * has_cyrillic)
    return [*too_many(1 + len(page.evaluate(LOADED))), *fonts]


def too_many(requests: int) -> list[str]:
    return [f"budget: {requests} requests, at most {MOST_REQUESTS}"] if requests > MOST_REQUESTS else []


def weight(page: Page, kind: str) -> int:
    """Bytes on the way, of everything of this kind that the page loaded."""
    loaded: list[dict[str, Any]] = page.evaluate(LOADED)
    return sum(one["bytes"] for one in loaded if one["kind"] == kind)


def heavier(what: str, found: int, most: int) -> list[str]:
    return [f"budget: {found} bytes of {what}, at most {most}"] if found > most else []
