"""The access that every route must have. A new route: one line in `tests/routes/<module>.py`, in its `ROUTES`.

    Public("portal:home")                                           anybody
    Own("desk:today")                                               everybody who is signed in
    Desk("people:change_person", opens=CASE_WORK, forbids=READING, build=a_person)
    Desk("activities:cancel", opens=…, build=a_session, method="post", data={"reason": "…"}, answers=302)

`build` makes the thing that the address speaks of and gives the arguments of the address; `asks` gives its query.
They get a `World`: users have their roles in `world.edition` (partners and commissioned organisations only in
`world.offer`) and never in `world.elsewhere`. Who neither opens nor is forbidden gets `hides`, the 404 of a row that
is not there.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pkgutil import iter_modules
from typing import Literal

from kladka.programmes.access import ADMINISTRATORS, OUTSIDERS, SCORING
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition, Offer


@dataclass(frozen=True)
class World:
    edition: Edition
    offer: Offer
    elsewhere: Edition


def nothing(_world: World) -> Sequence[object]:
    """The address of a page that speaks of no single thing."""
    return ()


def nothing_more(_world: World) -> Mapping[str, object]:
    """An address without a query."""
    return {}


Build = Callable[[World], Sequence[object]]
Roles = frozenset[TeamRole]
NOBODY: Roles = frozenset()
EVERY_ROLE: Roles = frozenset(TeamRole)
# Who works in the whole of an edition, not only in a task or an offer of it, nor only in a committee: that one reaches
# the applications of its own rounds and nobody's file.
IN_THE_WHOLE: Roles = EVERY_ROLE - OUTSIDERS - ADMINISTRATORS - SCORING


@dataclass(frozen=True)
class Route:
    name: str
    build: Build = nothing
    method: Literal["get", "post"] = "get"
    data: Mapping[str, object] = field(default_factory=dict)
    asks: Callable[[World], Mapping[str, object]] = nothing_more
    answers: int = 200


@dataclass(frozen=True)
class Public(Route):
    """Open to anybody, signed in or not."""

    is_national: bool = False


@dataclass(frozen=True)
class Own(Route):
    """Open to everybody who is signed in, whatever the role, and to nobody else."""


@dataclass(frozen=True)
class Desk(Route):
    """Open to some roles. `of_edition=False`: a role in any edition is enough."""

    opens: Roles = NOBODY
    forbids: Roles = NOBODY
    hides: int = 404
    of_edition: bool = True

    def expected(self, role: TeamRole) -> int:
        if role in self.opens:
            return self.answers
        return 403 if role in self.forbids else self.hides


def table() -> list[Route]:
    """The lines of all modules in this folder."""
    found = sorted(one.name for one in iter_modules(__path__))
    return [route for name in found for route in import_module(f"{__name__}.{name}").ROUTES]
