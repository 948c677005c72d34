"""Everything that changes a definition: `load` makes the records say what a file says."""

from kladka.definitions.actions.loading import Loaded, load

__all__ = ["Loaded", "load"]
