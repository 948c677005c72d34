"""An application on the portal while it is being filled in. Nothing of it is in the record before it is sent."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.timezone import localdate

from kladka.audit.actions import record, record_each
from kladka.recruitment import errors, tickets
from kladka.recruitment.models import Draft, KnockCount
from kladka.recruitment.rules import Step

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.programmes.models import Edition

KEPT_FOR = timedelta(days=14)
KNOCKS_KEPT_FOR = timedelta(days=2)
SEEN_EVERY = timedelta(minutes=1)


def start_draft(*, edition: "Edition", language: str, at: datetime) -> tuple[Draft, str]:
    """An empty draft and the secret that opens it, which is told once and kept nowhere."""
    secret = tickets.new_secret()
    draft = Draft.objects.create(
        secret_digest=tickets.digest_of(secret),
        edition=edition,
        language=language,
        started_at=at,
        seen_at=at,
        keep_until=kept_until(at),
    )
    return draft, secret


@transaction.atomic
def save_answers(
    *, draft: Draft, step: Step, answers: Mapping[str, object], language: str, at: datetime
) -> Draft:
    """Keep what was answered on one page; saying it again replaces it. Raises SentAlready.

    Two tabs save one after the other: each writes only its own answers.
    """
    draft = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    if draft.application_id is not None:
        raise errors.SentAlready
    for field, value in answers.items():
        setattr(draft, field, value)
    draft.answered = [*(one for one in draft.answered if one != step), str(step)]
    draft.language, draft.seen_at, draft.keep_until = language, at, kept_until(at)
    draft.save()
    return draft


def see_draft(*, draft: Draft, at: datetime) -> None:
    """Somebody who may is reading it: it stays open for an hour more."""
    if at - draft.seen_at > SEEN_EVERY:
        Draft.objects.filter(pk=draft.pk).update(seen_at=at)
        draft.seen_at = at


@transaction.atomic
def delete_outdated_drafts(*, on: date, at: datetime) -> int:
    """Those not sent by the day until which they were to be kept. Twice deletes nothing more."""
    drafts = list(Draft.objects.outdated(on).select_for_update(of=("self",)))
    record_each("recruitment.draft_deleted", on=drafts, by=None, at=at)
    Draft.objects.filter(pk__in=[one.pk for one in drafts]).delete()
    KnockCount.objects.filter(hour__lt=at - KNOCKS_KEPT_FOR).delete()
    return len(drafts)


@transaction.atomic
def clear_doubt(*, draft: Draft, by: "User", at: datetime) -> None:
    """Somebody has seen the applicant's document. Twice changes nothing."""
    draft = (
        Draft.objects.select_for_update(of=("self",)).select_related("application__person").get(pk=draft.pk)
    )
    if not draft.is_in_doubt or draft.application is None:
        return
    draft.doubt_cleared_at, draft.doubt_cleared_by = at, by
    draft.save(update_fields=["doubt_cleared_at", "doubt_cleared_by"])
    record("recruitment.identity_checked", on=draft.application, by=by, at=at, doubt=draft.doubt)


def kept_until(at: datetime) -> date:
    return localdate(at) + KEPT_FOR
