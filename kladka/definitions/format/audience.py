"""For whom and where: areas, sites, target groups, communities, local activity programmes."""

from typing import Annotated, Self

from pydantic import Field, model_validator

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
from kladka.programmes.choices import AreaKind, CommunityKind, Sex, SiteRole, TargetKind


class Address(Value):
    """One address; the municipality keeps it once."""

    street: MaybeLine = ""
    building: MaybeLine = ""
    flat: MaybeLine = ""
    postcode: MaybeLine = ""
    locality: Line

    def __str__(self) -> str:
        """One line, as on an envelope: ul. Francuska 70, 40-028 Katowice."""
        house = f"{self.street or self.locality} {self.building}".strip()
        house = f"{house}/{self.flat}" if self.flat else house
        town = f"{self.postcode} {self.locality}".strip()
        return f"{house}, {town}" if self.street or self.building else town


class Venue(Value):
    """A place as it was published: its name, its address, or only its district."""

    name: MaybeLine = ""
    note: MaybeLine = ""
    address: Address | None = None
    district: MaybeLine = ""
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
