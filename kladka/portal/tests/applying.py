"""A resident who fills in an application, page by page, as a browser sends it."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.test import Client

from kladka.core import clock
from kladka.portal.forms.start import SIGNER
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_programme, an_edition
from kladka.recruitment.models import Round
from kladka.recruitment.tests.builders import a_round

Answer = Any  # a response with what the test client adds to it
TODAY = date(2026, 3, 10)
MYSELF = {
    "kogo": {"for_whom": "self"},
    "imie-i-nazwisko": {"first_name": "Zofia", "last_name": "Ćwikłowa"},
    "urodzenie": {
        "birth_date_day": "17",
        "birth_date_month": "5",
        "birth_date_year": "1980",
        "sex": "woman",
        "citizenship": "polish",
        "pesel": "",
    },
    "kontakt": {"phone": "32 000 00 00", "email": "", "way": "phone"},
    "adres": {"street": "", "building": "", "flat": "", "postcode": "", "locality": ""},
}


def an_open_round(**given: Any) -> Round:
    """Of a public programme, open around the day of the tests."""
    edition = given.pop("edition", None) or an_edition(programme=a_programme(key="kladka"))
    return a_round(edition, **{"opens": date(2026, 2, 1), "closes": date(2026, 4, 30), **given})


def looked_at(seconds: float = 5) -> str:
    """The signed time of a page that was shown so long ago."""
    return SIGNER.sign_object((clock.now() - timedelta(seconds=seconds)).timestamp())


@dataclass
class Resident:
    client: Client
    secret: str = ""
    language: str = ""
    answers: dict[str, dict[str, str]] = field(default_factory=lambda: {**MYSELF})

    def begins(self, edition: Edition, **given: Any) -> Answer:
        asked = {"since": looked_at(), "website": "", **given}
        answer = self.client.post(f"{self.language}/programy/{edition.programme.key}/zapis/", asked)
        found = re.search(r"/zapis/([a-z0-9-]+)/", answer.headers.get("Location", ""))
        self.secret = found[1] if found else ""
        return answer

    def address(self, word: str) -> str:
        return f"{self.language}/zapis/{self.secret}/{word}/"

    def opens(self, word: str) -> Answer:
        return self.client.get(self.address(word))

    def says(self, word: str, query: str = "", **given: str) -> Answer:
        return self.client.post(self.address(word) + query, {**self.answers.get(word, {}), **given})

    def answers_all(self) -> Answer:
        """The answer to the last question, which leads to the check page."""
        return [self.says(word) for word in self.answers][-1]

    def sends(self) -> Answer:
        return self.client.post(self.address("sprawdz"))
