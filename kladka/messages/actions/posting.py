"""A message is written: once for an occasion, with the words of that moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localdate

from kladka.audit.actions import record_each
from kladka.core.queue import announce
from kladka.messages import queries, rules
from kladka.messages.choices import Occasion, State, Way
from kladka.messages.facts import MessagesPosted
from kladka.messages.models import Message
from kladka.messages.queries import Addressee, Content

if TYPE_CHECKING:
    from django.db.models import Model

    from kladka.accounts.models import User
    from kladka.people.models import Person
    from kladka.programmes.models import Edition


@dataclass(frozen=True, kw_only=True)
class Posting:
    """To whom something is to be written, and what the record says. `key` names the occasion itself."""

    occasion: Occasion
    edition: "Edition"
    about: "Model"
    key: str
    addressee: Addressee
    values: Mapping[str, str]
    person: "Person | None" = None
    keep_until: date | None = None


def post(posting: Posting, *, by: "User | None", at: datetime) -> Message:
    """Write one message; said again it is the one that was written first."""
    post_all([posting], by=by, at=at)
    return Message.objects.get(key=posting.key)


@transaction.atomic
def post_all(postings: Sequence[Posting], *, by: "User | None", at: datetime) -> int:
    """Write those that are not written yet; gives how many were. They are sent after the commit, by a job."""
    wanted = {one.key: one for one in postings}
    before = set(Message.objects.filter(key__in=wanted).values_list("key", flat=True))
    composer = Composer(by=by, at=at)
    drafts = [composer.message(one) for key, one in wanted.items() if key not in before]
    Message.objects.bulk_create(drafts, ignore_conflicts=True)  # written by two at once it is one
    keys = [one.key for one in drafts]
    made = list(
        Message.objects.filter(key__in=keys, written_at=at).without_content().select_related("person")
    )
    record_each("messages.posted", on=made, by=by, at=at)
    if any(one.way == Way.EMAIL for one in made):
        announce(MessagesPosted())
    return len(made)


class Composer:
    """Looks each wording and each sender up once, however many are written to."""

    def __init__(self, *, by: "User | None", at: datetime) -> None:
        self.by, self.at = by, at
        self.wordings: dict[tuple[str, str], queries.InForce] = {}
        self.senders: dict[tuple[int, str], dict[str, str]] = {}

    def message(self, posting: Posting) -> Message:
        subject, content = self.written(posting)
        to, about = posting.addressee, posting.about
        return Message(
            edition=posting.edition,
            person=posting.person,
            about_kind=about._meta.label_lower,  # noqa: SLF001 - documented by Django
            about_id=str(about.pk),
            occasion=posting.occasion,
            key=posting.key,
            language=to.language,
            way=to.way,
            subject=subject,
            content=queries.sealed(content, posting.person),
            wording=self._in_force(posting).version,
            state=State.WAITING if to.way == Way.EMAIL else State.TO_PRINT,
            written_by=self.by,
            written_at=self.at,
            waits_since=self.at,
            keep_until=posting.keep_until or localdate(self.at) + timedelta(days=settings.MESSAGE_DAYS),
        )

    def written(self, posting: Posting) -> tuple[str, Content]:
        """The subject, and what is kept sealed."""
        to, wording = posting.addressee, self._in_force(posting).wording
        values = {"name": to.name, "ward": to.ward, **self._sender(posting), **posting.values}
        complete = {word: values.get(word, "") for word in rules.words_of(posting.occasion)}
        return wording.subject, Content(
            to=to.email,
            name=to.name,
            lines=to.lines,
            body=rules.filled(wording.body, complete),
            secrets=[posting.values[word] for word in sorted(rules.SECRET) if posting.values.get(word)],
        )

    def _in_force(self, posting: Posting) -> queries.InForce:
        asked = (posting.occasion, posting.addressee.language)
        if asked not in self.wordings:
            self.wordings[asked] = queries.wording_of(*asked)
        return self.wordings[asked]

    def _sender(self, posting: Posting) -> dict[str, str]:
        asked = (posting.edition.pk, str(posting.addressee.language))
        if asked not in self.senders:
            self.senders[asked] = queries.sender_of(posting.edition, language=asked[1])
        return self.senders[asked]


def without_secrets(content: Content) -> Content:
    """As it is kept once it was sent: who reads it later must not be let in by it."""
    return replace(content, body=rules.without_secrets(content.body, content.secrets), secrets=())
