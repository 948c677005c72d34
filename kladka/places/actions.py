"""Everything that changes places."""

from collections.abc import Collection, Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from kladka.audit.actions import changes_between, fields_of, record
from kladka.places import rules
from kladka.places.errors import BuildingMissing, NameMissing
from kladka.places.models import Address, AreaStreet, District, RevitalisationArea, Room, Venue

if TYPE_CHECKING:
    from kladka.accounts.models import User


@transaction.atomic
def name_district(*, name: str, by: "User", at: datetime) -> District:
    """The district of this name, made when it is new. Raises NameMissing."""
    district, is_new = District.objects.get_or_create(name=_named(name))
    if is_new:
        record("places.district_named", on=district, by=by, at=at)
    return district


@transaction.atomic
def register_address(
    *, written: rules.Written, district: District | None = None, by: "User | None", at: datetime
) -> Address:
    """The one record of this place, made when nobody has named it before.

    Another spelling of a known place gives the known record; it then learns a postcode or district that it
    did not have. Raises PostcodeMalformed, BuildingMissing.
    """
    place = checked_place(written)
    made = {**asdict(place), "district": district}
    address, is_new = Address.objects.get_or_create(key=rules.address_key(place), defaults=made)
    if is_new:
        record("places.address_registered", on=address, by=by, at=at)
    else:
        _complete(address, postcode=place.postcode, district=district, by=by, at=at)
    return address


@transaction.atomic
def register_addresses(*, written: Collection[rules.Written]) -> dict[str, int]:
    """The records of many places by their keys (`rules.address_key`), made where nobody has named them before.

    Three statements, however many. Leaves no entry in the trail: the action that calls it leaves one for all.
    Raises PostcodeMalformed, BuildingMissing.
    """
    places = {rules.address_key(one): one for one in written}
    known = Address.objects.filter(key__in=list(places)).values_list("key", "pk")
    found = dict(known)
    new = sorted(places.keys() - found.keys())
    made = (Address(key=key, **asdict(checked_place(places[key]))) for key in new)
    Address.objects.bulk_create(made, ignore_conflicts=True)
    return {**found, **dict(known.all())} if new else found


def checked_place(written: rules.Written) -> rules.Written:
    """The address as it is kept. Raises PostcodeMalformed, BuildingMissing."""
    place = rules.tidy(written)
    rules.check_postcode(place.postcode)
    if place.street and not place.building:
        raise BuildingMissing(place.street)
    return place


def _complete(
    address: Address, *, postcode: str, district: District | None, by: "User | None", at: datetime
) -> None:
    """Fill what was not known of the place; what is known is not overwritten by the way."""
    before = fields_of(address, ["postcode", "district"])
    address.postcode = address.postcode or postcode
    address.district = address.district or district
    learned = changes_between(before, fields_of(address, ["postcode", "district"]))
    if learned:
        address.save(update_fields=[one.field for one in learned])
        record("places.address_completed", on=address, by=by, at=at, changes=learned)


@transaction.atomic
def open_venue(
    *,
    name: str,
    address: Address | None = None,
    district: District | None = None,
    description: str = "",
    is_revitalised: bool = False,
    by: "User",
    at: datetime,
) -> Venue:
    """The venue of this name at this place, made when it is new. Of some only the address or the district is known.

    Raises NameMissing where nothing is known.
    """
    named = rules.spaced(name) if address or district else _named(name)
    said = {"description": description, "is_revitalised": is_revitalised}
    venue, is_new = Venue.objects.get_or_create(name=named, address=address, district=district, defaults=said)
    if is_new:
        record("places.venue_opened", on=venue, by=by, at=at)
    return venue


@transaction.atomic
def describe_venue(*, venue: Venue, description: str, is_revitalised: bool, by: "User", at: datetime) -> None:
    """What is said of a venue from now on; what is the same already changes nothing."""
    before = fields_of(venue, ["description", "is_revitalised"])
    changes = changes_between(before, {"description": description, "is_revitalised": is_revitalised})
    if changes:
        venue.description, venue.is_revitalised = description, is_revitalised
        venue.save(update_fields=["description", "is_revitalised"])
        record("places.venue_described", on=venue, by=by, at=at, changes=changes)


@transaction.atomic
def add_room(
    *, venue: Venue, name: str, seats: int | None = None, is_exclusive: bool = True, by: "User", at: datetime
) -> Room:
    """The room of this name in the venue, made when it is new. Raises NameMissing."""
    room, is_new = Room.objects.get_or_create(
        venue=venue, name=_named(name), defaults={"seats": seats, "is_exclusive": is_exclusive}
    )
    if is_new:
        record("places.room_added", on=room, by=by, at=at)
    return room


@transaction.atomic
def name_area(*, name: str, resolution: str = "", by: "User", at: datetime) -> RevitalisationArea:
    """The revitalisation area of this name, made when it is new. Raises NameMissing."""
    area, is_new = RevitalisationArea.objects.get_or_create(
        name=_named(name), defaults={"resolution": resolution}
    )
    if is_new:
        record("places.area_named", on=area, by=by, at=at)
    return area


@transaction.atomic
def adopt_register(
    *, area: RevitalisationArea, lines: Iterable[rules.StreetLine], valid_from: date, by: "User", at: datetime
) -> None:
    """A new version of the area's street register. The same day again replaces that day's version."""
    RevitalisationArea.objects.select_for_update().get(pk=area.pk)
    area.streets.filter(valid_from=valid_from).delete()
    rows = [
        AreaStreet(
            area=area,
            street=rules.street_name(line.street),
            from_no=line.from_no,
            to_no=line.to_no,
            parity=line.parity,
            valid_from=valid_from,
        )
        for line in lines
    ]
    AreaStreet.objects.bulk_create(rows)
    record(
        "places.register_adopted", on=area, by=by, at=at, lines=len(rows), valid_from=valid_from.isoformat()
    )


def _named(name: str) -> str:
    spaced = rules.spaced(name)
    if not spaced:
        raise NameMissing
    return spaced
