"""Everything that changes a definition: `load` makes the records say what a file says; drafts lead to it."""

from kladka.definitions.actions.deciding import approve, send_back
from kladka.definitions.actions.drafting import (
    begin_draft,
    begin_programme,
    catch_up,
    hand_in,
    take_back,
    withdraw,
    write,
)
from kladka.definitions.actions.loading import Loaded, load

__all__ = [
    "Loaded",
    "approve",
    "begin_draft",
    "begin_programme",
    "catch_up",
    "hand_in",
    "load",
    "send_back",
    "take_back",
    "withdraw",
    "write",
]
