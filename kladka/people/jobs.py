"""What happens to people by itself."""

from procrastinate.contrib.django import app

from kladka.core import clock
from kladka.municipalities.queries import in_municipality
from kladka.people import actions


@app.task(name="kladka.people.jobs.look_for_resemblances")
def look_for_resemblances(*, schema: str) -> int:
    """Two records that may be of one person come into the queue of those to compare. Safe to run twice."""
    with in_municipality(schema):
        return actions.look_for_resemblances(at=clock.now())
