"""What recruitment does by itself."""

from procrastinate.contrib.django import app

from kladka.core import clock
from kladka.municipalities.queries import in_municipality
from kladka.recruitment import actions


@app.task(name="kladka.recruitment.jobs.delete_outdated_drafts")
def delete_outdated_drafts(*, schema: str) -> int:
    """Applications of the portal that nobody sent go on the day that was promised. Safe to run twice."""
    with in_municipality(schema):
        return actions.delete_outdated_drafts(on=clock.today(), at=clock.now())
