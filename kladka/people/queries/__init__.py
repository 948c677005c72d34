"""Questions about people: the list (`listing.py`), and what a record shows (`records.py`)."""

from kladka.people.queries.listing import Asked, Listing, count_seen, page_of
from kladka.people.queries.records import Around, around, card, ids_of, in_batches, the_one, with_details

__all__ = [
    "Around",
    "Asked",
    "Listing",
    "around",
    "card",
    "count_seen",
    "ids_of",
    "in_batches",
    "page_of",
    "the_one",
    "with_details",
]
