"""The list of people and the search in it, at 100,000, as a coordinator of the edition that holds them all sees it.

Far pages also as a coordinator of two editions, and as one of all. Server time of the whole page, from the request to
the answer, with session and door; the floor is one row read by its key.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from http import HTTPStatus

from django.test import Client
from django.urls import reverse

from kladka.accounts import second_factor
from kladka.accounts.models import User
from kladka.config.bench.place import HOST
from kladka.config.bench.records import SIZE, STARTS, an_edition_of_many, somebody
from kladka.config.bench.rows import Limit, Row, timed
from kladka.core.clock import now
from kladka.municipalities.tenancy import connection
from kladka.people.models import Involvement, Person
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition, TeamMember

QUICK = Limit(seconds=0.06)
ASKED = {
    "first page": {},
    "page 1000": {"page": "1000"},
    "last page": {"page": "2000"},
    "women": {"sex": "woman"},
    "page 500 of the women": {"sex": "woman", "page": "500"},
    "without a PESEL": {"pesel": "none"},
    "search, part of a name": {"q": "owals"},
    "search, two words": {"q": "jan kowals"},
    "search, two letters": {"q": "ko"},
    "search, one letter, far": {"q": "a", "page": "400"},
    "search, nobody": {"q": "qqxqq"},
    "backwards, far": {"sort": "-name", "page": "900"},
    "men without a PESEL": {"sex": "man", "pesel": "none"},
}


FAR = {
    "page 1000": {"page": "1000"},
    "page 500 of the women": {"sex": "woman", "page": "500"},
    "search, part of a name": {"q": "owals"},
}


def measure() -> Iterator[Row]:
    edition, one = an_edition_of_many(), somebody()
    floor = timed(lambda: Person.objects.get(pk=one.pk))
    there = {"edition": str(edition.pk)}
    own = {**ASKED, "search, a PESEL": {"q": one.pesel or ""}}
    own |= {f"of an edition, {name}": {**there, **query} for name, query in FAR.items()}
    both = {f"two editions, {name}": query for name, query in FAR.items()}
    everywhere = {f"everybody, {name}": query for name, query in FAR.items()}
    for places, asked in (
        ([edition], own),
        ([edition, a_second_edition(edition)], both),
        ([None], everywhere),
    ):
        client = signed_in(a_coordinator(places))
        for name, query in asked.items():
            yield Row(
                f"people: {name}", f"{SIZE:,} people", timed(partial(page, query, client)), floor, QUICK
            )


def a_coordinator(places: Sequence[Edition | None]) -> User:
    user = User.objects.create(email=f"bench{User.objects.count()}@example.org", name="Bench", added_at=now())
    for one in places:
        TeamMember.objects.create(user=user, role=TeamRole.COORDINATOR, edition=one, from_day=STARTS)
    return user


def a_second_edition(first: Edition) -> Edition:
    """Half of the people came again."""
    second = Edition.objects.create(programme=first.programme, key="second", number=2, regime=first.regime)
    again = (
        Involvement(person=person, edition=second, from_day=STARTS, **person.as_listed)
        for person in Person.objects.filter(pk__iregex="[02468]$").iterator()
    )
    Involvement.objects.bulk_create(again, batch_size=5000)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE people_involvement")
    return second


def signed_in(user: User) -> Client:
    """Somebody at the desk who has proved a second factor."""
    client = Client(headers={"host": HOST})
    client.force_login(user)
    session = client.session
    session[second_factor.REMEMBERED] = user.pk
    session.save()
    return client


def page(query: dict[str, str], client: Client) -> bytes:
    """The finished page with all that stands around it. Raises RuntimeError where it is not there."""
    answer = client.get(reverse("people:people"), query)
    if answer.status_code != HTTPStatus.OK:
        raise RuntimeError(f"The list answers {answer.status_code}")
    return answer.content
