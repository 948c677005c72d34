"""Where a cluster lies: in the data folder; for root, where that is closed, in a system one."""

import errno
import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kladka.core.postgres.account import Account
from kladka.core.postgres.errors import DiskFull, LauncherError, NoRights

SYSTEM = (Path("/var/lib/kladka"), Path("/var/tmp/kladka"))  # noqa: S108 - taken only when it is root's own
FULL = {errno.ENOSPC, errno.EDQUOT}
CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST}


@contextmanager
def said_clearly(folder: Path) -> Iterator[None]:
    """Answer a full disk and a closed folder with their sentence."""
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise DiskFull(folder) from error
        if error.errno in CLOSED:
            raise NoRights(folder, error.strerror or "") from error
        raise


def prepare(data: Path) -> None:
    """Make the data folder; others may pass through it, as root's server is another user."""
    try:
        if not data.is_dir():
            _make_passable(data)
    except OSError as error:
        if error.errno in FULL:
            raise
        raise NoRights(data, error.strerror or "") from error
    if not os.access(data, os.W_OK | os.X_OK):
        raise NoRights(data)


def _make_passable(data: Path) -> None:
    try:
        data.mkdir(parents=True)
    except FileExistsError:
        if not data.is_dir():
            raise
        return  # somebody who starts at the same time has made it
    data.chmod(0o711)


@contextmanager
def alone_in(data: Path) -> Iterator[None]:
    """Of several that start at once one after the other looks and makes."""
    handle = os.open(data, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def home(data: Path, account: Account) -> Path:
    """The server's own folder, or a link to one in a system folder where the account cannot reach it. Call alone."""
    place = data / "postgres"
    if not place.exists():
        if place.is_symlink():  # what it led to was removed
            place.unlink()
        if account.can_enter(data):
            place.mkdir(mode=0o700)
        else:
            place.symlink_to(_elsewhere(), target_is_directory=True)
    if not os.access(place, os.W_OK | os.X_OK):
        raise NoRights(place, "it belongs to another user")
    account.own(place)
    return place.resolve()


def _elsewhere() -> Path:
    folder = system_folder() / f"data-{secrets.token_hex(6)}"
    folder.mkdir(mode=0o700)
    return folder


def system_folder() -> Path:
    """A folder of root's own that everybody can reach."""
    for folder in SYSTEM:
        try:
            folder.mkdir(mode=0o755, exist_ok=True)
        except OSError:
            continue
        known = folder.lstat()
        if known.st_uid == os.geteuid() and known.st_mode & 0o170022 == 0o040000:  # noqa: PLR2004 - a folder only we write
            return folder
    raise LauncherError(
        "Neither /var/lib/kladka nor /var/tmp/kladka can be used: choose a data folder that every user can"
        " reach with KLADKA_DATA, and keep the checkout in such a place."
    )
