"""Named as Django looks for it."""

import select
from typing import TYPE_CHECKING, Any

from django.db.backends.base.base import NO_DB_ALIAS
from django.db.backends.postgresql import base

if TYPE_CHECKING:
    from psycopg import Connection
    from psycopg_pool import ConnectionPool


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's own check sends a question before every request, a third of the time of a page from memory."""

    @property
    def pool(self) -> "ConnectionPool[Connection[Any]] | None":
        options = self.settings_dict["OPTIONS"].get("pool")
        if self.alias == NO_DB_ALIAS or not options:
            return None
        pools: dict[str, ConnectionPool[Connection[Any]]] = self._connection_pools  # type: ignore[attr-defined]
        if self.alias not in pools:
            pools.setdefault(self.alias, self._new_pool(options))  # two threads at once: the first one counts
        return pools[self.alias]

    def _new_pool(self, options: dict[str, Any]) -> "ConnectionPool[Connection[Any]]":
        from psycopg_pool import ConnectionPool  # noqa: PLC0415 - commands work without a pool

        return ConnectionPool(
            kwargs={**self.get_connection_params(), "autocommit": True},
            open=False,  # the first connection opens it
            configure=self._configure_connection,  # type: ignore[arg-type]  # Django asks whether to commit
            check=check_still_there,
            **options,
        )

    def _configure_connection(self, connection: "Connection[Any]") -> bool:
        """Without compiled queries: for a wide one a server compiles ten times longer than it then reads.

        And with what a page costs today, in memory or on a disk without moving parts: else a server that nobody has tuned
        reads whole tables where an index holds the answer.
        """
        super()._configure_connection(connection)  # type: ignore[misc]
        connection.execute("SET jit = off; SET random_page_cost = 1.1")
        return True


def check_still_there(connection: "Connection[Any]") -> None:
    """A server that goes away says so: only where something waits to be read it is asked. Raises OperationalError."""
    from psycopg_pool import ConnectionPool  # noqa: PLC0415

    waiting = select.poll()
    waiting.register(connection.fileno(), select.POLLIN)
    if waiting.poll(0):
        ConnectionPool.check_connection(connection)
