"""Texts of which each language has its own."""

from collections.abc import Iterable

from kladka.portal.choices import Audience
from kladka.portal.models import PrivacyNotice


def one_of_each(rows: Iterable[PrivacyNotice]) -> list[PrivacyNotice]:
    """One notice for each audience, in the order of the list: the first that comes, in the reader's language."""
    first: dict[str, PrivacyNotice] = {}
    for row in rows:
        first.setdefault(row.audience, row)
    return [first[one] for one in Audience.values if one in first]
