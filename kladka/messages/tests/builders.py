"""Messages for tests; every value can be given."""

from datetime import UTC, datetime
from itertools import count
from typing import Any

from kladka.messages.actions import Posting, post
from kladka.messages.choices import Occasion
from kladka.messages.models import Message
from kladka.messages.queries import Addressee
from kladka.people.models import Person
from kladka.people.tests.builders import a_person
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import an_edition

NINE = datetime(2026, 3, 10, 8, tzinfo=UTC)
_numbers = count(1)


def a_posting(person: Person | None = None, *, edition: Edition | None = None, **given: Any) -> Posting:
    """A confirmation, unless told otherwise."""
    person, edition = person or a_person(), edition or an_edition()
    wanted = {
        "occasion": Occasion.RECEIVED,
        "about": person,
        "key": f"occasion {next(_numbers)}",
        "addressee": Addressee(name=person.spoken_name, email="anna@example.org"),
        "values": {"number": "Z-0001"},
    }
    return Posting(edition=edition, person=person, **{**wanted, **given})


def a_message(person: Person | None = None, *, edition: Edition | None = None, **given: Any) -> Message:
    return post(a_posting(person, edition=edition, **given), by=None, at=NINE)


def a_letter(person: Person | None = None, *, edition: Edition | None = None) -> Message:
    person = person or a_person()
    to = Addressee(name=person.spoken_name, lines=["Kwiatowa 4", "40-001 Katowice"])
    return a_message(person, edition=edition, addressee=to)
