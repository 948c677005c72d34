"""Values of the file that are one record for the whole municipality, as columns of a row that points to them."""

from collections.abc import Callable, Mapping
from typing import Any

from kladka.definitions.format.audience import Address, Venue, spelled_street
from kladka.definitions.format.programme import Organisation
from kladka.programmes.choices import OrganisationKind

Reading = tuple[tuple[str, ...], Callable[[Mapping[str, Any]], Any]]
_ADDRESS = ("street", "building", "flat", "postcode", "locality")


def organisation_from(name: str) -> Reading:
    def value(row: Mapping[str, Any]) -> Organisation | None:
        named = row[f"{name}__name"]
        return Organisation(name=named, kind=OrganisationKind(row[f"{name}__kind"])) if named else None

    return (f"{name}__name", f"{name}__kind"), value


def venue_from(name: str) -> Reading:
    parts = tuple(f"{name}__address__{part}" for part in _ADDRESS)
    own = (f"{name}__name", f"{name}__description", f"{name}__is_revitalised", f"{name}__district__name")

    def value(row: Mapping[str, Any]) -> Venue:
        said = dict(zip(_ADDRESS, (row[part] for part in parts), strict=True))
        named, note, is_revitalised, district = (row[column] for column in own)
        return Venue.model_construct(
            name=named,
            note=note,
            address=_address(said) if said["locality"] else None,
            district=district or "",
            is_revitalised=is_revitalised,
        )

    return (*own, *parts), value


def _address(said: dict[str, Any]) -> Address:
    return Address.model_construct(**{**said, "street": spelled_street(said["street"])})
