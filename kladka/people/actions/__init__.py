"""Everything that changes people, one verb each."""

from kladka.people.actions.involving import Taking, involve, involve_all

__all__ = ["Taking", "involve", "involve_all"]
