"""The pictures that a person looks at before each release, into docs/screenshots.

    .venv/bin/python scripts/screenshots.py http://localhost:8000 [NAME ...]

Takes them from a demo that runs (`make demo`), signing in as its staff: at 1366 and at 360 px, light; some also
dark and in the contrast version. Long phone pages are laid out in columns. Uses pngquant where it is installed.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import django
from PIL import Image
from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser.chromium import Look, chromium, opened, program  # noqa: E402 - the path is set above

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kladka.config.settings")
django.setup()
from kladka.demo.staff import PASSWORD  # noqa: E402 - models want their apps

OUT = ROOT / "docs" / "screenshots"
DESKTOP: dict[str, Any] = {"viewport": {"width": 1366, "height": 768}}
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 1.5,
    "is_mobile": True,
    "has_touch": True,
}
LIGHT, DARK, CONTRAST = Look(scheme="light"), Look(scheme="dark"), Look(contrast=1)
TALLEST = 2000  # pixels of a desktop page; below that nobody looks at a picture
MOST_COLUMNS = 3
COLUMN = 1350  # pixels of a phone page in one column
# What sticks to the window stands at its place when the whole page is one picture.
LAID_OUT = """() => {
    for (const one of document.querySelectorAll("main *")) {
        if (getComputedStyle(one).position === "sticky") one.style.position = "static";
    }
}"""
GREY = "#8a8f94"


NATIONAL, CITY, TOWN = "localhost", "katowice.localhost", "przykladowo.localhost"
PROGRAMME, DESK = "/programy/welnowiec-jozefowiec-i-dab/", "/desk/programmes/blisko-siebie/"


@dataclass(frozen=True)
class Picture:
    """A page of the demo: on which host, as whom, and which link is followed from there."""

    name: str
    path: str = "/"
    host: str = TOWN
    login: str = ""
    follow: str = ""
    below: str = ""  # what stands in the address behind the followed link
    also: tuple[str, ...] = ()


def at_the_desk(
    name: str, path: str, follow: str = "", *, login: str = "koordynator", **more: Any
) -> Picture:
    return Picture(name, path, login=login, follow=follow, **more)


def of_a_person(section: str) -> Picture:
    """A page of the file of the first person in the list."""
    return at_the_desk(
        f"person-{section}" if section else "person",
        "/desk/people/",
        "tbody a[href*='/desk/people/']",
        below=f"{section}/" if section else "",
    )


PICTURES = (
    Picture("national", host=NATIONAL),
    Picture("home", host=CITY, also=("dark",)),
    Picture("programme", PROGRAMME, CITY, also=("contrast",)),
    Picture("programme-uk", "/uk/programy/blisko-siebie/"),
    Picture("calendar", "/kalendarz/"),
    Picture("contact", "/kontakt/"),
    Picture("statement", "/deklaracja-dostepnosci/"),
    Picture("search", "/szukaj/?q=klub"),
    Picture("look", "/wyglad/"),
    Picture("missing", "/nie-ma/"),
    Picture("sign-in", "/desk/account/sign-in/"),
    at_the_desk("today", "/desk/", login="socjalny", also=("dark",)),
    at_the_desk("sheet", "/desk/", ".agenda .act a", login="socjalny", also=("dark", "contrast")),
    at_the_desk("cockpit", DESK),
    at_the_desk("people", "/desk/people/"),
    *(
        of_a_person(section)
        for section in ("", "data", "path", "attendance", "documents", "indicators", "history")
    ),
    at_the_desk("people-taking-part", f"{DESK}people/taking-part/"),
    at_the_desk("desk-search", "/desk/search/?q=an"),
    at_the_desk("address", "/desk/people/", "tbody a[href*='/desk/people/']", below="address/"),
    at_the_desk("close-one", "/desk/people/", "tbody a[href*='/desk/people/']", below="close-one/"),
    at_the_desk("follow-up", "/desk/participations/1/follow-up/"),
    at_the_desk("applications", "/desk/recruitment/"),
    at_the_desk("sessions", "/desk/sessions/"),
    at_the_desk("event", "/desk/sessions/?when=past&q=piknik", "tbody a[href*='attendance']"),
    at_the_desk("session-plan", "/desk/sessions/plan/"),
    at_the_desk("group", "/desk/sessions/groups/", "tbody a[href*='/groups/']"),
    at_the_desk("indicators", f"{DESK}indicators/", also=("dark",)),
    at_the_desk("ledger", f"{DESK}indicators/", "tbody a[href*='/people/']"),
    at_the_desk("official-file", f"{DESK}official-file/"),
    at_the_desk("definition", f"{DESK}definition/"),
    at_the_desk("today-administrator", "/desk/", login="administrator"),
    at_the_desk("users", "/desk/users/", login="administrator"),
)


def keep(image: Image.Image, name: str) -> None:
    """Flat screens lose nothing in 160 colours and shrink to a third."""
    path = OUT / f"{name}.png"
    image.convert("RGB").save(path, optimize=True)
    if shutil.which("pngquant"):
        command = ["pngquant", "--force", "--ext", ".png", "--speed", "1", "--nofs", "160", str(path)]
        subprocess.run(command, check=True)
    print(f"{path.stat().st_size / 1024:6.0f} KB  {path.name}  {image.size}")


def side_by_side(parts: list[Image.Image], gap: int = 24) -> Image.Image:
    width = sum(part.width for part in parts) + gap * (len(parts) + 1)
    board = Image.new("RGB", (width, max(part.height for part in parts) + 2 * gap), GREY)
    x = gap
    for part in parts:
        board.paste(part, (x, gap))
        x += part.width + gap
    return board


def top(image: Image.Image, height: int) -> Image.Image:
    return image.crop((0, 0, image.width, min(image.height, height)))


def columns(tall: Image.Image) -> Image.Image:
    """A long phone page as columns of about equal height."""
    tall = tall.convert("RGB")
    height = tall.height // -(-tall.height // COLUMN) + 60
    parts, top = [], 0
    while top < tall.height:
        end = tall.height if tall.height - top <= height * 1.15 else calm_row(tall, top + height)
        parts.append(tall.crop((0, top, tall.width, end)))
        top = end
    return side_by_side(parts) if len(parts) > 1 else parts[0]


def calm_row(tall: Image.Image, end: int) -> int:
    """A row near `end` between lines of text, not through one."""
    rows = [(y, tall.crop((0, y, tall.width, y + 1))) for y in range(end, end - 160, -1)]
    calm = [y for y, row in rows if row.getcolors(1)] or [y for y, row in rows if row.getcolors(6)]
    return calm[0] if calm else end


def signed_in(browser: Browser, base: str, picture: Picture) -> dict[str, str]:
    """The cookies of somebody of the demo's staff."""
    with opened(browser, f"{at(base, picture.host)}/desk/account/sign-in/") as (page, _):
        page.locator("input[type=email]").fill(f"{picture.login}@{picture.host.partition('.')[0]}.example")
        page.locator("input[type=password]").fill(PASSWORD)
        page.locator("main form button[type=submit]").first.click()
        page.wait_for_url("**/desk/")
        return {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}


def at(base: str, host: str) -> str:
    return f"http://{host}:{urlsplit(base).port or 80}"


def take(
    browser: Browser,
    base: str,
    picture: Picture,
    cookies: dict[str, str],
    look: Look,
    options: dict[str, Any],
) -> Image.Image:
    """The page, or the one that its first link of this kind leads to."""
    url = at(base, picture.host) + picture.path
    with opened(browser, url, look=look, cookies=cookies, **options) as (page, _):
        if picture.follow:
            found = page.locator(picture.follow).first.get_attribute("href") or ""
            page.goto(at(base, picture.host) + found + picture.below)
            page.evaluate("document.fonts.ready")
        page.evaluate(LAID_OUT)
        return Image.open(BytesIO(page.screenshot(full_page=True)))


def every_look(browser: Browser, base: str, picture: Picture, cookies: dict[str, str]) -> None:
    keep(top(take(browser, base, picture, cookies, LIGHT, DESKTOP), TALLEST), f"{picture.name}-1366")
    phone = top(take(browser, base, picture, cookies, LIGHT, PHONE), MOST_COLUMNS * COLUMN)
    keep(columns(phone), f"{picture.name}-360")
    for name, look in (("dark", DARK), ("contrast", CONTRAST)):
        if name in picture.also:
            shot = take(browser, base, picture, cookies, look, DESKTOP)
            keep(top(shot, TALLEST), f"{picture.name}-{name}-1366")


def main(base: str, names: list[str]) -> None:
    path = program()
    if path is None:
        sys.exit("There is no Chromium on the path: install it or name it in KLADKA_CHROMIUM.")
    OUT.mkdir(parents=True, exist_ok=True)
    cookies: dict[tuple[str, str], dict[str, str]] = {}
    with chromium(path) as browser:
        for picture in PICTURES:
            if names and picture.name not in names:
                continue
            who = picture.host, picture.login
            if picture.login and who not in cookies:
                cookies[who] = signed_in(browser, base, picture)
            every_look(browser, base, picture, cookies.get(who, {}))


if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2:])
