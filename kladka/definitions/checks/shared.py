"""Records that the municipality keeps once must be described alike wherever a file names them."""

from collections.abc import Iterator

from kladka.definitions.errors import Finding, found
from kladka.definitions.format import ProgrammeFile
from kladka.definitions.format.audience import Address, Venue

Seen = dict[object, tuple[object, tuple[str, int, str]]]


def shared_records_are_described_alike(programme: ProgrammeFile) -> Iterator[Finding]:
    seen: Seen = {}
    for place, party in enumerate(programme.parties):
        if party.organisation:
            path = ("parties", place, "organisation")
            yield from _compared(seen, path, party.organisation.name, party.organisation.kind)
    for place, site in enumerate(programme.sites):
        venue, path = site.venue, ("sites", place, "venue")
        yield from _compared(seen, path, _place_of(venue), (venue.note, venue.is_revitalised))
        if venue.address:
            yield from _compared(seen, path, _house_of(venue.address), venue.address.postcode)


def _compared(seen: Seen, path: tuple[str, int, str], of: object, said: object) -> Iterator[Finding]:
    before, first = seen.setdefault(of, (said, path))
    if before != said:
        yield found(path, "described_otherwise", first=first)


def _place_of(venue: Venue) -> object:
    return venue.name, venue.district, venue.address and _house_of(venue.address)


def _house_of(address: Address) -> object:
    """What two spellings of one address share."""
    return tuple(
        part.casefold() for part in (address.street, address.building, address.flat, address.locality)
    )
