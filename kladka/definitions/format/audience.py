"""For whom and where: areas, sites, target groups, communities, local activity programmes."""

from collections.abc import Callable
from typing import Annotated, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from kladka.definitions.format.base import Record, Value
from kladka.definitions.format.values import (
    Key,
    Line,
    MaybeCount,
    MaybeLine,
    MaybeProse,
    MaybeWhole,
    Refers,
    Refusal,
    Shared,
    refuse,
)
from kladka.places import rules as places
from kladka.programmes.choices import AreaKind, CommunityKind, Sex, SiteRole, TargetKind

LONGEST_DISTRICT = 100
_IN_FULL = {"os.": "osiedle", "pl.": "plac", "al.": "al."}


def spelled_street(written: str) -> str:
    """The one spelling of a street here: `ulica Lipowa` is `ul. Lipowa`, `os. Nowe` is `osiedle Nowe`."""
    kept = places.street_name(written)
    kind, _, name = kept.partition(" ")
    if kind in _IN_FULL and name:
        return f"{_IN_FULL[kind]} {name}"
    return f"ul. {kept}" if kept else ""


def _short(longest: int, spelled: Callable[[str], str]) -> tuple[StringConstraints, AfterValidator]:
    return StringConstraints(max_length=longest), AfterValidator(spelled)


class Address(Value):
    """One address; the municipality keeps it once, whatever way it was spelled."""

    street: Annotated[MaybeLine, *_short(140, spelled_street)] = ""
    building: Annotated[MaybeLine, *_short(20, places.building_number)] = ""
    flat: Annotated[MaybeLine, *_short(20, places.building_number)] = ""
    postcode: Annotated[str, StringConstraints(pattern=r"^(\d{2}-\d{3})?$")] = ""
    locality: Annotated[Line, *_short(100, places.spaced)]

    @model_validator(mode="after")
    def _has_a_building(self) -> Self:
        if self.street and not self.building:
            raise refuse(Refusal.NO_BUILDING)
        return self

    def __str__(self) -> str:
        """One line, as on an envelope: ul. Francuska 70, 40-028 Katowice."""
        house = f"{self.street or self.locality} {self.building}".strip()
        house = f"{house}/{self.flat}" if self.flat else house
        town = f"{self.postcode} {self.locality}".strip()
        return f"{house}, {town}" if self.street or self.building else town


class Venue(Value):
    """A place as it was published: its name, its address, or only its district."""

    name: Annotated[MaybeLine, AfterValidator(places.spaced)] = ""
    note: MaybeLine = ""
    address: Address | None = None
    district: Annotated[MaybeLine, *_short(LONGEST_DISTRICT, places.spaced)] = ""
    is_revitalised: bool = False

    @model_validator(mode="after")
    def _is_known_by_something(self) -> Self:
        if not (self.name or self.address or self.district):
            raise refuse(Refusal.EMPTY_VENUE)
        return self

    def __str__(self) -> str:
        """As published: the name with its note, else the address, else the district."""
        named = f"{self.name} ({self.note})" if self.note else self.name
        return ", ".join(part for part in (named, str(self.address or "")) if part) or self.district


class Area(Record):
    """Where the programme works."""

    edition: Annotated[Key | None, Refers("editions")] = None
    kind: Annotated[AreaKind, Field(strict=False)]
    name: Annotated[Line, Shared.DISTRICT]
    is_revitalised: bool = False

    @model_validator(mode="after")
    def _is_a_district_of_the_town(self) -> Self:
        if self.kind == AreaKind.DISTRICT and len(self.name) > LONGEST_DISTRICT:
            raise refuse(Refusal.LONG_DISTRICT)
        return self


class Site(Record):
    """A place that the programme uses."""

    edition: Annotated[Key | None, Refers("editions")] = None
    role: Annotated[SiteRole, Field(strict=False)]
    venue: Annotated[Venue, Shared.VENUE]


class TargetGroup(Record):
    """An audience: by age, sex, trait, area or former participation."""

    edition: Annotated[Key | None, Refers("editions")] = None
    kind: Annotated[TargetKind, Field(strict=False)]
    title: Line
    persons: MaybeCount = None
    age_from: MaybeWhole = None
    age_to: MaybeWhole = None
    sex: Annotated[Sex | None, Field(strict=False)] = None
    trait: MaybeLine = ""
    area: Annotated[Key | None, Refers("areas")] = None
    former_participants_of: MaybeLine = ""

    @model_validator(mode="after")
    def _ages_are_in_order(self) -> Self:
        if self.age_from is not None and self.age_to is not None and self.age_from > self.age_to:
            raise refuse(Refusal.AGES)
        return self


class Community(Record):
    """People of one place or of one kind; it may be only counted."""

    kind: Annotated[CommunityKind, Field(strict=False)]
    name: MaybeLine = ""
    number: MaybeCount = None
    area: Annotated[Key | None, Refers("areas")] = None
    trait: MaybeLine = ""

    @model_validator(mode="after")
    def _is_named_or_counted(self) -> Self:
        if not self.name and self.number is None:
            raise refuse(Refusal.EMPTY_COMMUNITY)
        return self


class LocalActivityProgramme(Record):
    """A programme of one community (PAL); a programme may have several."""

    edition: Annotated[Key | None, Refers("editions")] = None
    title: MaybeLine = ""
    area: Annotated[Key | None, Refers("areas")] = None
    community: Annotated[Key | None, Refers("communities")] = None
    meeting_place: Annotated[Key | None, Refers("sites")] = None
    goal: MaybeProse = ""
