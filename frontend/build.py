"""Build the front-end files from the npm packages into build/static, and collect them with hashed names.

    python frontend/build.py            after `npm ci`; does nothing when nothing changed
    python frontend/build.py --sizes    prints what each file weighs on the wire

Needs Node, `fonttools` and `brotli`. Nothing that this writes is committed.
"""

import gzip
import hashlib
import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import django

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))

from kladka.core.node import node  # noqa: E402 - the package may not be installed yet
from kladka.municipalities.contrast import contrast_css  # noqa: E402

MODULES = ROOT / "node_modules"
BUILD = ROOT / "build"
OUT = BUILD / "static"
STAMP = BUILD / "stamp"
INTER = MODULES / "@fontsource-variable/inter/files"

# The order matters: first.css names the cascade layers.
STYLES = (
    "first", "base", "portal", "pages", "desk", "work", "lists", "sheet", "calendar", "charts", "media",
)  # fmt: skip

# file -> (source, code points). The same ranges stand in css/first.css as unicode-range:
# a browser fetches a file only when the page holds a letter of it.
FONTS = {
    "inter-latin": (
        "latin",
        "U+20-7E,U+A0-FF,U+2010-2026,U+2030,U+2032-2033,U+2039-203A,U+20AC,U+2122,U+2212",
    ),
    "inter-pl": ("latin-ext", "U+104-107,U+118-119,U+141-144,U+15A-15B,U+179-17C"),
    "inter-ext": ("latin-ext", "U+100-103,U+108-117,U+11A-140,U+145-159,U+15C-178,U+17D-17F,U+218-21B"),
    "inter-uk": ("cyrillic", "U+400-45F,U+490-491,U+2116"),
}

# For papers: the typesetter reads whole TrueType files.
PAPER_FONTS = MODULES / "@expo-google-fonts/inter"
PAPER_STYLES = ("400Regular", "400Regular_Italic", "600SemiBold")

COPIES = {
    "ds.css": "@digdir/designsystemet-css/dist/src/index.css",
    "htmx.min.js": "htmx.org/dist/htmx.min.js",
    "LICENSE-designsystemet": "@digdir/designsystemet-css/LICENSE",
    "LICENSE-inter": "@fontsource-variable/inter/LICENSE",
    "LICENSE-htmx": "htmx.org/LICENSE",
    "LICENSE-inter-papers": "@expo-google-fonts/inter/LICENSE_FONT",
}


def inputs() -> Iterator[Path]:
    """Everything that decides what comes out."""
    yield ROOT / "package-lock.json"
    yield ROOT / "kladka/municipalities/contrast.py"
    yield from sorted(path for path in HERE.rglob("*") if path.is_file() and path.suffix != ".pyc")


def stamp() -> str:
    digest = hashlib.sha256()
    for path in inputs():
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def squeeze(css: str) -> str:
    """Drop comments and line breaks; nothing cleverer, so nothing can break."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\s*\n\s*", "\n", css).strip() + "\n"


def write_styles() -> None:
    parts = [(HERE / "css" / f"{name}.css").read_text("utf-8") for name in STYLES]
    (OUT / "app.css").write_text(squeeze("\n".join(parts)), "utf-8")


def write_theme() -> None:
    """The colours of the national page, and the shape of every municipality's theme."""
    tool = [node(), MODULES / "@digdir/designsystemet/dist/bin/designsystemet.js", "tokens"]
    config = ["--config", HERE / "designsystemet.config.json", "--clean", "true"]
    run([*tool, "create", *config])
    run([*tool, "build", *config, "--tokens", BUILD / "tokens", "--out-dir", BUILD / "theme"])
    theme = squeeze((BUILD / "theme/kladka.css").read_text("utf-8"))
    (OUT / "theme.css").write_text(theme, "utf-8")
    (OUT / "theme-contrast.css").write_text(contrast_css(theme), "utf-8")


def write_fonts() -> None:
    (OUT / "fonts").mkdir(exist_ok=True)
    for name, (source, unicodes) in FONTS.items():
        run(
            [
                sys.executable, "-m", "fontTools.subset",
                INTER / f"inter-{source}-wght-normal.woff2",
                f"--unicodes={unicodes}",
                # tnum: figures in columns. Without calt and frac the Latin file
                # is 31 KB instead of 38 KB and no reader sees the difference.
                "--layout-features=kern,tnum,ccmp,locl,mark",
                "--flavor=woff2",
                f"--output-file={OUT / 'fonts' / name}.woff2",
            ]
        )  # fmt: skip


def write_paper_fonts() -> None:
    """Beside the static files, not among them: no browser fetches these."""
    (BUILD / "fonts").mkdir(exist_ok=True)
    for style in PAPER_STYLES:
        name = f"Inter_{style}.ttf"
        shutil.copyfile(PAPER_FONTS / style / name, BUILD / "fonts" / name)


def write_copies() -> None:
    for name, source in COPIES.items():
        shutil.copyfile(MODULES / source, OUT / name)
    for path in (*(HERE / "js").glob("*.js"), *(HERE / "icons").glob("*.svg")):
        shutil.copyfile(path, OUT / path.name)


def collect() -> None:
    """Hashed names and compressed twins in build/collected, as the server sends them.

    With settings of its own, so that a wrong setting of the product cannot stop the set-up.
    """
    from django.conf import settings  # noqa: PLC0415 - only when there is something to collect
    from django.core.management import call_command  # noqa: PLC0415

    settings.configure(
        INSTALLED_APPS=["django.contrib.staticfiles"],
        STATIC_URL="/static/",
        STATICFILES_DIRS=[OUT, *static_of_packages()],
        STATIC_ROOT=BUILD / "collected",
        STORAGES={"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}},
    )
    django.setup()
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)


def static_of_packages() -> list[Path]:
    """Scripts for passkeys come with allauth."""
    found = importlib.util.find_spec("allauth")
    root = Path(str(found.origin)).parent if found else HERE
    return [root / part for part in ("account/static", "mfa/static") if (root / part).is_dir()]


def run(command: list[str | Path]) -> None:
    """Quiet when it works; all that the tool said when it does not."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command[:3]))} failed:\n{done.stdout}{done.stderr}")


def sizes() -> None:
    for path in sorted(path for path in OUT.rglob("*") if path.is_file()):
        raw = path.read_bytes()
        zipped = len(raw) if path.suffix == ".woff2" else len(gzip.compress(raw, 9))
        print(f"{zipped:>8,} B  {path.relative_to(OUT)}")


def main() -> None:
    if not (MODULES / "htmx.org").is_dir():
        sys.exit("The npm packages are missing. Run: npm ci")
    wanted = stamp()
    if not STAMP.exists() or STAMP.read_text("utf-8") != wanted:
        shutil.rmtree(OUT, ignore_errors=True)
        OUT.mkdir(parents=True)
        write_copies()
        write_styles()
        write_theme()
        write_fonts()
        write_paper_fonts()
        collect()
        STAMP.write_text(wanted, "utf-8")
    if "--sizes" in sys.argv:
        sizes()


if __name__ == "__main__":
    main()
