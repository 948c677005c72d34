from importlib import import_module

import pytest
from django.db import connection

from kladka.people.models import Involvement, Person
from kladka.people.queries import Asked, Listing, count_seen
from kladka.people.tests.builders import a_person, an_involvement
from kladka.programmes.choices import TeamRole
from kladka.programmes.tests.builders import a_role, a_task, a_user, an_edition, an_offer

pytestmark = pytest.mark.django_db
WORKER = TeamRole.SOCIAL_WORKER


def names(listing: Listing) -> list[str]:
    people = Person.objects.in_bulk(list(listing[:]))
    return [people[key].last_name for key in listing[:]]


def test_who_stands_in_several_places_is_listed_once_and_in_order_with_those_of_the_others() -> None:
    first, second, user = an_edition(), an_edition(), a_user()
    task, offer = a_task(second), an_offer(second)
    for narrowed in (
        {"edition": first},
        {"edition": second, "task": task},
        {"edition": second, "offer": offer},
    ):
        a_role(user, WORKER, **narrowed)
    lis = a_person("Lis")
    for given in ({"edition": first}, {"edition": second, "task": task}, {"edition": second, "offer": offer}):
        an_involvement(lis, **given)
    an_involvement(a_person("Żuk"), first)
    an_involvement(a_person("Ćma"), second, task=task)
    an_involvement(a_person("Bąk"), second, offer=offer)
    an_involvement(a_person("Sum"), second)

    listing = Listing(Asked(), user=user)

    assert (len(listing), names(listing)) == (4, ["Bąk", "Ćma", "Lis", "Żuk"])
    assert names(Listing(Asked(backwards=True), user=user)) == ["Żuk", "Lis", "Ćma", "Bąk"]
    assert names(Listing(Asked(edition=second), user=user)) == ["Bąk", "Ćma", "Lis"]


@pytest.mark.parametrize("everywhere", [True, False])
def test_filters_say_the_same_to_who_sees_one_edition_and_to_who_sees_all(everywhere: bool) -> None:  # noqa: FBT001
    edition, user = an_edition(), a_user()
    a_role(user, WORKER, **({} if everywhere else {"edition": edition}))
    an_involvement(a_person("Lis", "Ewa"), edition)
    an_involvement(a_person("Lis", "Jan", sex="man"), edition)
    an_involvement(a_person("Мак", "Олена", pesel=None), edition)

    found = {
        "words": names(Listing(Asked(words="lis ew"), user=user)),
        "sex": names(Listing(Asked(sex="man"), user=user)),
        "no PESEL": names(Listing(Asked(without_pesel=True), user=user)),
        "no PESEL, men": names(Listing(Asked(without_pesel=True, sex="man"), user=user)),
        "edition": names(Listing(Asked(edition=edition), user=user)),
        "another edition": names(Listing(Asked(edition=an_edition()), user=user)),
    }

    assert found == {
        "words": ["Lis"],
        "sex": ["Lis"],
        "no PESEL": ["Мак"],
        "no PESEL, men": [],
        "edition": ["Lis", "Lis", "Мак"],
        "another edition": [],
    }


def test_who_has_no_role_sees_nobody() -> None:
    an_involvement()
    user = a_user()

    assert (count_seen(user), Listing(Asked(), user=user)[:50]) == (0, [])


@pytest.mark.parametrize("size", [7, 8])
def test_every_page_is_the_same_from_whichever_end_it_is_read(size: int) -> None:
    edition, user = an_edition(), a_user()
    a_role(user, WORKER, edition)
    for number in range(size):
        an_involvement(a_person(f"Lis{number}"), edition)
    listing = Listing(Asked(), user=user)

    pages = [names_of(listing[start : start + 3]) for start in range(0, size, 3)]

    assert [name for page in pages for name in page] == [f"Lis{number}" for number in range(size)]


def names_of(keys: list[int]) -> list[str]:
    people = Person.objects.in_bulk(keys)
    return [people[key].last_name for key in keys]


def test_the_migration_fills_what_lists_go_by_in_towns_that_have_people() -> None:
    person = an_involvement(a_person("Żuk", pesel=None)).person
    Involvement.objects.update(sort_key="", search_text="", sex="man", has_pesel=True)

    with connection.cursor() as cursor:
        cursor.execute(import_module("kladka.people.migrations.0002_what_lists_go_by").RESTATED)

    restated = Involvement.objects.values("sort_key", "search_text", "sex", "has_pesel").get()
    assert restated == person.as_listed
