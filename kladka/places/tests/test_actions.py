from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kladka.accounts.models import User
from kladka.audit.models import Entry
from kladka.audit.queries import ShownChange, trail_of
from kladka.places import actions, rules
from kladka.places.choices import Parity
from kladka.places.errors import BuildingMissing, NameMissing, PostcodeMalformed
from kladka.places.models import Address, AreaStreet, District, Room, Venue
from kladka.places.tests.builders import a_district, a_venue, an_area, written

pytestmark = pytest.mark.django_db

AT = datetime(2022, 5, 4, 9, tzinfo=UTC)


@pytest.fixture
def clerk(db: None) -> User:  # noqa: ARG001
    return User.objects.create(name="Anna Przykładowa", email="anna@example.com", added_at=AT)


def test_register_address_twice_in_two_spellings_gives_one_record(clerk: User) -> None:
    first = actions.register_address(written=written("ul. Kotlarza", "10 B"), by=clerk, at=AT)
    second = actions.register_address(written=written("Kotlarza", "10b"), by=clerk, at=AT)

    assert second == first
    assert str(first) == "ul. Kotlarza 10b, 40-028 Katowice"
    assert list(Entry.objects.values_list("verb", flat=True)) == ["places.address_registered"]


def test_register_address_learns_the_district_that_was_not_known(clerk: User) -> None:
    first = actions.register_address(written=written(), by=clerk, at=AT)
    actions.register_address(written=written(), district=a_district("Dąb"), by=clerk, at=AT)
    actions.register_address(written=written(), district=a_district("Załęże"), by=clerk, at=AT)

    first.refresh_from_db()
    assert str(first.district) == "Dąb"
    assert trail_of(first)[0].changes == (ShownChange("district", "–", "Dąb"),)


@pytest.mark.parametrize(
    ("place", "refusal"),
    [
        (replace(written(), postcode="40028"), PostcodeMalformed),
        (replace(written(), building=""), BuildingMissing),
    ],
)
def test_register_address_refuses_what_no_letter_would_reach(
    place: rules.Written, refusal: type[Exception], clerk: User
) -> None:
    with pytest.raises(refusal):
        actions.register_address(written=place, by=clerk, at=AT)

    assert (Address.objects.count(), Entry.objects.count()) == (0, 0)


def test_open_venue_and_add_room_twice_give_one_of_each(clerk: User) -> None:
    address = actions.register_address(written=written(), by=clerk, at=AT)
    for _ in range(2):
        venue = actions.open_venue(name="Klub  Sąsiada ", address=address, by=clerk, at=AT)
        room = actions.add_room(venue=venue, name="Sala 1", seats=12, by=clerk, at=AT)

    assert list(Venue.objects.all()) == [venue]
    assert list(Room.objects.values_list("name", "seats", "is_exclusive")) == [("Sala 1", 12, True)]
    assert str(room) == "Klub Sąsiada, Sala 1"


def test_a_place_without_a_name_is_refused(clerk: User) -> None:
    venue = a_venue()
    with pytest.raises(NameMissing):
        actions.name_district(name=" ", by=clerk, at=AT)
    with pytest.raises(NameMissing):
        actions.open_venue(name="", by=clerk, at=AT)
    with pytest.raises(NameMissing):
        actions.add_room(venue=venue, name="", by=clerk, at=AT)

    assert (District.objects.count(), Room.objects.count()) == (0, 0)


def test_adopt_register_again_on_one_day_replaces_that_day_only(clerk: User) -> None:
    area, may = an_area("Kotlarza"), date(2022, 5, 1)
    for streets in (["Dębowa", "Lipowa"], ["Dębowa"]):
        lines = [rules.StreetLine(street, None, None, Parity.ALL, may) for street in streets]
        actions.adopt_register(area=area, lines=lines, valid_from=may, by=clerk, at=AT)

    rows = AreaStreet.objects.of(area).values_list("street", "valid_from")
    assert sorted(rows) == [("Dębowa", may), ("Kotlarza", date(2022, 1, 1))]
    assert [entry.counts for entry in Entry.objects.order_by("pk")] == [
        {"lines": 2, "valid_from": "2022-05-01"},
        {"lines": 1, "valid_from": "2022-05-01"},
    ]
