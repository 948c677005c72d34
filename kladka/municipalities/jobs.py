"""The timetable: once a night each municipality gets its jobs, named in `config/timetable.py`."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.module_loading import import_string
from procrastinate.contrib.django import app

from kladka.municipalities.models import Municipality
from kladka.municipalities.queries import in_public

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kladka.core.queue import Job


@app.periodic(cron="10 2 * * *")
@app.task(name="kladka.municipalities.jobs.every_night", queueing_lock="every_night")
def every_night(timestamp: int) -> int:  # noqa: ARG001 - the queue says for which night
    """Put the jobs of the night into the queue, each with the schema it is for. Gives how many."""
    jobs: Sequence[Job] = import_string(settings.TIMETABLE)
    with in_public():
        schemas = list(Municipality.objects.order_by("schema_name").values_list("schema_name", flat=True))
        for schema in schemas:
            for job in jobs:
                app.configure_task(job.name).defer(schema=schema)
    return len(schemas) * len(jobs)
