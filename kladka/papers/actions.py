"""Numbers without gaps, and papers that bear them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import connection, transaction
from django.db.models import Q
from django.utils import translation
from django.utils.timezone import localdate

from kladka.audit import keys
from kladka.audit.actions import record
from kladka.papers import pdf, rules
from kladka.papers.errors import PaperErased
from kladka.papers.models import Counter, Printed
from kladka.papers.queries import frame_of, project_of
from kladka.people import sealing

if TYPE_CHECKING:
    from django.db.models import Model

    from kladka.accounts.models import User
    from kladka.people.models import Person
    from kladka.programmes.models import Edition

NEXT = """
    INSERT INTO {table} AS counter (series, last) VALUES (%s, %s)
    ON CONFLICT (series) DO UPDATE SET last = counter.last + EXCLUDED.last
    RETURNING last
"""


def next_number(series: str) -> int:
    """The next number of a series, from 1. Others who want one wait until this transaction ends.

    Must be called inside the transaction that uses the number: rolled back with it, it is given again.
    """
    return reserve_numbers(series, count=1)[0]


def reserve_numbers(series: str, *, count: int) -> range:
    """So many numbers in a row, for a list or an import; in one statement."""
    if not transaction.get_connection().in_atomic_block:
        message = "a number is taken inside the transaction that uses it"
        raise transaction.TransactionManagementError(message)
    with connection.cursor() as cursor:
        cursor.execute(NEXT.format(table=Counter._meta.db_table), [series, count])  # noqa: SLF001
        (last,) = cursor.fetchone() or (count,)
    return range(last - count + 1, last + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is to be printed: the data of the record, by the words of the template."""

    template: rules.Template
    edition: "Edition"
    about: "Model"
    content: Mapping[str, object]
    name: str  # what the file is called by: a number of the record, never a name
    person: "Person | None" = None
    has_sensitive: bool = False
    number: str = ""  # where the record has numbered it already


@dataclass(frozen=True, slots=True)
class Paper:
    """A printed paper with its data open."""

    printed: Printed
    content: Mapping[str, object]
    name: str


@transaction.atomic
def print_paper(draft: Draft, *, by: "User", at: datetime) -> Paper:
    """The paper with its number. The same data printed again keep the number; the trail says so each time."""
    wanted = content_of(draft, at=at)
    before = printed_before(draft)
    if before is not None and opened(before) == {**wanted, "number": before.number}:
        return print_again(printed=before, name=draft.name, by=by, at=at)
    number = number_for(draft)
    content = {**wanted, "number": number}
    printed = Printed.objects.create(
        edition=draft.edition,
        person=draft.person,
        template=draft.template.code,
        version=draft.template.version,
        file=draft.template.file,
        title=draft.template.title,
        number=number,
        subject_kind=draft.about._meta.label_lower,  # noqa: SLF001 - documented by Django
        subject_id=str(draft.about.pk),
        content=sealed(content, draft.person),
        has_sensitive=draft.has_sensitive,
        digest=digest_of(content, draft.template, at),
        printed_by=by,
        printed_at=at,
    )
    record("papers.printed", on=printed, by=by, at=at, number=printed.number)
    return Paper(printed, content, draft.name)


def number_for(draft: Draft) -> str:
    """The next of its series; where the record has a number, that one, and `/2` when it is printed with other data."""
    if draft.number:
        before = Printed.objects.filter(
            Q(number=draft.number) | Q(number__startswith=f"{draft.number}/")
        ).count()
        return f"{draft.number}/{before + 1}" if before else draft.number
    project = project_of(draft.edition)
    running = next_number(rules.series_of(draft.template, project=project))
    return rules.number_of(draft.template, project=project, running=running)


@transaction.atomic
def print_again(*, printed: Printed, name: str = "", by: "User", at: datetime) -> Paper:
    """The same paper from the data that were kept. Raises PaperErased."""
    content = opened(printed)
    if content is None:
        raise PaperErased
    record("papers.printed_again", on=printed, by=by, at=at, number=printed.number)
    return Paper(printed, content, name or printed.number)


def content_of(draft: Draft, *, at: datetime) -> dict[str, object]:
    """All that stands on the paper but its number."""
    with translation.override("pl"):  # papers are Polish by law, whatever language the desk is read in
        frame = frame_of(draft.edition, on=localdate(at))
    given = {
        **frame,
        **draft.content,
        "title": draft.template.title,
    }
    return {key: rules.plain(value) for key, value in given.items()}


def printed_before(draft: Draft) -> Printed | None:
    """The last paper of this version about the same thing."""
    about = draft.about
    kind = about._meta.label_lower  # noqa: SLF001 - documented by Django
    same = Printed.objects.filter(subject_kind=kind, subject_id=str(about.pk), file=draft.template.file)
    return same.order_by("-pk").first()


def sealed(content: Mapping[str, object], person: "Person | None") -> bytes:
    """A paper about nobody is the municipality's."""
    return sealing.seal(content, person=person) if person else keys.seal(content, person=None)


def opened(printed: Printed) -> dict[str, object] | None:
    """None once the person's key is destroyed."""
    if printed.person is None:
        return keys.unseal(printed.content, person=None)
    return sealing.unseal(printed.content, person=printed.person)


def digest_of(content: Mapping[str, object], template: rules.Template, at: datetime) -> str:
    """Of the PDF in colour, as it left the office."""
    author = str(content.get("beneficiary", ""))
    return hashlib.sha256(pdf.pdf_of([content], template=template.file, author=author, at=at)).hexdigest()
