"""What every screen must pass: axe, and what axe cannot see.

axe alone reported no fault on pages that overflowed at 320 px, lost the current menu item in forced colours
and had an invisible focus stop.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser.budget import over_budget
from tests.browser.chromium import Look, Window
from tests.browser.screens import Who

HERE = Path(__file__).parent
AXE = HERE.parents[1] / "node_modules/axe-core/axe.min.js"
EVERYTHING = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
COLOURS = {
    "type": "rule",
    "values": ["color-contrast", "link-in-text-block"],
}  # all that another scheme changes
SPACING = (
    "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
    "p{margin-bottom:2em!important}"
)
MOST_STOPS = 250

WINDOWS = [("reflow 320 (1.4.10)", 320, 256), ("zoom 200 % (1.4.4)", 640, 450), ("zoom 400 %", 320, 225)]
PHONE = (360, 780)


@cache
def script(name: str) -> str:
    """One function of `checks.js`, as the browser wants it."""
    text = (HERE / "checks.js").read_text("utf-8")
    return text.partition(f"// {name}\n")[2].partition("\n// ---")[0].strip().removesuffix(";")


def listed(name: str, items: Iterable[object]) -> list[str]:
    """One line that names the fault and the first places of it."""
    found = [str(item) for item in items]
    return [f"{name}: {' | '.join(found[:4])}"] if found else []


def axe_faults(page: Page, *, only: Mapping[str, object] = EVERYTHING) -> list[str]:
    if not page.evaluate("'axe' in window"):
        # evaluate() is not bound by the page's policy, a script tag would be
        page.evaluate(AXE.read_text("utf-8"))
    result = page.evaluate("(only) => axe.run({ runOnly: only })", only)
    return [f"{one['id']} ×{len(one['nodes'])}: {one['nodes'][0]['target']}" for one in result["violations"]]


def faults(window: Window, url: str, cookies: dict[str, str], *, who: Who) -> list[str]:
    """Everything that is wrong with a screen, in words."""
    window.noise.heard.clear()
    answer = window.show(url, look=Look(scheme="light"), cookies=cookies)
    return [
        *by_keyboard(window.page),  # first: nothing has had the focus yet
        *over_budget(window.page, answer, who=who),
        *in_the_markup(window.page, scripts=who != "resident"),
        *listed("axe, light", axe_faults(window.page)),
        *in_the_dark(window.page),
        *in_forced_colours(window.page),
        *in_small_windows(window.page, ""),
        *on_a_phone(window.page),
        *with_wide_spacing(window.page),
        *large_and_in_contrast(window, url, cookies),
        *listed("console", window.noise.heard),
    ]


def in_the_dark(page: Page) -> list[str]:
    """The scheme is an attribute, as the reader's cookie makes the server write it."""
    page.evaluate(script("scheme"), "dark")
    found = listed("axe, dark", axe_faults(page, only=COLOURS))
    page.evaluate(script("scheme"), "light")
    return found


def large_and_in_contrast(window: Window, url: str, cookies: dict[str, str]) -> list[str]:
    window.show(url, look=Look(size="lg", contrast=1), cookies=cookies)
    found = axe_faults(window.page, only=COLOURS)  # what size changes is seen in the small windows
    return [*listed("axe, contrast, large", found), *in_small_windows(window.page, "large")]


def in_small_windows(page: Page, size: str) -> list[str]:
    found = []
    for name, width, height in WINDOWS:
        page.set_viewport_size({"width": width, "height": height})
        found += listed(f"{name} {size}".strip(), page.evaluate(script("overflow")))
    return found


def on_a_phone(page: Page) -> list[str]:
    width, height = PHONE
    page.set_viewport_size({"width": width, "height": height})
    return listed("axe, 360 px", axe_faults(page))


def with_wide_spacing(page: Page) -> list[str]:
    page.evaluate(script("spread"), SPACING)
    return listed("text spacing (1.4.12) clips", page.evaluate(script("clipped")))


def by_keyboard(page: Page) -> list[str]:
    focused_at_start = page.evaluate("document.activeElement !== document.body")
    stops = walked(page)
    found = []
    if not focused_at_start:  # an error summary takes the focus itself
        found += [] if stops and stops[0]["skip"] else ["the first stop is no skip link"]
        found += listed("not reached by Tab", page.evaluate(script("unreached")))
    found += listed("no focus ring", (stop["text"] for stop in stops if not stop["ring"]))
    return found + listed("focus hidden (2.4.11)", (stop["text"] for stop in stops if not stop["seen"]))


def walked(page: Page) -> list[dict[str, Any]]:
    """Where the Tab key goes, once around the page."""
    stops: list[dict[str, Any]] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(script("focused"))
        if not stop or (stops and stop["id"] == stops[0]["id"]):
            break
        stops.append(stop)
    return stops


def in_forced_colours(page: Page) -> list[str]:
    page.emulate_media(forced_colors="active")
    found = listed("current item lost in forced colours", page.evaluate(script("current lost")))
    page.emulate_media(forced_colors="none")
    return found


def in_the_markup(page: Page, *, scripts: bool) -> list[str]:
    found = [] if scripts or not page.locator("script").count() else ["script on the portal"]
    found += listed("style attribute (blocked by the policy)", page.evaluate(script("styled")))
    found += listed("ids used twice", page.evaluate(script("doubled ids")))
    found += listed("other hosts", page.evaluate(script("strangers")))
    return found + listed("more than one h1, or none", page.evaluate(script("headings")))
