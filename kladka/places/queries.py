from datetime import date

from kladka.places import rules
from kladka.places.models import Address, AreaStreet, RevitalisationArea


def is_inside(*, area: RevitalisationArea, address: Address, on: date) -> rules.AreaAnswer:
    """Whether this address lies in the area on this day, with the version of the register that says so."""
    lines = [street.line for street in AreaStreet.objects.of(area)]
    return rules.inside(lines, street=address.street, building=address.building, on=on)
