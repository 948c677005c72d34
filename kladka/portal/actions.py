"""Publishing the portal's own texts: one of each language, and of each audience, is in force."""

from datetime import datetime
from typing import TypeVar

from django.db import transaction

from kladka.audit.actions import Actor, changes_between, fields_of, record
from kladka.portal.models import AccessibilityStatement, PrivacyNotice, SiteText

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
