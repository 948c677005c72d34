"""What the launcher answers when there can be no server: one sentence, with the way out in it."""

from pathlib import Path

from kladka.core.errors import DomainError


class LauncherError(DomainError):
    """No server can be had here."""


class NoPostgres(LauncherError):
    """Neither the wheel nor an installed server is there."""


class NoRights(LauncherError):
    """A folder that the server needs is closed to it or to us."""

    def __init__(self, folder: Path, why: str = "") -> None:
        super().__init__(
            f"The folder {folder} cannot be written{f' ({why})' if why else ''}: choose another data folder"
            " with KLADKA_DATA, or run this as the user who owns it."
        )


class DiskFull(LauncherError):
    """Nothing more can be written."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The disk that holds {folder} is full: free some space,"
            " or choose a data folder elsewhere with KLADKA_DATA."
        )


class PortTaken(LauncherError):
    """Somebody else listens there."""

    def __init__(self, port: int) -> None:
        super().__init__(
            f"Port {port} is used by another program: stop that program, or choose another port."
        )


class AnotherVersion(LauncherError):
    """The data were written by a PostgreSQL of another major version."""

    def __init__(self, folder: Path, *, wrote: int, found: int) -> None:
        super().__init__(
            f"The data in {folder} were written by PostgreSQL {wrote}, but here is PostgreSQL {found}: point"
            f" KLADKA_POSTGRES at the bin folder of a PostgreSQL {wrote},"
            " or choose another data folder with KLADKA_DATA."
        )


class NotStarted(LauncherError):
    """The server gave up for a reason that has no sentence of its own."""

    def __init__(self, log: Path, last_words: str) -> None:
        super().__init__(f"PostgreSQL did not start; the log {log} ends: {last_words or '(empty)'}")


class NotStopped(LauncherError):
    """The server outlived every wish that it should stop."""

    def __init__(self, pid: int) -> None:
        super().__init__(
            f"PostgreSQL (process {pid}) does not stop: look at what it does, then end that process."
        )
