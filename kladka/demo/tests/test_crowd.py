from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from django.db import connection

from kladka.demo import crowd, invention
from kladka.people.models import Involvement, Person
from kladka.people.queries import Asked, Listing
from kladka.people.queries.listing import ALL_OF_FEW, FEW, PAGE
from kladka.programmes.choices import TeamRole
from kladka.programmes.tests.builders import a_role, a_user, an_edition

if TYPE_CHECKING:
    from kladka.accounts.models import User

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_a_crowd_is_written_whole_and_every_pesel_is_one_persons() -> None:
    edition = an_edition()

    crowd.gather(edition, size=300, at=NOON)

    sample = Person.objects.order_by("pk").first()
    assert sample is not None
    written = (sample.sort_key, sample.search_text)
    sample.remember_names()
    assert (Person.objects.count(), Involvement.objects.filter(edition=edition).count()) == (300, 300)
    assert written == (sample.sort_key, sample.search_text)


def test_two_of_one_day_get_different_numbers() -> None:
    people = [*invention.people("twins", women=2, men=0, on=date(2026, 3, 2))]

    assert len({*crowd.unlike([people[0], people[0], people[0]])}) == 3


def test_in_a_crowd_search_and_pages_go_by_their_indexes() -> None:
    edition, everywhere, there = an_edition(), a_user(), a_user()
    a_role(everywhere, TeamRole.SOCIAL_WORKER)
    a_role(there, TeamRole.SOCIAL_WORKER, edition)
    crowd.gather(edition, size=20_000, at=NOON)

    plans = {
        "person_search": plan(Asked(words="malinowa"), everywhere),
        "person_in_order": plan(Asked(), everywhere),
        "involvement_search": plan(Asked(words="t/012345"), there),
        "involvement_in_order": plan(Asked(sex="woman"), there),
    }

    assert [index in plan for index, plan in plans.items()] == [True, True, True, True]


def plan(asked: Asked, user: "User") -> str:
    """How the server reads the first page."""
    listing = Listing(asked, user=user)
    form, ends, until = (ALL_OF_FEW, [FEW], None) if asked.words else (PAGE, [50, 0], 50)
    statement, values = listing.statement(form, until=until)
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {statement}", [*values, *ends])
        return "\n".join(line for (line,) in cursor.fetchall())
