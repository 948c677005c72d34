from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Literal

from kladka.people.actions import merge_people
from kladka.people.models import Consent, Contact, PersonLink
from kladka.people.tests.builders import an_involvement
from kladka.programmes.access import LEADING, OUTSIDERS, WITH_RECORDS
from kladka.programmes.choices import TeamRole
from kladka.programmes.tests.builders import a_user
from tests.routes import IN_THE_WHOLE, Build, Desk, Route, World

WRITERS = OUTSIDERS | {TeamRole.COORDINATOR, TeamRole.SOCIAL_WORKER, TeamRole.ORGANISER}


def somebody(world: World) -> Sequence[object]:
    """Takes part in the whole edition, not in the offer of the outsiders."""
    return [an_involvement(edition=world.edition).person.public_id]


def an_edition_to_write_in(_world: World) -> Sequence[object]:
    """The edition of this municipality; the other one has none."""
    return ()


MERGERS = frozenset({TeamRole.COORDINATOR, TeamRole.ADMINISTRATOR})


def two(world: World) -> Sequence[object]:
    """Both take part in the whole edition."""
    return [*somebody(world), *somebody(world)]


def a_merge(world: World) -> Sequence[object]:
    stays, goes = (an_involvement(edition=world.edition).person for _ in range(2))
    merge = merge_people(stays=stays, goes=goes, chosen={}, by=a_user(), at=datetime(2026, 3, 1, tzinfo=UTC))
    return [merge.pk]


def a_contact(world: World) -> Sequence[object]:
    person = an_involvement(edition=world.edition).person
    return [person.public_id, Contact.objects.create(person=person, kind="phone", value="320000000").pk]


def a_consent(world: World) -> Sequence[object]:
    person = an_involvement(edition=world.edition).person
    given = Consent.objects.create(person=person, kind="image", answer="yes", given_on=date(2026, 2, 1))
    return [person.public_id, given.pk]


def a_link(world: World) -> Sequence[object]:
    first, second = (an_involvement(edition=world.edition).person for _ in range(2))
    link = PersonLink.objects.create(person=first, other=second, role="friend", from_day=date(2026, 2, 1))
    return [first.public_id, link.pk]


def merging(name: str, build: Build, *, method: Literal["get", "post"] = "get", answers: int = 200) -> Desk:
    """Coordinators in their programmes, administrators everywhere; nobody else learns that it is there."""
    return Desk(f"people:{name}", opens=MERGERS, build=build, method=method, answers=answers)


ROUTES: list[Route] = [
    *(
        Desk(f"people:{name}", opens=MERGERS, hides=403, of_edition=False)
        for name in ("duplicates", "merges")
    ),
    merging("comparing", somebody),
    merging("comparison", two),
    merging("telling_apart", two, method="post", answers=302),
    merging("undoing", a_merge, method="post", answers=302),
    Desk("people:people", opens=WITH_RECORDS, hides=403, of_edition=False),
    Desk("people:add_person", opens=WRITERS, hides=403, of_edition=False, build=an_edition_to_write_in),
    *(
        Desk(f"people:{name}", opens=WRITERS - OUTSIDERS, forbids=IN_THE_WHOLE, build=somebody)
        for name in (
            "change_person",
            "address",
            "guardian",
            "close_one",
            "contacts",
            "consents",
            "needs",
            "household",
        )
    ),
    Desk("people:consent", opens=WRITERS - OUTSIDERS, forbids=IN_THE_WHOLE, build=a_consent),
    *(
        Desk(
            f"people:{name}",
            opens=WRITERS - OUTSIDERS,
            forbids=IN_THE_WHOLE,
            build=build,
            method="post",
            answers=302,
        )
        for name, build in (("contact", a_contact), ("close_one_ends", a_link))
    ),
    Desk("people:everything", opens=LEADING, forbids=IN_THE_WHOLE - LEADING, build=somebody),
]
