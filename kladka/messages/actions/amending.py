"""A municipality writes in its own words."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from kladka.audit.actions import record
from kladka.messages import errors, rules
from kladka.messages.choices import Occasion
from kladka.messages.models import AmendedWording
from kladka.messages.rules import Fault, Wording
from kladka.messages.shipped import shipped
from kladka.people.choices import Language
from kladka.programmes.models import Edition, Programme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kladka.accounts.models import User

SHORTEST_NAME = 5  # a shorter one may stand in any word


@transaction.atomic
def amend_wording(
    *, occasion: Occasion, language: Language, subject: str, body: str, by: "User", at: datetime
) -> AmendedWording:
    """From now on messages of this occasion say this; those that were sent stay as they are. Raises WordingRefused."""
    wording = Wording(" ".join(subject.split()), body.strip().replace("\r\n", "\n"))
    for fault in (*rules.faults(wording, occasion=occasion), *_named(wording.subject)):
        raise errors.WordingRefused(fault)
    return _kept(occasion, language, wording, is_shipped=False, by=by, at=at)


@transaction.atomic
def return_to_shipped(*, occasion: Occasion, language: Language, by: "User", at: datetime) -> AmendedWording:
    """From now on the wording that ships, and what later versions of the product make of it."""
    return _kept(occasion, language, shipped(occasion, language), is_shipped=True, by=by, at=at)


def _kept(
    occasion: Occasion, language: Language, wording: Wording, *, is_shipped: bool, by: "User", at: datetime
) -> AmendedWording:
    version = AmendedWording.objects.create(
        occasion=occasion,
        language=language,
        subject=wording.subject,
        body=wording.body,
        is_shipped=is_shipped,
        written_by=by,
        written_at=at,
    )
    record(
        "messages.wording_amended", on=version, by=by, at=at, occasion=str(occasion), language=str(language)
    )
    return version


def _named(subject: str) -> "Iterator[Fault]":
    """A subject names no programme of the town."""
    titles = (
        *Programme.objects.values_list("title", flat=True),
        *Edition.objects.values_list("title", flat=True),
    )
    for title in titles:
        if len(title) >= SHORTEST_NAME and title.casefold() in subject.casefold():
            yield Fault("subject_names", title)
