"""The list of people and the search in it, at 100,000, as a coordinator of the edition that holds them all sees it.

Server time of the whole page; the floor is one row read by its key.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial

from django.test import RequestFactory

from kladka.accounts.models import User
from kladka.config.bench.records import SIZE, an_edition_of_many, somebody
from kladka.config.bench.rows import Limit, Row, timed
from kladka.core.clock import now
from kladka.people.models import Person
from kladka.people.views import people
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import TeamMember

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
    "search, nobody": {"q": "qqxqq"},
}


def measure() -> Iterator[Row]:
    edition = an_edition_of_many()
    user, _new = User.objects.get_or_create(
        email="bench@example.org", defaults={"name": "Bench", "added_at": now()}
    )
    TeamMember.objects.get_or_create(
        user=user, role=TeamRole.COORDINATOR, edition=edition, defaults={"from_day": date(2024, 1, 1)}
    )
    one = somebody()
    floor = timed(lambda: Person.objects.get(pk=one.pk))
    asked = {**ASKED, "search, a PESEL": {"q": one.pesel or ""}}
    for name, query in asked.items():
        yield Row(f"people: {name}", f"{SIZE:,} people", timed(partial(page, query, user)), floor, QUICK)


def page(query: dict[str, str], user: User) -> bytes:
    """The finished page."""
    request = RequestFactory().get("/desk/people/", query)
    request.user, request.session = user, {}  # type: ignore[assignment]  # the frame asks what was opened last
    content: bytes = people(request).content  # type: ignore[arg-type, attr-defined]
    return content
