"""Publishing the portal's own texts: one of each language, and of each audience, is in force."""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import override

from kladka.audit.actions import Actor, changes_between, fields_of, record
from kladka.municipalities.choices import ProgrammeState
from kladka.municipalities.models import Municipality, PublicProgramme
from kladka.municipalities.queries import current_municipality, in_public
from kladka.portal.models import AccessibilityStatement, PrivacyNotice, SiteText
from kladka.portal.queries import listing

COPIED = ["title", "summary", "state", "joinable_from", "joinable_until", "place", "url_path", "refreshed_at"]
Own = TypeVar("Own", SiteText, AccessibilityStatement, PrivacyNotice)


@transaction.atomic
def publish_site_text(text: SiteText, *, by: Actor, at: datetime) -> SiteText:
    """Put the first words of the site, in one language, in the place of those that were there."""
    text.modified_at = at
    return _publish(text, "portal.site_text_published", by=by, at=at, language=text.language)


@transaction.atomic
def publish_statement(
    statement: AccessibilityStatement, *, by: Actor, at: datetime
) -> AccessibilityStatement:
    """Put the accessibility statement of one language in force; the trail keeps what the former one said.

    Source: act of 4 April 2019 on digital accessibility, art. 10 and 11.
    """
    return _publish(statement, "portal.statement_published", by=by, at=at, language=statement.language)


@transaction.atomic
def publish_notice(notice: PrivacyNotice, *, by: Actor, at: datetime) -> PrivacyNotice:
    """Put the privacy notice of one audience, in one language, in force."""
    one = {"language": notice.language, "audience": notice.audience}
    return _publish(notice, "portal.notice_published", by=by, at=at, **one)


@transaction.atomic
def publish_all(
    words: Iterable[SiteText | AccessibilityStatement | PrivacyNotice], *, by: Actor, at: datetime
) -> None:
    """Everything of a site's file, or nothing."""
    for one in words:
        if isinstance(one, SiteText):
            publish_site_text(one, by=by, at=at)
        elif isinstance(one, AccessibilityStatement):
            publish_statement(one, by=by, at=at)
        else:
            publish_notice(one, by=by, at=at)


@transaction.atomic
def refresh_public_copies(*, at: datetime) -> int:
    """Write what this municipality publishes of its programmes to where the national page reads it; how many.

    Copies are derived from the record, so they leave nothing in the trail. Safe to do twice.
    """
    town = current_municipality()
    if town is None:
        return 0
    shown = listing.cards(language="pl", today=localtime(at).date())
    copies = [copy_of(card, town, at=at) for card in shown]
    with in_public():
        mine = PublicProgramme.objects.filter(municipality=town)
        mine.exclude(slug__in=[copy.slug for copy in copies]).delete()
        PublicProgramme.objects.bulk_create(
            copies, update_conflicts=True, unique_fields=["municipality", "slug"], update_fields=COPIED
        )
    return len(copies)


def copy_of(card: listing.Card, town: Municipality, *, at: datetime) -> PublicProgramme:
    """A window whose opening was not published is no window that the national page could name."""
    opens, closes = (card.window.opens, card.window.closes) if card.window else (None, None)
    with override("pl"):
        path = reverse("portal:programme", args=[card.key], urlconf=settings.ROOT_URLCONF)
    return PublicProgramme(
        municipality=town,
        slug=card.key,
        title=card.title[:300],
        summary=card.summary,
        state=card.state or ProgrammeState.RUNNING,
        joinable_from=opens.first_day if opens else None,
        joinable_until=closes.last_day if closes else None,
        place=card.place[:200],
        url_path=path,
        refreshed_at=at,
    )


def _publish(new: Own, verb: str, *, by: Actor, at: datetime, **one: str) -> Own:
    fields = [field.name for field in new._meta.local_concrete_fields if field.name != "id"]  # noqa: SLF001 - documented by Django
    former = type(new).objects.select_for_update().filter(**one).first()
    if former:
        new.pk, new._state.adding = former.pk, False  # noqa: SLF001 - documented by Django
    new.full_clean()
    new.save()
    before = fields_of(former, fields) if former else {}
    record(verb, on=new, by=by, at=at, changes=changes_between(before, fields_of(new, fields)))
    return new
