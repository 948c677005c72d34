import json
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection

from kladka.municipalities.jobs import every_night
from kladka.municipalities.models import Municipality

NAME = "kladka.municipalities.tests.test_jobs.count_bridges"


@dataclass(frozen=True)
class CountBridges:
    name: str = NAME


NIGHTLY = [CountBridges()]


@pytest.mark.django_db
def test_every_night_each_municipality_gets_its_jobs(settings: Any, other_municipality: Municipality) -> None:
    settings.TIMETABLE = f"{__name__}.NIGHTLY"

    put = every_night(timestamp=0)

    with connection.cursor() as cursor:
        cursor.execute("SELECT args FROM public.procrastinate_jobs WHERE task_name = %s", [NAME])
        schemas = sorted(json.loads(args)["schema"] for (args,) in cursor.fetchall())
    assert (put, schemas) == (2, [other_municipality.schema_name, "test"])
