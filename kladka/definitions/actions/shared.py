"""Records that the municipality keeps once: organisations by name, venues by their place, districts."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from kladka.audit.actions import record
from kladka.definitions.format.audience import Address, Venue
from kladka.definitions.format.programme import Organisation
from kladka.definitions.format.values import Shared
from kladka.places import actions as places
from kladka.places.models import Address as KeptAddress
from kladka.places.models import District
from kladka.places.rules import Written
from kladka.programmes import models

if TYPE_CHECKING:
    from kladka.accounts.models import User


class Keeper:
    """Finds or makes what a row of a programme shares with others."""

    def __init__(self, *, municipality_code: str, by: "User", at: datetime) -> None:
        self.code = municipality_code
        self.by = by
        self.at = at

    def kept(self, name: str, shared: Shared, value: Any, *, if_district: bool) -> dict[str, int | None]:
        """The column of a row that points to the shared record."""
        if shared == Shared.ORGANISATION:
            return {f"{name}_id": self.organisation(value) if value else None}
        if shared == Shared.VENUE:
            return {f"{name}_id": self.venue(value)}
        district = self.district(value) if if_district else None
        return {"district_id": district.pk if district else None}

    def organisation(self, value: Organisation) -> int:
        kept, is_new = models.Organisation.objects.get_or_create(
            name=value.name, defaults={"kind": value.kind.value}
        )
        if is_new:
            record("programmes.organisation_named", on=kept, by=self.by, at=self.at)
        elif kept.kind != value.kind.value:
            kept.kind = value.kind.value
            kept.save(update_fields=["kind"])
            record("programmes.organisation_kind_corrected", on=kept, by=self.by, at=self.at)
        return kept.pk

    def venue(self, value: Venue) -> int:
        district = self.district(value.district)
        kept = places.open_venue(
            name=value.name,
            address=self.address(value.address) if value.address else None,
            district=district,
            description=value.note,
            is_revitalised=value.is_revitalised,
            by=self.by,
            at=self.at,
        )
        places.describe_venue(
            venue=kept, description=value.note, is_revitalised=value.is_revitalised, by=self.by, at=self.at
        )
        return kept.pk

    def address(self, value: Address) -> KeptAddress:
        written = Written(municipality_code=self.code, **value.model_dump())
        kept = places.register_address(written=written, by=self.by, at=self.at)
        if value.postcode and kept.postcode != value.postcode:
            kept.postcode = value.postcode
            kept.save(update_fields=["postcode"])
            record("places.postcode_corrected", on=kept, by=self.by, at=self.at)
        return kept

    def district(self, name: str) -> District | None:
        return places.name_district(name=name, by=self.by, at=self.at) if name else None
