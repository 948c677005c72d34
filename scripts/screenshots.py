"""The pictures that a person looks at before each release, into docs/screenshots.

    .venv/bin/python scripts/screenshots.py http://przykladowo.localhost:8000 [NAME ...]

Takes every screen of `tests/browser/screens.py` that says `picture`, from a product that runs (`make demo`):
at 1366 and at 360 px, light; some also dark and in the contrast version. KLADKA_COOKIE="sessionid=..." signs
in for screens of staff. Long phone pages are laid out in columns. Uses pngquant where it is installed.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser.chromium import Look, chromium, opened, program  # noqa: E402 - the path is set above
from tests.browser.screens import NATIONAL_HOST, SCREENS, Screen  # noqa: E402

OUT = ROOT / "docs" / "screenshots"
DESKTOP: dict[str, Any] = {"viewport": {"width": 1366, "height": 768}}
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 1.5,
    "is_mobile": True,
    "has_touch": True,
}
LIGHT, DARK, CONTRAST = Look(scheme="light"), Look(scheme="dark"), Look(contrast=1)
COLUMN = 1350  # pixels of a phone page in one column
GREY = "#8a8f94"


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


def address(base: str, screen: Screen) -> str:
    """The screen on the host of the running product."""
    parts = urlsplit(base)
    host = NATIONAL_HOST if screen.host == NATIONAL_HOST else parts.hostname
    return f"http://{host}:{parts.port or 80}{screen.path}"


def cookies() -> dict[str, str]:
    given = os.environ.get("KLADKA_COOKIE", "")
    return dict(part.strip().split("=", 1) for part in given.split(";") if "=" in part)


def take(browser: Browser, url: str, look: Look, options: dict[str, Any]) -> Image.Image:
    with opened(browser, url, look=look, cookies=cookies(), **options) as (page, _):
        return Image.open(BytesIO(page.screenshot(full_page=True)))


def picture(browser: Browser, base: str, screen: Screen) -> None:
    url = address(base, screen)
    keep(take(browser, url, LIGHT, DESKTOP), f"{screen.name}-1366")
    keep(columns(take(browser, url, LIGHT, PHONE)), f"{screen.name}-360")
    for name, look in (("dark", DARK), ("contrast", CONTRAST)):
        if name in screen.also:
            keep(take(browser, url, look, DESKTOP), f"{screen.name}-{name}-1366")


def wanted(names: Iterable[str]) -> list[Screen]:
    chosen = set(names)
    return [screen for screen in SCREENS if screen.picture and (not chosen or screen.name in chosen)]


def main(base: str, names: list[str]) -> None:
    path = program()
    if path is None:
        sys.exit("There is no Chromium on the path: install it or name it in KLADKA_CHROMIUM.")
    OUT.mkdir(parents=True, exist_ok=True)
    with chromium(path) as browser:
        for screen in wanted(names):
            picture(browser, base, screen)


if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2:])
