"""What happens here that others follow."""

from dataclasses import dataclass

from kladka.core.facts import Fact


@dataclass(frozen=True, slots=True)
class MessagesPosted(Fact):
    """There is something to send. One job takes all that waits, however many were posted."""
