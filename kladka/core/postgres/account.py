"""Whom the server runs as: ourselves, or for root an unprivileged account (PostgreSQL refuses root)."""

import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kladka.core.postgres.errors import LauncherError

CANDIDATES = ("postgres", "nobody", "daemon")


@dataclass(frozen=True)
class Account:
    """An existing account of this machine; none is ever made."""

    name: str
    uid: int
    gid: int
    other: bool = field(default=False)

    @property
    def how(self) -> dict[str, Any]:
        """What makes a process the account's own: its user, a clean environment, a folder to stand in."""
        kept = {
            key: value for key, value in os.environ.items() if key in {"PATH", "LD_LIBRARY_PATH", "TMPDIR"}
        }
        way: dict[str, Any] = {
            "env": {**kept, "LC_ALL": "C", "TZ": "UTC"},
            "cwd": "/",
            "stdin": subprocess.DEVNULL,
        }
        if self.other:
            way |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        return way

    def run(self, command: Sequence[str], **more: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, check=False, text=True, **self.how, **more)  # noqa: S603 - our own programs

    def can_enter(self, folder: Path) -> bool:
        """Asked of the kernel, so that modes, lists of rights and mounts all count."""
        return not self.other or self.run(["test", "-x", str(folder)]).returncode == 0

    def own(self, path: Path) -> None:
        if self.other:
            os.chown(path, self.uid, self.gid)


def account_for(cluster_home: Path) -> Account:
    """Ourselves; for root the account that owns the data already, else the first that exists."""
    if os.geteuid() != 0:
        return Account(str(os.geteuid()), os.geteuid(), os.getegid())
    owner = cluster_home.stat().st_uid if cluster_home.exists() else 0
    for entry in _entries(owner):
        return Account(entry.pw_name, entry.pw_uid, entry.pw_gid, other=True)
    names = ", ".join(CANDIDATES)
    raise LauncherError(
        f"PostgreSQL refuses to run as root, and none of the accounts {names} exists here:"
        " run this as another user."
    )


def _entries(owner: int) -> list[pwd.struct_passwd]:
    if owner:
        try:
            return [pwd.getpwuid(owner)]
        except KeyError:
            return [pwd.struct_passwd((str(owner), "x", owner, owner, "", "/", ""))]
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return [known[name] for name in CANDIDATES if name in known]
