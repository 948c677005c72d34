"""The command `kladka`: one word in, one sentence out when it cannot be."""

import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn

from kladka.config.bench.run import bench
from kladka.config.running.database import database
from kladka.config.running.manage import manage
from kladka.config.running.overview import overview
from kladka.config.running.serving import up
from kladka.core.errors import DomainError

WITHOUT_DATABASE = {
    ("map",),
    ("programme", "check"),
    ("programme", "new"),
    ("programme", "schema"),
    ("help",),
}
HELP = {"-h", "--help"}
INTERRUPTED = 130
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0 only when what was asked is done."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _stop_cleanly_on_signals()
    try:
        return _run(words)
    except DomainError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    except KeyboardInterrupt:
        return 0 if serves(words) else INTERRUPTED


def _run(words: list[str]) -> int:
    if not words or words[0] in HELP:
        sys.stdout.write(f"{overview()}\n")
        return 0
    if serves(words):
        return up(words[1:], demo=words[0] == "demo")
    if words[0] == "bench":
        return bench(words[1:])
    if not needs_database(words):
        return manage(words)
    with database() as addresses:
        os.environ.update(addresses.for_owner())
        return manage(words)


def serves(words: Sequence[str]) -> bool:
    """`kladka demo report` is a management command; `kladka demo` with options serves."""
    return words[:1] == ["up"] or (words[:1] == ["demo"] and all(word.startswith("-") for word in words[1:2]))


def needs_database(words: Sequence[str]) -> bool:
    """A command that only reads files, or only explains itself, starts no server."""
    named = {tuple(words[:1]), tuple(words[:2])}
    return not (HELP & set(words) or named & WITHOUT_DATABASE)


def _stop_cleanly_on_signals() -> None:
    for number in STOPPING:
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:  # as `nohup` wishes
            signal.signal(number, _interrupt)


def _interrupt(_number: int, _frame: FrameType | None) -> NoReturn:
    """Once: an impatient second Ctrl-C must not cut the stopping short."""
    for number in STOPPING:
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
