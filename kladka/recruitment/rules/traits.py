"""What the record knows of an applicant, and whether that is what a criterion or a quota wants."""

from dataclasses import dataclass

from kladka.recruitment.choices import Trait


@dataclass(frozen=True, kw_only=True)
class Facts:
    """On the day on which the application came. `areas` is None where no address is known."""

    is_woman: bool
    age: int
    areas: frozenset[int] | None = None
    grounds: frozenset[int] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A trait and of whom: bounds of an age (both ends count), an area, a ground."""

    trait: str = ""
    age_from: int | None = None
    age_to: int | None = None
    area: int | None = None
    ground: int | None = None


def holds(wanted: Wanted, facts: Facts) -> bool | None:
    """None where the record does not know, and somebody has to say."""
    if wanted.trait == Trait.WOMEN:
        return facts.is_woman
    if wanted.trait == Trait.MEN:
        return not facts.is_woman
    if wanted.trait == Trait.AGE:
        return (wanted.age_from or 0) <= facts.age <= (facts.age if wanted.age_to is None else wanted.age_to)
    if wanted.trait == Trait.AREA:
        return None if facts.areas is None else wanted.area in facts.areas
    if wanted.trait == Trait.GROUND:
        return wanted.ground in facts.grounds
    return bool(facts.grounds) if wanted.trait == Trait.GROUNDS else None
