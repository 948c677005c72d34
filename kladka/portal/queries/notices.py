"""Privacy notices in the order in which people look for theirs."""

from collections.abc import Iterable

from kladka.portal.choices import Audience
from kladka.portal.models import PrivacyNotice


def in_order(rows: Iterable[PrivacyNotice]) -> list[PrivacyNotice]:
    return sorted(rows, key=lambda notice: Audience.values.index(notice.audience))
