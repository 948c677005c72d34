"""An application of a resident without an account, from the first page to the number."""

from datetime import date

import pytest
from django.test import Client

from kladka.core import clock
from kladka.people.models import Person
from kladka.people.tests.builders import a_pesel
from kladka.portal.tests.applying import Resident, an_open_round
from kladka.programmes.tests.builders import an_offer
from kladka.recruitment.models import Application, Draft

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]
LEFT = ("first_name", "last_name", "birth_date", "sex", "pesel", "phone", "email", "way", "locality")


@pytest.fixture
def resident(client: Client) -> Resident:
    return Resident(client)


def test_a_resident_applies_and_gets_a_number(resident: Resident) -> None:
    begun = resident.begins(an_open_round().edition)
    last = resident.answers_all()
    sent = resident.sends()

    one = Application.objects.get()
    person = one.person
    assert [page.headers["Location"] for page in (begun, last, sent)] == [
        resident.address(word) for word in ("kogo", "sprawdz", "wyslane")
    ]
    assert (one.number, one.channel, one.round.title, one.is_complete) == (
        "Z-0001",
        "portal",
        "Spring",
        False,
    )
    assert (str(person), person.pesel, person.birth_date) == ("Ćwikłowa Zofia", None, date(1980, 5, 17))
    assert [(c.kind, c.value, c.is_preferred) for c in person.contacts.all()] == [
        ("phone", "320000000", True)
    ]
    assert "Z-0001" in resident.opens("wyslane").content.decode()


def test_what_the_record_holds_is_not_kept_a_second_time(resident: Resident) -> None:
    resident.begins(an_open_round().edition)
    resident.answers_all()

    resident.sends()

    kept = Draft.objects.values(*LEFT).get()
    assert kept == {**dict.fromkeys(LEFT, ""), "birth_date": None}


def test_a_guardian_signs_a_child_up(resident: Resident) -> None:
    resident.answers = {
        **resident.answers,
        "kogo": {"for_whom": "ward"},
        "opiekun": {"guardian_name": "Maria Ćwikłowa", "kinship": "parent"},
    }
    resident.begins(an_open_round().edition)
    for word in ("kogo", "imie-i-nazwisko", "urodzenie", "opiekun", "kontakt", "adres"):
        last = resident.says(word)

    resident.sends()

    guardian = Application.objects.get().person.guardians.get()
    assert last.headers["Location"] == resident.address("sprawdz")
    assert (guardian.name, guardian.kinship, guardian.phone) == ("Maria Ćwikłowa", "parent", "320000000")


def test_a_name_in_cyrillic_stays_as_it_was_written(client: Client) -> None:
    olena = Resident(client, language="/uk")
    olena.answers["imie-i-nazwisko"] = {"first_name": "Олена", "last_name": "Коваль"}
    olena.begins(an_open_round().edition)
    page = olena.opens("imie-i-nazwisko").content.decode()
    olena.answers_all()

    olena.sends()

    person = Person.objects.get()
    assert "Як Вас звати?" in page
    assert (str(person), person.language) == ("Коваль Олена", "uk")


def test_the_first_name_of_a_question_is_the_one_of_the_reader(client: Client) -> None:
    resident = Resident(client, language="/en")
    resident.begins(an_open_round().edition)
    resident.says("kogo")

    assert "What is your name?" in resident.opens("imie-i-nazwisko").content.decode()


def test_a_wrong_digit_is_told_in_one_sentence_and_nothing_is_lost(client: Client) -> None:
    resident = Resident(client, language="/en")
    resident.begins(an_open_round().edition)
    pesel = a_pesel(date(1980, 5, 17))
    wrong = pesel[:-1] + str((int(pesel[-1]) + 1) % 10)

    answer = resident.says("urodzenie", pesel=wrong)

    page = answer.content.decode()
    assert (answer.status_code, Draft.objects.get().answered) == (422, [])
    assert (
        page.count("one digit is wrong. You may also leave the field empty.") == 2
    )  # above and at the field
    assert all(f'value="{said}"' in page for said in (wrong, "17", "1980"))
    assert "<title>Error: A few facts about you" in page


@pytest.mark.parametrize(
    ("word", "given", "sentence"),
    [
        ("urodzenie", {"birth_date_month": "13"}, "Correct the date of birth: write the day"),
        ("urodzenie", {"birth_date_year": "2027"}, "that day has not come yet"),
        ("urodzenie", {"pesel": a_pesel(date(1980, 5, 18))}, "Compare the PESEL and the date of birth"),
        ("imie-i-nazwisko", {"first_name": "Zo\u202efia"}, "a character in it that nobody can see"),
        ("imie-i-nazwisko", {"last_name": "a" * 300}, "at most 100 letters fit"),
        ("kontakt", {"phone": "32 OOO"}, "Write the telephone number with digits only"),
        ("kontakt", {"phone": ""}, "Write the telephone number at which we can call"),
        ("kontakt", {"way": "email"}, "Write the e-mail address to which we can write"),
        ("adres", {"street": "Kwiatowa"}, "Write the number of the house too"),
        ("adres", {"postcode": "40001"}, "two digits, a hyphen and three digits"),
        ("kogo", {"for_whom": ""}, "Choose whom you are signing up"),
    ],
)
def test_each_refusal_is_a_sentence_that_helps(
    client: Client, word: str, given: dict[str, str], sentence: str
) -> None:
    resident = Resident(client, language="/en")
    resident.begins(an_open_round().edition)

    answer = resident.says(word, **given)

    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)


def test_a_change_leads_back_to_the_check_page(resident: Resident) -> None:
    resident.begins(an_open_round().edition)
    resident.answers_all()

    changed = resident.says("imie-i-nazwisko", "?zmien", first_name="Ewa")
    now_a_ward = resident.says("kogo", "?zmien", for_whom="ward")

    assert changed.headers["Location"] == resident.address("sprawdz")
    assert now_a_ward.headers["Location"] == resident.address("opiekun")
    assert Draft.objects.get().first_name == "Ewa"


def test_two_things_to_join_are_a_question_of_their_own(resident: Resident) -> None:
    spring = an_open_round()
    club, course = an_offer(spring.edition, title="Klub"), an_offer(spring.edition, title="Kurs")
    spring.offers.set([club, course])
    resident.answers["wybor"] = {"opening": f"{spring.pk}-{course.pk}"}
    resident.begins(spring.edition)
    last = resident.answers_all()

    resident.sends()

    assert last.headers["Location"] == resident.address("sprawdz")
    assert Application.objects.get().offer == course


def test_an_address_of_this_town_goes_into_the_record_and_another_stays_with_the_application(
    resident: Resident,
) -> None:
    edition = an_open_round().edition
    here = {"street": "ul. Kwiatowa", "building": "4", "flat": "2", "postcode": "40-001", "locality": "test"}
    for home in (here, {**here, "locality": "Warszawa"}):
        resident.answers["adres"] = home
        resident.begins(edition)
        resident.answers_all()
        resident.sends()

    ours, elsewhere = Application.objects.order_by("pk")
    assert [str(one.address) for one in ours.person.addresses.all()] == ["ul. Kwiatowa 4/2, 40-001 Test"]
    assert elsewhere.person.addresses.count() == 0
    assert list(Draft.objects.order_by("pk").values_list("locality", flat=True)) == ["", "Warszawa"]


def test_the_page_of_the_programme_has_the_button_while_applications_are_taken(client: Client) -> None:
    edition = an_open_round().edition
    address = f"/en/programy/{edition.programme.key}/"

    page = client.get(address).content.decode()

    assert f'href="{address}zapis/">Sign up on this page</a>' in page


def test_nothing_is_kept_in_the_browser(resident: Resident) -> None:
    resident.begins(an_open_round().edition)
    page = resident.says("kogo")
    shown = resident.opens("imie-i-nazwisko")

    assert dict(resident.client.cookies) == {}
    assert "no-store" in page.headers["Cache-Control"]
    assert "<script" not in shown.content.decode()
    assert shown.headers["Referrer-Policy"] == "no-referrer"


def test_the_hour_on_the_clock_is_that_of_the_town(resident: Resident) -> None:
    resident.begins(an_open_round().edition)

    assert Draft.objects.get().started_at.date() == clock.today()
