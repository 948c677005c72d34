"""The files of one server: made once, whole or not at all."""

import json
import os
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

from kladka.core.postgres.account import Account
from kladka.core.postgres.binaries import Binaries
from kladka.core.postgres.errors import AnotherVersion, DiskFull, NotStarted

OWNER = "kladka_owner"
APP = "kladka_app"
HALF = "cluster.half"


@dataclass(frozen=True)
class Cluster:
    """A folder with the server's files, its passwords and its log."""

    home: Path

    @property
    def files(self) -> Path:
        return self.home / "cluster"

    @property
    def log(self) -> Path:
        return self.home / "log"

    @property
    def major(self) -> int | None:
        """Which PostgreSQL wrote the files; None before there are any."""
        note = self.files / "PG_VERSION"
        return int(note.read_text()) if note.exists() else None

    def passwords(self) -> dict[str, str]:
        """The password of each login role, made up at the first call."""
        kept = self.home / "passwords.json"
        if not kept.exists():
            made = {role: secrets.token_urlsafe(24) for role in (OWNER, APP)}
            _write_secret(kept, json.dumps(made))
        passwords: dict[str, str] = json.loads(kept.read_text())
        return passwords


def _write_secret(path: Path, text: str) -> None:
    """Whole or not at all, and never readable by others."""
    half = path.with_suffix(".half")
    half.unlink(missing_ok=True)
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    half.rename(path)


def ensure(cluster: Cluster, *, binaries: Binaries, account: Account, durable: bool = True) -> None:
    """Make the files unless they are there; a start that was killed half-way leaves nothing behind.

    Raises AnotherVersion, DiskFull, NotStarted.
    """
    wrote = cluster.major
    if wrote is None:
        _make(cluster, binaries=binaries, account=account, durable=durable)
    elif wrote != binaries.major:
        raise AnotherVersion(cluster.files, wrote=wrote, found=binaries.major)


def _make(cluster: Cluster, *, binaries: Binaries, account: Account, durable: bool) -> None:
    half = cluster.home / f"{HALF}.{os.getpid()}"  # an initdb that outlived its killed starter has another
    word = cluster.home / "initdb.word"
    for left in cluster.home.glob(f"{HALF}*"):
        shutil.rmtree(left, ignore_errors=True)
    word.unlink(missing_ok=True)
    _write_secret(word, cluster.passwords()[OWNER])
    account.own(word)
    try:
        _initdb(cluster, half, word, binaries=binaries, account=account, durable=durable)
    finally:
        word.unlink()
    half.rename(cluster.files)


def _initdb(
    cluster: Cluster, half: Path, word: Path, *, binaries: Binaries, account: Account, durable: bool
) -> None:
    said = account.run(
        [
            *(binaries.program("initdb"), "--pgdata", str(half), "--pwfile", str(word)),
            *("--username", OWNER, "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C"),
            *("--data-checksums", "--no-instructions", *([] if durable else ["--no-sync"])),
        ],
        capture_output=True,
    )
    if said.returncode == 0:
        return
    cluster.log.write_text(said.stdout + said.stderr)
    shutil.rmtree(half, ignore_errors=True)
    if "No space left on device" in said.stderr:
        raise DiskFull(cluster.home)
    raise NotStarted(cluster.log, said.stderr.strip().replace("\n", " "))
