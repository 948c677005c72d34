"""Double sends, back buttons, rests, two tabs, and people who are in the record already: nothing lost, nothing told."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from kladka.municipalities.models import Municipality
from kladka.people.models import Person
from kladka.people.tests.builders import a_person
from kladka.portal.tests.applying import Resident, an_open_round
from kladka.recruitment import tickets
from kladka.recruitment.models import Application, Draft
from kladka.recruitment.tests.builders import an_application

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]
REST = timedelta(hours=2)


@pytest.fixture
def resident(client: Client) -> Resident:
    """Has begun, in English."""
    one = Resident(client, language="/en")
    one.begins(an_open_round().edition)
    return one


def rests(resident: Resident) -> None:
    """Two hours go by."""
    draft = Draft.objects.get(secret_digest=tickets.digest_of(resident.secret))
    Draft.objects.filter(pk=draft.pk).update(seen_at=draft.seen_at - REST)


def test_sending_twice_is_one_application(resident: Resident) -> None:
    resident.answers_all()

    answers = [resident.sends() for _ in range(2)]

    assert [one.headers["Location"] for one in answers] == [resident.address("wyslane")] * 2
    assert Application.objects.count() == 1


def test_the_back_button_after_sending_leads_to_the_number_and_changes_nothing(resident: Resident) -> None:
    resident.answers_all()
    resident.sends()

    back = [resident.opens("kontakt"), resident.opens("sprawdz"), resident.says("kontakt", phone="600000000")]

    assert [one.headers["Location"] for one in back] == [resident.address("wyslane")] * 3
    assert Person.objects.get().phone == "320000000"


def test_back_before_sending_shows_what_was_answered(resident: Resident) -> None:
    resident.answers_all()

    page = resident.opens("imie-i-nazwisko").content.decode()

    assert 'value="Ćwikłowa"' in page


def test_two_tabs_keep_the_answers_of_both(resident: Resident) -> None:
    other = Resident(Client(SERVER_NAME="test.localhost"), secret=resident.secret, language="/en")
    stale = Draft.objects.get()
    resident.says("kogo")
    other.says("imie-i-nazwisko")
    resident.says("urodzenie")
    other.says("kontakt")
    resident.says("adres")

    both = [resident.sends(), other.sends()]

    assert [one.status_code for one in both] == [302, 302]
    assert (Application.objects.count(), stale.answered) == (1, [])


def test_an_unfinished_application_is_not_sent_but_led_on(resident: Resident) -> None:
    resident.says("kogo")

    answer = resident.sends()

    assert (answer.headers["Location"], Application.objects.count()) == (
        resident.address("imie-i-nazwisko"),
        0,
    )


def test_after_an_hour_the_answers_are_shown_only_to_who_knows_the_code(resident: Resident) -> None:
    resident.says("imie-i-nazwisko")
    rests(resident)
    landing = f"/en/zapis/{resident.secret}/"

    asked = resident.opens("imie-i-nazwisko")
    wrong = resident.client.post(landing, {"code": "1234 5678"})
    right = resident.client.post(landing, {"code": tickets.code_of(resident.secret)})

    assert asked.headers["Location"] == landing
    assert (wrong.status_code, "they do not fit together" in wrong.content.decode()) == (422, True)
    assert right.headers["Location"] == resident.address("kogo")
    assert 'value="Ćwikłowa"' in resident.opens("imie-i-nazwisko").content.decode()


def test_what_was_typed_before_the_rest_waits_in_the_page_for_the_code(resident: Resident) -> None:
    resident.says("imie-i-nazwisko")
    rests(resident)

    asked = resident.says("kontakt", phone="600 100 200")
    kept = resident.says("kontakt", phone="600 100 200", code=tickets.code_of(resident.secret))

    page = asked.content.decode()
    assert (asked.status_code, 'value="600 100 200"' in page, "Ćwikłowa" in page) == (422, True, False)
    assert tickets.code_of(resident.secret) not in page
    assert (kept.status_code, Draft.objects.get().phone) == (302, "600100200")


def test_a_code_is_not_guessed(resident: Resident) -> None:
    rests(resident)
    landing = f"/en/zapis/{resident.secret}/"

    wrong = [resident.client.post(landing, {"code": f"{number:08}"}) for number in range(5)]
    right = resident.client.post(landing, {"code": tickets.code_of(resident.secret)})

    assert [one.status_code for one in (*wrong, right)] == [422] * 6
    assert "Try again in an hour, or call us." in right.content.decode()


def test_somebody_comes_back_from_a_sheet_of_paper(resident: Resident) -> None:
    resident.says("kogo")
    rests(resident)
    typed = {"secret": resident.secret.replace("-", " ").upper(), "code": tickets.code_of(resident.secret)}

    answer = resident.client.post("/en/zapis/", typed)

    assert answer.headers["Location"] == resident.address("imie-i-nazwisko")


@pytest.mark.parametrize("secret", ["krtm-94xp-2hdw", "kartka"])
def test_a_wrong_sheet_of_paper_tells_nothing(resident: Resident, secret: str) -> None:
    answer = resident.client.post("/en/zapis/", {"secret": secret, "code": "1234 5678"})

    assert (answer.status_code, secret in answer.content.decode()) == (422, True)


def test_a_draft_of_one_municipality_is_not_there_in_another(
    resident: Resident, other_municipality: Municipality
) -> None:
    elsewhere = Client(SERVER_NAME="other.localhost")

    answer = elsewhere.get(resident.address("kogo"))

    assert (answer.status_code, other_municipality.schema_name) == (404, "other")


def sent_page(resident: Resident) -> str:
    """What the resident is told at the end, without what differs between any two applications."""
    resident.answers_all()
    resident.sends()
    page = resident.opens("wyslane").content.decode()
    return re.sub(r"Z-\d+|[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}", "…", page)


def test_who_is_in_the_record_learns_nothing_of_it_and_the_team_sees_what_to_check(client: Client) -> None:
    spring = an_open_round()
    another = a_person("Malinowa", "Anna")
    known = a_person("Ćwikłowa", "Zofia")
    applied = a_person("Ćwikłowa", "Zofia")
    an_application(applied, edition=spring.edition, round=spring)

    pages = set()
    for pesel in ("", another.pesel, known.pesel, applied.pesel):
        resident = Resident(client, language="/en")
        resident.answers["urodzenie"] = {**resident.answers["urodzenie"], "pesel": pesel or ""}
        resident.begins(spring.edition)
        pages.add(sent_page(resident))

    drafts = Draft.objects.order_by("pk").select_related("application__person")
    assert len(pages) == 1
    assert [(one.doubt, one.pesel) for one in drafts] == [
        ("namesake", ""),
        ("pesel", another.pesel),
        ("", ""),
        ("applied", applied.pesel),
    ]
    assert [one.application.person == known for one in drafts if one.application] == [
        False,
        False,
        True,
        False,
    ]
    assert [one.application.number for one in drafts if one.application] == [
        "Z-0002",
        "Z-0003",
        "Z-0004",
        "Z-0005",
    ]


def test_nobody_changes_the_telephone_of_somebody_in_the_record_from_outside(resident: Resident) -> None:
    known = a_person("Ćwikłowa", "Zofia")
    resident.answers["urodzenie"] = {**resident.answers["urodzenie"], "pesel": known.pesel or ""}
    resident.answers_all()

    resident.sends()

    assert (Application.objects.get().person, known.contacts.count()) == (known, 0)
    assert Draft.objects.get().phone == "320000000"
