"""What the municipality itself publishes: the newest of each language is in force, the trail keeps the rest."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from kladka.audit.models import Entry
from kladka.portal.actions import publish_notice, publish_site_text, publish_statement
from kladka.portal.models import AccessibilityStatement, PrivacyNotice, SiteText
from kladka.portal.tests.builders import NINE, new_notice, new_statement
from kladka.programmes.tests.builders import a_user

pytestmark = pytest.mark.django_db


def test_a_new_statement_takes_the_place_of_the_former_and_the_trail_keeps_both() -> None:
    clerk = a_user()
    publish_statement(new_statement(), by=clerk, at=NINE)

    publish_statement(new_statement(method="audyt"), by=clerk, at=NINE + timedelta(days=1))

    assert list(AccessibilityStatement.objects.values_list("language", "method")) == [("pl", "audyt")]
    last = Entry.objects.latest("pk")
    assert (last.verb, last.changes) == (
        "portal.statement_published",
        [["method", "samoocena", "audyt"]],
    )


def test_each_audience_keeps_a_notice_of_its_own() -> None:
    clerk = a_user()
    for audience in ("participants", "visitors", "participants"):
        publish_notice(new_notice(audience=audience), by=clerk, at=NINE)

    assert sorted(PrivacyNotice.objects.values_list("audience", flat=True)) == ["participants", "visitors"]


def test_the_words_of_the_site_say_when_they_were_published() -> None:
    text = SiteText(language="pl", headline="Blisko domu", lead="Kluby i kursy.")

    publish_site_text(text, by=a_user(), at=NINE)

    assert list(SiteText.objects.values_list("headline", "modified_at")) == [("Blisko domu", NINE)]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"barriers": ""}, "Say what is not accessible, or call the site compliant."),
        (
            {"reviewed_on": NINE.date() - timedelta(days=900)},
            "The review cannot be earlier than the statement itself.",
        ),
    ],
)
def test_a_statement_that_contradicts_itself_is_refused(wrong: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValidationError) as refused:
        publish_statement(new_statement(**wrong), by=a_user(), at=NINE)

    assert refused.value.messages == [sentence]
    assert not AccessibilityStatement.objects.exists()
