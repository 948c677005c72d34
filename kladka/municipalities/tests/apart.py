"""For tests of two people at the same moment: a municipality that other connections see, and rows held until both wait.

from kladka.municipalities.tests.apart import all_at_once, apart, in_apart
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("apart")]
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from time import monotonic, sleep
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import QuerySet

from kladka.municipalities import actions, queries
from kladka.municipalities.models import Municipality

SLUG, HOST = "apart", "apart.localhost"
WAITING = """
    SELECT count(*) FROM pg_stat_clear_snapshot(), pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'
"""
PATIENCE = 30  # seconds until a test that cannot succeed ends


def committed(work: Callable[[], Any]) -> Any:
    """On a connection of its own, which the test does not roll back."""

    def working() -> Any:
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(working).result()


@pytest.fixture
def apart(db: None) -> Iterator[None]:  # noqa: ARG001
    """A municipality that is really there for other connections, and gone after the test."""

    def make() -> None:
        actions.add_municipality(name="Apart", teryt_code="9903011", host=HOST, slug=SLUG)

    def remove() -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP SCHEMA {SLUG} CASCADE")
        Municipality.objects.filter(schema_name=SLUG).delete()

    committed(make)
    queries.forget_directory()
    yield
    committed(remove)
    queries.forget_directory()


def in_apart(work: Callable[[], Any]) -> Any:
    def there() -> Any:
        with queries.in_municipality(SLUG):
            return work()

    return committed(there)


def all_at_once(held: QuerySet[Any], works: list[Callable[[], Any]]) -> list[Any]:
    """All of them are on their way when the rows, held back until then, are let go."""
    with ThreadPoolExecutor(len(works)) as threads:

        def holding() -> list[Any]:
            with transaction.atomic():
                list(held.select_for_update(of=("self",)))
                begun = [threads.submit(in_apart, work) for work in works]
                wait_for(len(works))
            return [one.result() for one in begun]

        return list(in_apart(holding))


def wait_for(number: int) -> None:
    until = monotonic() + PATIENCE
    with connection.cursor() as cursor:
        while monotonic() < until:
            cursor.execute(WAITING)
            if cursor.fetchone()[0] >= number:
                return
            sleep(0.01)
    raise TimeoutError
