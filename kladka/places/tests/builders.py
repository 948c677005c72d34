"""Places that tests stand on. Each call makes a new one unless told the same words."""

from dataclasses import asdict
from datetime import date
from itertools import count

from kladka.places import rules
from kladka.places.choices import Parity
from kladka.places.models import Address, District, RevitalisationArea, Room, Venue

KATOWICE = "2469011"
NEW_YEAR = date(2022, 1, 1)
_numbers = count(1)


def a_district(name: str = "Dąb") -> District:
    return District.objects.get_or_create(name=name)[0]


def written(street: str = "Kotlarza", building: str = "10b", flat: str = "") -> rules.Written:
    return rules.Written(
        street=street,
        building=building,
        flat=flat,
        postcode="40-028",
        locality="Katowice",
        municipality_code=KATOWICE,
    )


def an_address(street: str = "Kotlarza", building: str = "", district: District | None = None) -> Address:
    place = written(street, building or str(next(_numbers)))
    return Address.objects.create(**asdict(place), key=rules.address_key(place), district=district)


def a_venue(name: str = "", address: Address | None = None) -> Venue:
    return Venue.objects.create(name=name or f"Klub {next(_numbers)}", address=address or an_address())


def a_room(venue: Venue | None = None, *, is_exclusive: bool = True) -> Room:
    return Room.objects.create(
        venue=venue or a_venue(), name=f"Sala {next(_numbers)}", is_exclusive=is_exclusive
    )


def an_area(street: str = "Kotlarza", valid_from: date = NEW_YEAR) -> RevitalisationArea:
    area = RevitalisationArea.objects.create(name=f"Obszar {next(_numbers)}")
    area.streets.create(street=street, from_no=1, to_no=19, parity=Parity.ODD, valid_from=valid_from)
    return area
