"""What happens by itself every night, in each municipality. A job is told the schema; it is safe to run twice."""

from typing import TYPE_CHECKING

from kladka.messages import jobs as messages
from kladka.people import jobs as people
from kladka.recruitment import jobs as recruitment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kladka.core.queue import Job

NIGHTLY: "Sequence[Job]" = [
    recruitment.delete_outdated_drafts,
    people.look_for_resemblances,
    messages.send_waiting,
    messages.delete_old_texts,
]
