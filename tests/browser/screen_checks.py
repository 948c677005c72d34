"""What every screen must pass: axe, and what axe cannot see.

axe alone reported no fault on pages that overflowed at 320 px, lost the current menu item in forced colours
and had an invisible focus stop.
"""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from tests.browser.chromium import Look, opened

HERE = Path(__file__).parent
AXE = HERE.parents[1] / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SPACING = (
    "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
    "p{margin-bottom:2em!important}"
)
MOST_STOPS = 250

LOOKS: list[tuple[str, Look, dict[str, Any]]] = [
    ("light", Look(scheme="light"), {}),
    ("360 px", Look(scheme="light"), {"viewport": {"width": 360, "height": 780}}),
    ("dark", Look(scheme="dark"), {}),
    ("contrast, large", Look(contrast=1, size="lg"), {}),
]
WINDOWS = [("reflow 320 (1.4.10)", 320, 256), ("zoom 200 % (1.4.4)", 640, 450), ("zoom 400 %", 320, 225)]

Open = Callable[..., Any]


@cache
def script(name: str) -> str:
    """One function of `checks.js`, as the browser wants it."""
    text = (HERE / "checks.js").read_text("utf-8")
    return text.partition(f"// {name}\n")[2].partition("\n// ---")[0].strip().removesuffix(";")


def listed(name: str, items: Iterable[object]) -> list[str]:
    """One line that names the fault and the first places of it."""
    found = [str(item) for item in items]
    return [f"{name}: {' | '.join(found[:4])}"] if found else []


def axe_faults(page: Page) -> list[str]:
    page.evaluate(
        AXE.read_text("utf-8")
    )  # evaluate() is not bound by the page's policy, a script tag would be
    result = page.evaluate("(tags) => axe.run({ runOnly: tags })", TAGS)
    return [f"{one['id']} ×{len(one['nodes'])}: {one['nodes'][0]['target']}" for one in result["violations"]]


def faults(browser: Browser, url: str, cookies: dict[str, str], *, scripts: bool) -> list[str]:
    """Everything that is wrong with a screen, in words; `scripts`: it may have some (desk, not portal)."""

    def open_page(**options: Any) -> Any:
        return opened(browser, url, cookies=cookies, **options)

    return [
        *in_every_look(open_page),
        *in_small_windows(open_page),
        *with_wide_spacing(open_page),
        *by_keyboard(open_page),
        *in_forced_colours(open_page),
        *in_the_markup(open_page, scripts=scripts),
    ]


def in_every_look(open_page: Open) -> list[str]:
    found = []
    for name, look, options in LOOKS:
        with open_page(look=look, **options) as (page, noise):
            found += listed(f"axe, {name}", axe_faults(page))
            found += listed(f"console, {name}", noise.heard)
    return found


def in_small_windows(open_page: Open) -> list[str]:
    found = []
    for name, width, height in WINDOWS:
        for size in ("", "lg"):
            with open_page(look=Look(size=size), viewport={"width": width, "height": height}) as (page, _):
                found += listed(f"{name} {size}", page.evaluate(script("overflow")))
    return found


def with_wide_spacing(open_page: Open) -> list[str]:
    with open_page(bypass_csp=True) as (page, _):
        page.add_style_tag(content=SPACING)
        return listed("text spacing (1.4.12) clips", page.evaluate(script("clipped")))


def by_keyboard(open_page: Open) -> list[str]:
    with open_page() as (page, _):
        focused_at_start = page.evaluate("document.activeElement !== document.body")
        stops = walked(page)
        found = []
        if not focused_at_start:  # an error summary takes the focus itself
            skips = stops and stops[0]["skip"]
            found += [] if skips else ["the first stop is no skip link"]
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


def in_forced_colours(open_page: Open) -> list[str]:
    with open_page(forced_colors="active") as (page, _):
        return listed("current item lost in forced colours", page.evaluate(script("current lost")))


def in_the_markup(open_page: Open, *, scripts: bool) -> list[str]:
    with open_page() as (page, _):
        found = [] if scripts or not page.locator("script").count() else ["script on the portal"]
        found += listed("style attribute (blocked by the policy)", page.evaluate(script("styled")))
        found += listed("ids used twice", page.evaluate(script("doubled ids")))
        found += listed("other hosts", page.evaluate(script("strangers")))
        return found + listed("more than one h1, or none", page.evaluate(script("headings")))
