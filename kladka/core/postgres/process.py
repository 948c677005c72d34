"""The server's process: found by the note it keeps in its folder, started detached, stopped by its number."""

import contextlib
import os
import signal
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from kladka.core.postgres.account import Account
from kladka.core.postgres.binaries import Binaries
from kladka.core.postgres.cluster import Cluster
from kladka.core.postgres.errors import DiskFull, LauncherError, NoRights, NotStarted, NotStopped, PortTaken

HOST = "127.0.0.1"
START_SECONDS = 120  # a recovery after kill -9 replays the log first
STOP_SECONDS = 60
SETTINGS = {
    "listen_addresses": HOST,
    "unix_socket_directories": "",  # the path of a socket may not be longer than 107 bytes
    "max_connections": "200",
    "max_locks_per_transaction": "1024",  # one migration touches the tables of a whole municipality
    "shared_buffers": "128MB",
    "jit": "off",
    "logging_collector": "off",
    "log_destination": "stderr",
    "timezone": "UTC",
    "log_timezone": "UTC",
}
FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
Child = subprocess.Popen[bytes]
_children: dict[Path, Child] = {}


@dataclass(frozen=True)
class Note:
    """What a running server writes of itself into `postmaster.pid`."""

    pid: int
    port: int
    ready: bool


def note(cluster: Cluster) -> Note | None:
    """The server that runs on these files; None: none does, whatever an old note says."""
    try:
        lines = (cluster.files / "postmaster.pid").read_text().splitlines()
    except OSError:
        return None
    if not lines or not lines[0].isdigit() or not _serves(int(lines[0]), cluster):
        return None
    ready = len(lines) > 7 and lines[7].strip() == "ready"  # noqa: PLR2004 - the eighth line tells the state
    return Note(int(lines[0]), int(lines[3]) if len(lines) > 3 else 0, ready)  # noqa: PLR2004


def _serves(pid: int, cluster: Cluster) -> bool:
    """Whether that process is our server: its number may have gone to another program since."""
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except FileNotFoundError:
        if Path("/proc/self").exists():
            return False
        command = subprocess.run(  # noqa: S603
            ["ps", "-o", "command=", "-p", str(pid)],  # noqa: S607 - where there is no /proc
            capture_output=True,
            text=True,
            check=False,
        ).stdout
    return str(cluster.files) in command


def start(
    cluster: Cluster, *, binaries: Binaries, account: Account, port: int | None = None, durable: bool = True
) -> int:
    """Start the server and wait until it takes connections; answers its port.

    Raises DiskFull, NoRights, PortTaken, NotStarted.
    """
    deadline = time.monotonic() + START_SECONDS
    while True:
        if found := note(cluster):
            if _wait_until_ready(cluster, deadline):
                return found.port
            raise NotStarted(cluster.log, "it was starting already and did not become ready")
        chosen = port or _free_port()
        log_from = cluster.log.stat().st_size if cluster.log.exists() else 0
        server = _begin(cluster, binaries=binaries, account=account, port=chosen, durable=durable)
        if _wait_until_ready(cluster, deadline, server):
            return chosen
        words = _log_since(cluster, log_from)
        if not _worth_another_try(words, fixed_port=port is not None) or time.monotonic() > deadline:
            raise _why(words, cluster, chosen)
        time.sleep(0.3)


def _begin(cluster: Cluster, *, binaries: Binaries, account: Account, port: int, durable: bool) -> Child:
    _forget_old_note(cluster)
    settings = SETTINGS if durable else SETTINGS | FORGETFUL
    flags = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    with cluster.log.open("ab") as log:
        server = subprocess.Popen(  # noqa: S603 - our own programs; it outlives a Ctrl-C meant for us
            [binaries.program("postgres"), "-D", str(cluster.files), "-p", str(port), *flags],
            stdout=log,
            stderr=log,
            start_new_session=True,
            **account.how,
        )
    _reap(cluster)
    _children[cluster.files] = server
    return server


def _reap(cluster: Cluster) -> None:
    """Take leave of a server that we started and that has ended."""
    if ended := _children.pop(cluster.files, None):
        ended.wait()


def _forget_old_note(cluster: Cluster) -> None:
    """Remove a dead server's note whose number another living program has now: PostgreSQL would give up."""
    path = cluster.files / "postmaster.pid"
    with contextlib.suppress(OSError, ValueError, IndexError):
        os.kill(int(path.read_text().split()[0]), 0)
        path.unlink()


def _wait_until_ready(cluster: Cluster, deadline: float, child: Child | None = None) -> bool:
    while time.monotonic() < deadline:
        found = note(cluster)
        if found and found.ready:
            return True
        if child.poll() is not None if child else not found:
            return False
        time.sleep(0.02)
    return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _log_since(cluster: Cluster, offset: int) -> str:
    with cluster.log.open("rb") as log:
        log.seek(offset)
        return log.read().decode(errors="replace")


def _worth_another_try(words: str, *, fixed_port: bool) -> bool:
    """A lost race for a port, or sessions of a killed server that have not noticed its end yet."""
    return "shared memory block" in words or ("Address already in use" in words and not fixed_port)


def _why(words: str, cluster: Cluster, port: int) -> LauncherError:
    if "No space left on device" in words:
        return DiskFull(cluster.home)
    if "Address already in use" in words:
        return PortTaken(port)
    if "Permission denied" in words:
        return NoRights(cluster.files)
    return NotStarted(cluster.log, " ".join(words.strip().splitlines()[-3:]))


def stop(cluster: Cluster) -> None:
    """Stop the server fast and clean: sessions end, everything is written. Raises NotStopped."""
    found = note(cluster)
    if found:
        _signal(found.pid, signal.SIGINT)
        if not _gone(cluster, STOP_SECONDS):
            _signal(found.pid, signal.SIGQUIT)
            if not _gone(cluster, STOP_SECONDS):
                raise NotStopped(found.pid)
    _reap(cluster)


def _signal(pid: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)


def _gone(cluster: Cluster, seconds: float) -> bool:
    """The note is the last thing that a stopping server removes."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if note(cluster) is None:
            return True
        time.sleep(0.02)
    return False
