"""`kladka municipality add` as an administrator meets it: one sentence for everything that is wrong."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from kladka.core.errors import DomainError
from kladka.municipalities import queries
from kladka.municipalities.models import Municipality
from kladka.municipalities.tenancy import connection

pytestmark = pytest.mark.usefixtures("municipality")


def kladka(*words: str) -> str:
    said = StringIO()
    call_command("municipality", *words, stdout=said)
    return said.getvalue()


def add(name: str = "Mikołów", **changed: str) -> str:
    said = {"teryt": "2408021", "host": "mikolow.example.org"} | changed
    return kladka(
        "add", name, *(part for key, value in said.items() for part in (f"--{key.replace('_', '-')}", value))
    )


def test_a_municipality_has_a_schema_a_host_and_its_own_colours() -> None:
    said = add(office="MOPS w Mikołowie", telephone="32 000 00 00", colour="#C00000")

    made = queries.municipality("mikolow")
    assert said == "Mikołów: mikolow.example.org (mikolow)\n"
    assert (made.operator, made.helpline, made.accent) == ("MOPS w Mikołowie", "32 000 00 00", "#c00000")
    assert "#c00000" in made.theme_css
    with queries.in_municipality("mikolow"), connection.cursor() as cursor:
        cursor.execute("SELECT current_schema(), count(*) FROM accounts_user")
        assert cursor.fetchall() == [("mikolow", 0)]


def test_its_page_is_there_at_once(client: Client) -> None:
    add()

    assert client.get("/", headers={"host": "mikolow.example.org"}).status_code == 200


def test_a_colour_that_is_not_seen_is_said_and_used_for_stripes() -> None:
    said = add(colour="#ffe600")

    assert said.splitlines()[1].startswith("The colour #ffe600 would not be seen well enough on the page")


def test_the_list_tells_a_machine_too() -> None:
    assert json.loads(kladka("list", "--json")) == [
        {"name": "Other", "office": "", "host": "other.localhost"},
        {"name": "Test", "office": "", "host": "test.localhost"},
    ]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": " "}, "name: This field cannot be blank."),
        ({"name": "M" * 101}, "name: Ensure this value has at most 100 characters (it has 101)."),
        (
            {"teryt": "24080"},
            "TERYT code: A TERYT code has 7 digits: voivodeship, county, municipality and its kind, like 2469011.",
        ),
        ({"teryt": "9901011"}, "There is already a municipality with this TERYT code."),
        (
            {"host": "https://mikolow.pl"},
            (
                "“https://mikolow.pl” is no host name: write it without https://, port and www.,"
                " like mikolow.example.org."
            ),
        ),
        (
            {"host": "mikolow.pl:8000"},
            "“mikolow.pl:8000” is no host name: write it without https://, port and www., like mikolow.example.org.",
        ),
        (
            {"host": "mikołów.pl"},
            "“mikołów.pl” is no host name: write it without https://, port and www., like mikolow.example.org.",
        ),
        ({"host": "Test.localhost"}, "The host test.localhost belongs to Test: choose another."),
        ({"host": "localhost"}, "localhost is the host of the national page: choose another."),
        ({"host": "test.example.org"}, "The short name test is taken: give another."),
        (
            {"host": "1mikolow.pl"},
            "“1mikolow” cannot be a short name: give one of small letters a–z, digits and _, like mikolow.",
        ),
        (
            {"short_name": "pg_mikolow"},
            "“pg_mikolow” cannot be a short name: give one of small letters a–z, digits and _, like mikolow.",
        ),
        ({"short_name": "public"}, "The short name public is taken: give another."),
        ({"colour": "navy"}, "main colour: Write a colour as # and six digits 0-9 a-f, like #0b5cad."),
        (
            {"second_colour": "#12"},
            "second colour: Write a colour as # and six digits 0-9 a-f, like #0b5cad.",
        ),
        ({"telephone": "call us"}, "“call us” is no telephone number."),
    ],
)
def test_everything_that_is_wrong_gets_one_sentence_and_leaves_nothing(
    wrong: dict[str, str], sentence: str
) -> None:
    with pytest.raises(DomainError) as refused:
        add(**wrong)

    assert str(refused.value) == sentence
    assert Municipality.objects.count() == 2
