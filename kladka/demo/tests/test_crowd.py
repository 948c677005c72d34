from datetime import UTC, date, datetime

import pytest

from kladka.demo import crowd, invention
from kladka.people import queries
from kladka.people.models import Involvement, Person
from kladka.people.queries import Asked
from kladka.programmes.choices import TeamRole
from kladka.programmes.tests.builders import a_role, a_user, an_edition

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
    edition, clerk = an_edition(), a_user()
    a_role(clerk, TeamRole.SOCIAL_WORKER)
    crowd.gather(edition, size=20_000, at=NOON)

    search = queries.found(Asked(words="malinowa"), user=clerk).explain()
    number = queries.found(Asked(words="t/012345"), user=clerk).explain()
    page = queries.found(Asked(), user=clerk).values_list("pk")[:50].explain()

    used = {
        "a name": "person_search" in search,
        "a number": "person_search" in number,
        "a page": "person_in_order" in page,
    }
    assert used == {"a name": True, "a number": True, "a page": True}
