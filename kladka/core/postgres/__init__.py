"""A private PostgreSQL of our own, for who has none: found, made, started, shared and stopped.

Owns the data folder's `postgres/` (files, passwords, log). Start at `running`. Uses no Django: it runs before
the settings are read. `python -m kladka.core.postgres COMMAND…` runs a command with the server's address in
its environment.
"""

from kladka.core.postgres.errors import LauncherError
from kladka.core.postgres.server import Server, running

__all__ = ["LauncherError", "Server", "running"]
