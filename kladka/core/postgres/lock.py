"""Who uses a cluster now: the first to come starts it, the last to go stops it, and nobody does both at once.

The kernel drops these locks with the process that holds them, however it ends.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Users:
    """The users of one cluster, one lock each."""

    def __init__(self, home: Path) -> None:
        self._turn = home / "turn.lock"
        self._users = os.open(home / "users.lock", os.O_RDWR | os.O_CREAT, 0o600)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Starting and stopping happen one at a time."""
        handle = os.open(self._turn, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)

    def enter(self) -> None:
        """Call within a turn."""
        fcntl.flock(self._users, fcntl.LOCK_SH)

    def alone(self) -> bool:
        """Whether nobody else uses the cluster. Call within a turn."""
        try:
            fcntl.flock(self._users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def leave(self) -> None:
        os.close(self._users)
