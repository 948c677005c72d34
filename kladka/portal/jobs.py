"""What follows after a programme has changed."""

from procrastinate.contrib.django import app

from kladka.core import clock
from kladka.municipalities.queries import in_municipality
from kladka.portal import actions


@app.task(name="kladka.portal.jobs.refresh_public_copies")
def refresh_public_copies(*, schema: str, programme_id: int = 0) -> int:  # noqa: ARG001 - all copies of the town are written anew
    """The national page says what the municipality says now. Safe to run twice."""
    with in_municipality(schema):
        return actions.refresh_public_copies(at=clock.now())
