"""The demo's municipalities are made once, whatever was there before."""

from datetime import date
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.core.management import CommandError, call_command

from kladka.demo.staff import sign_in_sheet
from kladka.municipalities.queries import directory, in_municipality
from kladka.programmes.models import Programme

if TYPE_CHECKING:
    from pytest_django import Settings

pytestmark = pytest.mark.django_db


def said(*words: str) -> str:
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


@pytest.fixture(autouse=True)
def _before_any_life_begins(settings: "Settings") -> None:
    settings.CLOCK = date(2015, 6, 1)


@pytest.fixture(autouse=True)
def _on_the_usual_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PORT", raising=False)


def test_the_demo_has_five_municipalities_with_their_programmes_and_a_second_call_adds_none() -> None:
    said("demo", "--workers", "1")
    programmes = {}
    for name, _, host in directory():
        with in_municipality(host.partition(".")[0]):
            programmes[name] = list(Programme.objects.order_by("key").values_list("key", flat=True))

    assert {name: keys for name, keys in programmes.items() if name not in {"Test", "Other"}} == {
        "Katowice": ["welnowiec-jozefowiec-i-dab"],
        "Mikołów": ["wsparcie-spolecznosci-lokalnych"],
        "Przykładowo": ["blisko-siebie"],
        "Sosnowiec": ["aktywne-centrum", "mors", "tyle-wsparcia"],
        "Zawiercie": ["partnerstwo"],
    }
    assert said("demo", "--workers", "1") == f"{sign_in_sheet(port='8000')}\n"


def test_a_municipality_is_added_and_listed() -> None:
    said("municipality", "add", "Łazy", "--teryt", "2416063", "--host", "lazy.localhost")

    assert "Łazy    lazy.localhost" in said("municipality", "list")


def test_an_unknown_verb_is_refused() -> None:
    with pytest.raises(CommandError, match="invalid choice"):
        said("municipality", "rename")
