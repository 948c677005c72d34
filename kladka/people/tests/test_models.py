from datetime import date

import pytest
from django.db import IntegrityError, connection

from kladka.people.choices import Sex
from kladka.people.models import Involvement, Person
from kladka.people.tests.builders import a_person, an_involvement
from kladka.programmes import choices as counted
from kladka.programmes.choices import TeamRole
from kladka.programmes.tests.builders import a_role, a_task, a_user, an_edition, an_offer

pytestmark = pytest.mark.django_db
SOCIAL_WORKER = TeamRole.SOCIAL_WORKER


def test_people_stand_in_the_order_of_the_alphabet_whatever_the_script() -> None:
    for surname in (
        "Шевченко",
        "Żurawska",
        "Ćma",
        "Zięba",
        "Łąka",
        "Nowak",
        "Cis",
        "Źrebak",
        "Lis",
        "Ziarno",
    ):
        a_person(surname)
    a_person("Nowak-Lis")
    a_person("Nowak", "Zofia")

    names = [str(person) for person in Person.objects.in_order()]

    assert names == [
        "Cis Anna", "Ćma Anna", "Lis Anna", "Łąka Anna", "Nowak Anna", "Nowak Zofia", "Nowak-Lis Anna",
        "Ziarno Anna", "Zięba Anna", "Źrebak Anna", "Żurawska Anna", "Шевченко Anna",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("swiet", ["Świętochłowska Zofia"]),
        ("CHŁOW zofia", ["Świętochłowska Zofia"]),
        ("lak", ["Łąka Анна"]),
        ("анна", ["Łąka Анна"]),
        ("800517", ["Łąka Анна"]),
        ("FS/7", ["Świętochłowska Zofia"]),
        ("zofia анна", []),
        ("100%", []),
        ("\0swiet\0", ["Świętochłowska Zofia"]),
        ("", ["Łąka Анна", "Świętochłowska Zofia"]),
    ],
)
def test_a_person_is_found_by_any_part_of_a_name_by_pesel_and_by_number(words: str, found: list[str]) -> None:
    a_person("Łąka", "Анна")
    zofia = a_person("Świętochłowska", "Zofia", birth_date=date(1955, 1, 2))
    an_involvement(zofia, number="FS/7")
    zofia.remember_names()
    zofia.save()

    assert [str(person) for person in Person.objects.matching(words).in_order()] == found


def test_a_search_goes_by_the_index_of_letters_and_a_list_by_its_order() -> None:
    a_person()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_sort = off")

    search = Person.objects.matching("malinowa").explain()
    listed = Person.objects.in_order()[:50].explain()

    assert ("person_search" in search, "person_in_order" in listed) == (True, True)


def seen_by(role: TeamRole, **narrowed: object) -> list[str]:
    user = a_user()
    a_role(user, role, **narrowed)  # type: ignore[arg-type]
    return [person.last_name for person in Person.objects.visible_to(user).in_order()]


def test_the_door_shows_whom_a_role_of_today_covers() -> None:
    edition, other = an_edition(), an_edition()
    task, offer = a_task(edition), an_offer(edition)
    an_involvement(a_person("Cis"), edition)
    an_involvement(a_person("Dąb"), edition, task=task)
    an_involvement(a_person("Grab"), edition, offer=offer)
    an_involvement(a_person("Jawor"), other)
    a_person("Wiąz")

    seen = {
        "everywhere": seen_by(SOCIAL_WORKER),
        "edition": seen_by(SOCIAL_WORKER, edition=edition),
        "task": seen_by(TeamRole.PARTNER, edition=edition, task=task),
        "offer": seen_by(TeamRole.COMMISSIONED, edition=edition, offer=offer),
        "ended": seen_by(SOCIAL_WORKER, edition=edition, to_day=date(2020, 1, 2)),
        "administrator": seen_by(TeamRole.ADMINISTRATOR),
    }

    assert seen == {
        "everywhere": ["Cis", "Dąb", "Grab", "Jawor", "Wiąz"],
        "edition": ["Cis", "Dąb", "Grab"],
        "task": ["Dąb"],
        "offer": ["Grab"],
        "ended": [],
        "administrator": [],
    }


def test_the_reach_of_a_role_in_every_edition_is_every_involvement() -> None:
    user, involvement = a_user(), an_involvement()
    a_role(user, SOCIAL_WORKER)

    assert list(Involvement.objects.reached_today_by(user)) == [involvement]


def test_one_pesel_is_one_person() -> None:
    ana = a_person()

    with pytest.raises(IntegrityError, match="person_one_of_a_pesel"):
        a_person(pesel=ana.pesel)


def test_a_person_is_counted_in_the_column_of_their_sex() -> None:
    assert [Sex(sex).counted_among for sex in Sex.values] == [counted.Sex.WOMEN, counted.Sex.MEN]
