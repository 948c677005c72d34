"""What happens to messages by itself."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from kladka.core import clock
from kladka.messages import actions
from kladka.messages.errors import StillWaiting
from kladka.municipalities.queries import in_municipality

# After 5, 25, 125, 625 and 3125 seconds; then the job of the night tries, until two days have passed.
AGAIN = RetryStrategy(max_attempts=5, exponential_wait=5, retry_exceptions={StillWaiting})


@app.task(name="kladka.messages.jobs.send_waiting", retry=AGAIN)
def send_waiting(*, schema: str) -> int:
    """All that waits goes out. Safe to run twice, and by two workers at once."""
    with in_municipality(schema):
        outbox = actions.send_waiting(at=clock.now())
    if outbox.left:
        raise StillWaiting(outbox.left)
    return outbox.sent


@app.task(name="kladka.messages.jobs.delete_old_texts")
def delete_old_texts(*, schema: str) -> int:
    """Texts go on the day until which they are kept. Safe to run twice."""
    with in_municipality(schema):
        return actions.delete_old_texts(on=clock.today(), at=clock.now())
