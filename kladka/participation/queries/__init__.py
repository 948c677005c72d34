"""Reading participations: `cards` (state, plan, supports, what is missing), `papers` (what has to be on paper)."""

from kladka.participation.queries.cards import (
    Card,
    card,
    cards,
    findings_of,
    goal_of,
    minutes_received,
    participant,
    plan_of,
    supports_to_plan,
    waiting_application,
    what_misses,
)
from kladka.participation.queries.papers import Paper, papers_of

__all__ = [
    "Card",
    "Paper",
    "card",
    "cards",
    "findings_of",
    "goal_of",
    "minutes_received",
    "papers_of",
    "participant",
    "plan_of",
    "supports_to_plan",
    "waiting_application",
    "what_misses",
]
