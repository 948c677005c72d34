import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django import app

from kladka.core.facts import Fact
from kladka.core.queue import Reactions, announce

if TYPE_CHECKING:
    from pytest_django import Settings

NAME = "kladka.core.tests.test_queue.count_bridges"


@dataclass(frozen=True, slots=True)
class BridgeBuilt(Fact):
    bridge_id: int


class BrokenOffError(Exception):
    pass


@app.task(name=NAME)
def count_bridges(*, schema: str, bridge_id: int) -> None:
    """Never run here: what matters is whether it is in the queue."""


REACTIONS: Reactions = {BridgeBuilt: [count_bridges]}


@pytest.fixture(autouse=True)
def _reactions(settings: "Settings") -> None:
    settings.REACTIONS = f"{__name__}.REACTIONS"


def waiting() -> list[tuple[str, dict[str, object]]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, args FROM procrastinate_jobs WHERE task_name = %s", [NAME])
        return [(name, json.loads(args)) for name, args in cursor.fetchall()]


@transaction.atomic
def break_off() -> None:
    announce(BridgeBuilt(7))
    raise BrokenOffError


@pytest.mark.django_db
def test_a_fact_puts_its_jobs_into_the_queue_with_the_municipality() -> None:
    announce(BridgeBuilt(7))

    assert waiting() == [(NAME, {"schema": "test", "bridge_id": 7})]


@pytest.mark.django_db
def test_no_job_follows_what_was_rolled_back() -> None:
    with pytest.raises(BrokenOffError):
        break_off()

    assert waiting() == []


@pytest.mark.django_db
def test_a_fact_that_nobody_waits_for_is_no_mistake() -> None:
    @dataclass(frozen=True, slots=True)
    class NobodyCares(Fact):
        pass

    announce(NobodyCares())

    assert waiting() == []
