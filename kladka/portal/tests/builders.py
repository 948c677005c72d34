"""The portal's own records, with something sensible in every field that a test does not name."""

from datetime import UTC, date, datetime
from typing import Any

from kladka.audit.models import Entry
from kladka.portal.models import AccessibilityStatement, PrivacyNotice

NINE = datetime(2022, 6, 9, 9, tzinfo=UTC)


def new_statement(**given: Any) -> AccessibilityStatement:
    said: dict[str, Any] = {
        "language": "pl",
        "entity": "Gmina Test",
        "address": "https://test.example/",
        "site_published_on": date(2022, 1, 3),
        "site_changed_on": date(2022, 6, 1),
        "conformity": "partial",
        "barriers": "Skany starych regulaminów nie mają tekstu; przeczytamy je przez telefon.",
        "prepared_on": date(2022, 1, 10),
        "reviewed_on": date(2022, 3, 30),
        "method": "samoocena",
        "contact_role": "Koordynator do spraw dostępności",
        "email": "dostepnosc@test.example",
        "telephone": "32 000 00 00",
        "buildings": "ul. Lipowa 4: wejście bez schodów.",
        "communication": "Tłumacz języka migowego po umówieniu.",
    }
    return AccessibilityStatement(**(said | given))


def new_notice(**given: Any) -> PrivacyNotice:
    said: dict[str, Any] = {
        "language": "pl",
        "audience": "participants",
        "controller": "Gmina Test",
        "officer_email": "iod@test.example",
        "purpose": "udział w programie",
        "legal_basis": "art. 6 ust. 1 lit. c RODO",
        "recipients": "instytucja zarządzająca",
        "retention": "5 lat",
        "voluntariness": "bez danych nie można wziąć udziału",
        "valid_from": date(2022, 1, 3),
    }
    return PrivacyNotice(**(said | given))


def a_statement(**given: Any) -> AccessibilityStatement:
    statement = new_statement(**given)
    statement.save()
    return statement


def a_notice(**given: Any) -> PrivacyNotice:
    notice = new_notice(**given)
    notice.save()
    return notice


def something_happens() -> None:
    """Any action of anybody leaves an entry in the trail."""
    Entry.objects.create(at=NINE, verb="test.happened", subject_kind="test", subject_id="1")
