"""`kladka site`: a municipality's own words from a file, and the copies for the national page."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kladka.municipalities.models import Municipality
from kladka.portal.models import AccessibilityStatement, PrivacyNotice, SiteText

pytestmark = pytest.mark.django_db

DEMO = Path(__file__).parents[2] / "demo" / "site.toml"


def publish(file: Path) -> None:
    call_command("site", "publish", file, municipality="test", stdout=StringIO())


@pytest.mark.usefixtures("municipality")
def test_a_file_is_published_in_each_of_its_languages_with_the_towns_own_names() -> None:
    publish(DEMO)

    assert sorted(SiteText.objects.values_list("language", flat=True)) == ["en", "pl", "uk"]
    assert PrivacyNotice.objects.count() == 12
    statement = AccessibilityStatement.objects.get(language="pl")
    assert (statement.entity, statement.email) == ("Test", "dostepnosc@test.example")
    assert "{" not in statement.buildings


@pytest.mark.usefixtures("municipality")
def test_publishing_twice_leaves_one_of_each() -> None:
    publish(DEMO)
    publish(DEMO)

    assert SiteText.objects.count() == 3


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xff\xfe", "not a file with the words of a site"),
        (b"[pl", "not a file with the words of a site"),
        (b"[pl]\nfirst = {}", "is missing"),
        (b"pl = 1", "not a file with the words of a site"),
    ],
)
def test_what_is_no_such_file_is_refused_and_nothing_is_published(
    municipality: Municipality, tmp_path: Path, content: bytes, why: str
) -> None:
    wrong = tmp_path / "words.toml"
    wrong.write_bytes(content)

    with pytest.raises(CommandError, match=why):
        call_command("site", "publish", wrong, municipality=municipality.slug)

    assert not SiteText.objects.exists()


def test_a_file_that_is_not_there_is_said(municipality: Municipality, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No such file"):
        call_command("site", "publish", tmp_path / "nothing.toml", municipality=municipality.slug)


def test_copies_of_all_municipalities_are_written_anew(municipality: Municipality) -> None:
    said = StringIO()

    call_command("site", "refresh", stdout=said)

    assert said.getvalue() == f"Other: 0\n{municipality.name}: 0\n"
