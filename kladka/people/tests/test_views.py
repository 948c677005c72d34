from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from kladka.people.models import Contact, Person
from kladka.people.tests.builders import a_person, a_pesel, an_involvement
from kladka.programmes.choices import TeamRole
from kladka.programmes.tests.builders import a_programme, a_role, a_user, an_edition

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

    from kladka.accounts.models import User
    from kladka.programmes.models import Edition

pytestmark = pytest.mark.django_db
LIST = "/desk/people/"
NEW = "/desk/people/new/"


@pytest.fixture
def edition(municipality: object) -> "Edition":  # noqa: ARG001
    return an_edition(programme=a_programme(title="Kładka nad Rawą"))


@pytest.fixture
def worker(edition: "Edition", client: "Client") -> "User":
    user = a_user()
    a_role(user, TeamRole.SOCIAL_WORKER, edition=edition)
    client.force_login(user)
    return user


def written(edition: "Edition", **given: object) -> dict[str, object]:
    named = {
        "last_name": "Łąkowa",
        "first_name": "Ewa",
        "pesel": a_pesel(),
        "citizenship": "polish",
        "language": "pl",
    }
    return {"edition": edition.pk, **named, **given}


@pytest.mark.usefixtures("worker")
def test_the_list_shows_whom_the_worker_reaches_and_finds_without_marks(
    client: "Client", edition: "Edition"
) -> None:
    an_involvement(a_person("Łąkowa", "Ewa"), edition, number="UC/1")
    an_involvement(a_person("Nowak", "Ewa"), edition)
    a_person("Łąkowa", "Inna")

    page = client.get(LIST, {"q": "lakow"})

    assert [str(person) for person in page.context["page"].object_list] == ["Łąkowa Ewa"]
    assert page.context["found"] == "1\u00a0osoba z 2"
    assert b"UC/1" in page.content


@pytest.mark.usefixtures("worker")
@pytest.mark.parametrize(
    "asked", [{"q": "a\0b"}, {"sex": "?"}, {"edition": "x"}, {"page": "999"}, {"sort": "-name"}]
)
def test_a_filter_that_nobody_knows_breaks_nothing(client: "Client", asked: dict[str, str]) -> None:
    assert client.get(LIST, asked).status_code == 200


@pytest.mark.usefixtures("worker")
def test_the_list_asks_as_often_for_one_as_for_many(
    client: "Client", edition: "Edition", django_assert_num_queries: "DjangoAssertNumQueries"
) -> None:
    def add() -> None:
        person = an_involvement(a_person(), edition).person
        Contact.objects.create(person=person, kind="phone", value=f"32000{person.pk:04}")

    add()
    client.get(LIST)
    with django_assert_num_queries(13):
        client.get(LIST)
    for _ in range(60):
        add()
    with django_assert_num_queries(13):
        client.get(LIST, {"page": "2"})


@pytest.mark.usefixtures("worker")
def test_pages_follow_each_other_from_whichever_end_they_are_walked(
    client: "Client", edition: "Edition"
) -> None:
    names = [f"Dąb{number:03}" for number in range(130)]
    for name in names:
        an_involvement(a_person(name), edition)

    pages = [client.get(LIST, {"page": number}).context["page"] for number in ("1", "2", "3")]

    assert [person.last_name for page in pages for person in page.object_list] == names


@pytest.mark.usefixtures("worker")
def test_the_list_downloads_with_its_filter(client: "Client", edition: "Edition") -> None:
    ewa = an_involvement(
        a_person("Łąkowa", "=1+1", birth_date=date(1990, 1, 2)), edition, number="UC/1"
    ).person
    an_involvement(a_person("Nowak", "Ewa"), edition)

    answer = client.get(LIST, {"q": "lakow", "format": "xlsx"})

    sheet = CalamineWorkbook.from_filelike(BytesIO(answer.getvalue())).get_sheet_by_index(0).to_python()
    assert sheet[1:] == [
        [
            "Łąkowa",
            "=1+1",
            ewa.pesel,
            "",
            date(1990, 1, 2),
            *sheet[1][5:6],
            "kobieta",
            "",
            "",
            "UC/1",
            "Kładka nad Rawą",
        ]
    ]


@pytest.mark.usefixtures("worker")
def test_a_person_is_added_and_at_once_in_the_list(client: "Client", edition: "Edition") -> None:
    answer = client.post(NEW, written(edition, phone="32 000 00 00"))

    ewa = Person.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        reverse("people:change_person", args=[ewa.public_id]),
    )
    assert "Łąkowa Ewa" in client.get(LIST).content.decode()


@pytest.mark.usefixtures("worker")
@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        (
            {"pesel": "80051700076"},
            "pesel",
            "Porównaj numer PESEL z dokumentem: jedna z cyfr się nie zgadza.",
        ),
        (
            {"sex": "man"},
            "sex",
            "Popraw płeć albo numer PESEL: dziesiąta cyfra wskazuje drugą płeć.",
        ),
        (
            {"birth_date": "17.05.1880"},
            "birth_date",
            "Popraw datę urodzenia albo numer PESEL: z numeru wynika 17 maja 1980, inne stulecie.",
        ),
        (
            {"last_name": "Łą\0kowa"},
            "last_name",
            "Wpisz imię lub nazwisko jeszcze raz ręcznie: na miejscu 3 jest znak, którego nie widać.",
        ),
        ({"last_name": "Ł" * 300}, "last_name", "Skróć imię lub nazwisko: ma znaków 300, a mieści się 100."),
        (
            {"phone": "12"},
            "phone",
            "Wpisz numer telefonu cyframi, od 7 do 15 cyfr, na przykład 32 000 00 00.",
        ),
        ({"edition": ""}, "edition", "Wybierz program, w którym ta osoba może wziąć udział."),
    ],
)
def test_a_refused_form_says_what_to_mend_and_loses_nothing(
    client: "Client", edition: "Edition", given: dict[str, object], field: str, sentence: str
) -> None:
    answer = client.post(NEW, {**written(edition), **given})

    form = answer.context["form"]
    assert (answer.status_code, form.errors) == (422, {field: [sentence]})
    assert (form["first_name"].value(), Person.objects.count()) == ("Ewa", 0)


@pytest.mark.usefixtures("worker")
def test_a_pesel_of_the_record_is_refused_without_naming_whose_it_is(
    client: "Client", edition: "Edition"
) -> None:
    other = a_person("Tajemnicza")

    answer = client.post(NEW, written(edition, pesel=other.pesel))

    assert answer.context["form"].errors == {
        "pesel": ["Osoba z tym numerem PESEL już jest w bazie. Wyszukaj ją albo wpisz jej zgłoszenie."]
    }
    assert "Tajemnicza" not in answer.content.decode()


@pytest.mark.usefixtures("worker")
def test_a_correction_needs_a_reason(client: "Client", edition: "Edition") -> None:
    ewa = an_involvement(a_person("Łąkowa", "Ewa"), edition).person
    address = reverse("people:change_person", args=[ewa.public_id])
    form = {**written(edition, pesel=ewa.pesel), "last_name": "Nowak"}

    refused = client.post(address, form)
    saved = client.post(address, {**form, "reason": "marriage"})

    assert (refused.context["form"].errors, saved.status_code, str(Person.objects.get())) == (
        {"reason": ["Napisz, dlaczego to zmieniasz."]},
        302,
        "Nowak Ewa",
    )


def test_who_only_reads_sees_no_button_and_no_form(client: "Client", edition: "Edition") -> None:
    controller = a_user()
    a_role(controller, TeamRole.CONTROLLER, edition=edition)
    client.force_login(controller)
    ewa = an_involvement(a_person(), edition).person

    answers = [
        client.get(LIST),
        client.get(NEW),
        client.get(reverse("people:change_person", args=[ewa.public_id])),
    ]

    assert ([one.status_code for one in answers], answers[0].context["may_add"]) == ([200, 403, 403], False)


def test_a_person_of_another_programme_is_not_there(client: "Client", worker: "User") -> None:  # noqa: ARG001
    stranger = an_involvement().person

    assert client.get(reverse("people:change_person", args=[stranger.public_id])).status_code == 404
