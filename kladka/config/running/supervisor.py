"""A few processes that live and end together."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

from kladka.core.errors import DomainError

PATIENCE = 10  # seconds that a process has for its last words
DEATH_OF_PARENT = 1  # PR_SET_PDEATHSIG of Linux


class Ended(DomainError):  # noqa: N818 - named for what happened
    """A process that should have gone on has ended."""

    def __init__(self, name: str, code: int) -> None:
        super().__init__(f"The {name} process ended by itself (code {code}); everything else was stopped.")


class Supervisor:
    """Starts processes; when it is left, for whatever reason, none of them is alive."""

    def __init__(self) -> None:
        self._children: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def start(self, name: str, command: Sequence[str], *, environment: Mapping[str, str]) -> None:
        """In a session of its own: Ctrl-C reaches us alone, and we end the others in order."""
        self._children[name] = subprocess.Popen(  # noqa: S603 - our own programs
            command,
            env={**os.environ, **environment},
            start_new_session=True,
            preexec_fn=_end_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509 - we have no threads
        )

    def check(self) -> None:
        """Raises Ended."""
        for name, child in self._children.items():
            code = child.poll()
            if code is not None:
                raise Ended(name, code)

    def watch(self) -> None:
        """Stay until a signal comes or a process ends. Raises Ended."""
        while True:
            self.check()
            time.sleep(0.2)

    def _stop(self) -> None:
        for child in self._children.values():
            _signal(child, signal.SIGTERM)
        deadline = time.monotonic() + PATIENCE
        for child in self._children.values():
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(max(0.0, deadline - time.monotonic()))
            _signal(child, signal.SIGKILL)  # the whole group: a worker may outlive its parent
            child.wait()


def _signal(child: "subprocess.Popen[bytes]", number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, number)


def _end_with_parent() -> None:
    """Even `kill -9` of the supervisor leaves no web process on the port."""
    ctypes.CDLL(None).prctl(DEATH_OF_PARENT, signal.SIGTERM)
