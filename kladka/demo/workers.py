"""The processes in which towns live: none of them outlives the one that started it."""

import os
import signal
from multiprocessing import parent_process
from threading import Thread

import django


def begin() -> None:
    """What a new process does first. Ctrl-C reaches it too, but it is its parent who answers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    django.setup()


def _end_with_parent() -> None:
    """However the parent ends: what is half done here is taken back by the database."""
    parent = parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)
