"""How places are given: weights, levels, quotas and the order among equals say all that they need."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from kladka.definitions.errors import Finding, found
from kladka.definitions.format import ProgrammeFile
from kladka.recruitment.choices import Answer, Combining, CriterionKind, TieKey, Trait

if TYPE_CHECKING:
    from kladka.definitions.format.recruitment import Criterion, RoundQuota

_NEEDS = {
    Trait.AGE: ("age_from", "age_to"),
    Trait.AREA: ("area",),
    Trait.GROUND: ("ground",),
    Trait.CRITERION: ("criterion",),
}
_WHOLE = Decimal(100)


def weights_make_a_whole(programme: ProgrammeFile) -> Iterator[Finding]:
    """Where sources are weighed, the weights make 100 %; for shares each needs the most points it can give."""
    for place, scheme in enumerate(programme.schemes):
        sources = [one for one in programme.scheme_sources if one.scheme == scheme.key]
        weights = sum((one.weight or Decimal(0) for one in sources), Decimal(0))
        if scheme.combining != Combining.SUM and weights != _WHOLE:
            yield found(("schemes", place, "combining"), "weights", sum=weights)
        if scheme.combining == Combining.SHARE and not all(one.maximum for one in sources):
            yield found(("schemes", place, "combining"), "no_source_maximum")


def weighed_points_have_a_source(programme: ProgrammeFile) -> Iterator[Finding]:
    weighed = {one.key for one in programme.schemes if one.combining != Combining.SUM}
    weights = {(one.scheme, one.source) for one in programme.scheme_sources}
    for place, row in enumerate(programme.criteria):
        known = (row.scheme, row.source) in weights
        if row.kind == CriterionKind.PREMIUM and row.scheme in weighed and not known:
            yield found(("criteria", place, "source"), "no_source", scheme=row.scheme)


def criteria_can_be_answered(programme: ProgrammeFile) -> Iterator[Finding]:
    """Levels stand below criteria that ask for them; premium criteria of a scheme give points somewhere."""
    levels = {one.criterion for one in programme.criterion_options}
    numbered = {one.criterion for one in programme.criterion_options if one.at_least is not None}
    for place, row in enumerate(programme.criteria):
        if row.scheme is None:
            continue
        if (row.answer != Answer.YES_NO) != (row.key in levels):
            yield found(("criteria", place, "answer"), "levels", known=", ".join(Answer.values[1:]))
        elif row.answer == Answer.NUMBER and row.key not in numbered:
            yield found(("criteria", place, "answer"), "no_numbers")
        elif row.kind == CriterionKind.PREMIUM and row.points is None and row.key not in levels:
            yield found(("criteria", place, "points"), "no_points")


def traits_are_whole(programme: ProgrammeFile) -> Iterator[Finding]:
    """A trait says of whom: an age its bounds, an area which one."""
    rows: dict[str, tuple[Criterion | RoundQuota, ...]] = {
        "criteria": programme.criteria,
        "round_quotas": programme.round_quotas,
    }
    for section, listed in rows.items():
        for place, row in enumerate(listed):
            needed = _NEEDS.get(row.trait, ()) if row.trait else ()
            if needed and all(getattr(row, name, None) is None for name in needed):
                yield found((section, place, "trait"), "trait_of_whom", name=needed[0], given=str(row.trait))


def quotas_say_how_many(programme: ProgrammeFile) -> Iterator[Finding]:
    for place, row in enumerate(programme.round_quotas):
        if (row.number is None) == (row.share is None):
            yield found(("round_quotas", place, "number"), "number_or_share")
        if row.share is not None and row.share > _WHOLE:
            yield found(("round_quotas", place, "share"), "share_above_whole", given=row.share)


def ties_name_their_criterion(programme: ProgrammeFile) -> Iterator[Finding]:
    of = {row.key: row.scheme for row in programme.criteria}
    for place, row in enumerate(programme.tie_breaks):
        if (row.by == TieKey.CRITERION) != (row.criterion is not None):
            yield found(("tie_breaks", place, "criterion"), "tie_criterion")
        elif row.criterion is not None and of[row.criterion] != row.scheme:
            yield found(("tie_breaks", place, "criterion"), "other_scheme", given=row.criterion)
