"""A process in which a town lives ends with the one that started it, whatever ended that one."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

PARENT = """
import os, time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from kladka.demo.workers import begin

if __name__ == "__main__":
    pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=begin)
    print(pool.submit(os.getpid).result(), flush=True)
    pool.submit(time.sleep, 600)
    time.sleep(600)
"""


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks for processes in /proc")
def test_a_killed_parent_leaves_no_worker_behind(tmp_path: Path) -> None:
    program = tmp_path / "parent.py"
    program.write_text(PARENT)
    with subprocess.Popen([sys.executable, str(program)], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        parent.kill()

    assert is_gone(worker)


def is_gone(worker: int) -> bool:
    """A process that nobody has waited for yet has no words any more."""
    words = Path(f"/proc/{worker}/cmdline")
    for _ in range(1200):
        try:
            if not words.read_bytes():
                return True
        except OSError:
            return True
        time.sleep(0.05)
    return False
