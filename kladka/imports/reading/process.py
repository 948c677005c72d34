"""The reading process from outside: what it may use, and what its end means."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any, BinaryIO

from kladka.imports.reading.frames import LENGTH, LONGEST, Note, Row, Sheet, received, rows_of

MEGABYTE = 1024 * 1024
PIECE = 256 * 1024
PACKAGE = Path(__file__).resolve().parents[3]
DEADLY = {
    -signal.SIGABRT: "memory",
    -signal.SIGSEGV: "crashed",
    -signal.SIGBUS: "crashed",
    -signal.SIGXCPU: "time",
    -signal.SIGKILL: "time",
}


class Unreadable(ValueError):  # noqa: N818 - named for what the file is
    """`key` names the sentence in `imports/wording.py`, `values` fill it."""

    def __init__(self, key: str, **values: str | int) -> None:
        self.key, self.values = key, values
        super().__init__(key, values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file may cost. `wall` counts only the seconds in which we wait for the process."""

    size: int = 100 * MEGABYTE
    memory: int = 2048 * MEGABYTE
    cpu: int = 120
    wall: float = 180
    output: int = 600 * MEGABYTE
    rows: int = 300_000


LIMITS = Limits()


def read(file: BinaryIO, *, name: str, limits: Limits = LIMITS) -> Iterator[Sheet | Row | Note]:
    """Everything that a file says, as it comes. `file` is one of the system's own (it has a number). Raises Unreadable.

    Whoever stops listening ends the process.
    """
    size = os.fstat(file.fileno()).st_size
    if size > limits.size:
        raise Unreadable("too_large", size=size // MEGABYTE, most=limits.size // MEGABYTE)
    file.seek(0)
    os.lseek(file.fileno(), 0, os.SEEK_SET)
    with started(file, name, limits) as process:
        yield from spoken(process, limits)


@contextmanager
def started(file: BinaryIO, name: str, limits: Limits) -> Iterator["subprocess.Popen[bytes]"]:
    words = [str(limits.memory), str(limits.cpu), str(limits.rows), Path(name).name]
    process = subprocess.Popen(  # noqa: S603 - our own module, no shell
        [sys.executable, "-m", "kladka.imports.reading.child", *words],
        stdin=file,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={"PYTHONPATH": str(PACKAGE), "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8"},
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()


def spoken(process: "subprocess.Popen[bytes]", limits: Limits) -> Iterator[Sheet | Row | Note]:
    for words in frames(process, limits):
        match words:
            case ["sheet", name]:
                yield Sheet(name)
            case ["rows", rows]:
                yield from rows_of(rows)
            case ["note", key, values]:
                yield Note(key, values)
            case ["refused", key, values]:
                raise Unreadable(key, **values)
            case _:
                return
    raise Unreadable(DEADLY.get(process.wait(), "crashed"))


def frames(process: "subprocess.Popen[bytes]", limits: Limits) -> Iterator[list[Any]]:
    """Whole frames until the process ends. Raises Unreadable where it takes too long or says too much."""
    if process.stdout is None:
        return
    pipe, waiting, heard, held = process.stdout.fileno(), limits.wall, 0, bytearray()
    while True:
        began = monotonic()
        ready, _, _ = select.select([pipe], [], [], max(waiting, 0))
        waiting -= monotonic() - began
        if not ready:
            raise Unreadable("time")
        piece = os.read(pipe, PIECE)
        if not piece:
            return
        heard += len(piece)
        if heard > limits.output:
            raise Unreadable("too_much", most=limits.output // MEGABYTE)
        held += piece
        yield from cut(held)


def cut(held: bytearray) -> Iterator[list[Any]]:
    """The frames that have come whole; what is left stays held."""
    start = 0
    while len(held) - start >= LENGTH.size:
        (length,) = LENGTH.unpack_from(held, start)
        if length > LONGEST:
            raise Unreadable("crashed")
        end = start + LENGTH.size + length
        if len(held) < end:
            break
        yield received(bytes(held[start + LENGTH.size : end]))
        start = end
    del held[:start]
