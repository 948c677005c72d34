"""Everything that changes programmes and their teams, one verb each."""

from kladka.programmes.actions.team import end_role, give_role

__all__ = ["end_role", "give_role"]
