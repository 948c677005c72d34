"""How often one address, and the whole municipality, may knock at the portal in an hour. Counted in the database.

A count is one statement of its own, so it stays also where the request is refused, and holds for every process.
"""

from collections.abc import Mapping
from datetime import datetime

from django.db import connection

from kladka.recruitment import errors, tickets
from kladka.recruitment.choices import Knock
from kladka.recruitment.models import KnockCount

EVERYBODY = "everybody"
# A library or the centre itself may stand behind one address.
MOST: Mapping[Knock, tuple[int, int]] = {Knock.START: (30, 300), Knock.SEND: (20, 200), Knock.CODE: (5, 500)}


def knock(kind: Knock, source: str, *, at: datetime) -> None:
    """Raises TooManyKnocks. `source` is a network address; of wrong codes, the draft."""
    hour = at.replace(minute=0, second=0, microsecond=0)
    mine, all_of_them = MOST[kind]
    if counted(kind, tickets.source_of(source), hour) > mine or counted(kind, EVERYBODY, hour) > all_of_them:
        raise errors.TooManyKnocks


def is_quiet(kind: Knock, source: str, *, at: datetime) -> bool:
    """Whether one more is still allowed, without counting it."""
    hour = at.replace(minute=0, second=0, microsecond=0)
    found = KnockCount.objects.filter(kind=kind, source=tickets.source_of(source), hour=hour).first()
    return found is None or found.number < MOST[kind][0]


def counted(kind: Knock, source: str, hour: datetime) -> int:
    """One more; gives how many there are now. Two at once are two."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO recruitment_knockcount (kind, source, hour, number) VALUES (%s, %s, %s, 1)"
            " ON CONFLICT (kind, source, hour) DO UPDATE SET number = recruitment_knockcount.number + 1"
            " RETURNING number",
            [kind, source, hour],
        )
        (number,) = cursor.fetchone()
    return int(number)
