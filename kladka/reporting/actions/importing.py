"""Reading the official file back: the same people, with what the file says of their entry, supports and end."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from kladka.audit.actions import record
from kladka.core.errors import DomainError
from kladka.participation.actions import (
    Entrant,
    Paper,
    Result,
    record_entry_traits,
    record_exit,
    record_outcome,
    restate_supports,
    sign_agreement,
)
from kladka.participation.choices import AgreementKind, ExitReason, Situation, SourceKind
from kladka.participation.models import Participation
from kladka.participation.rules import Received
from kladka.people.actions import register_person, settle
from kladka.people.actions.reach import Reachable
from kladka.people.choices import IdentifierKind
from kladka.people.models import Person
from kladka.people.rules import Details
from kladka.places.actions import register_address
from kladka.places.rules import Written
from kladka.programmes.models import Edition
from kladka.reporting.actions.exporting import layout_of
from kladka.reporting.errors import FileRefused
from kladka.reporting.files import Read, Unreadable, read
from kladka.reporting.layouts import Layout
from kladka.reporting.lines import Line
from kladka.reporting.queries.meaning import (
    facts_of,
    flags_of,
    matched,
    municipality_code,
    supports_of,
)
from kladka.reporting.wording import refusal, sentence

if TYPE_CHECKING:
    from kladka.accounts.models import User

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that was left out: its number in the file and why."""

    number: int
    name: str
    why: str


@dataclass(slots=True)
class Imported:
    """What became of a file: who is new, who was known, which lines were left out."""

    new: int = 0
    known: int = 0
    refused: list[Refused] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Setting:
    """What every line of one file shares."""

    edition: Edition
    layout: Layout
    supports: dict[tuple[str, str], list[int]]
    by: "User"
    at: datetime

    @property
    def on(self) -> date:
        return localdate(self.at)


@transaction.atomic
def import_participants(
    *, edition: Edition, content: bytes, profile: str = "", by: "User", at: datetime
) -> Imported:
    """Read a participants' file into an edition; each line is one person, whole or left out with its reason.

    Who is in the edition already stays as recorded. Raises FileRefused, NoProfile, UnknownProfile.
    """
    layout = layout_of(edition, profile, on=localdate(at))
    setting = Setting(edition, layout, supports_of(edition, layout), by, at)
    done = Imported()
    for one in lines_of(layout, content):
        _take(one, setting, done)
    record("reporting.file_imported", on=edition, by=by, at=at, new=done.new, known=done.known)
    return done


def lines_of(layout: Layout, content: bytes) -> Iterator[Read]:
    try:
        yield from read(layout, content)
    except Unreadable as error:
        raise FileRefused(refusal(error.problem, error.values)) from error


def _take(one: Read, setting: Setting, done: Imported) -> None:
    try:
        if one.bad:
            raise FileRefused(sentence(one.bad[0].problem, {"found": one.bad[0].text}))
        with transaction.atomic():
            is_new = _write(one.line, setting)
    except DomainError as error:
        done.refused.append(Refused(one.number, f"{one.line.last_name} {one.line.first_name}", str(error)))
    else:
        done.new += is_new
        done.known += not is_new


def _write(line: Line, setting: Setting) -> bool:
    """Whether the participation is new."""
    if line.start_date is None:
        raise FileRefused(_("There is no day on which the participation starts."))
    person = _person(line, setting)
    known = Participation.objects.filter(person=person, edition=setting.edition).first()
    if known is not None:
        _carry_back(known, line)
        return False
    participation = _join(person, line, line.start_date, setting)
    _give(participation, line, setting)
    _end(participation, line, setting)
    _carry_back(participation, line)
    return True


def _person(line: Line, setting: Setting) -> Person:
    has_pesel = line.no_pesel != setting.layout.words["yes_no"]["yes"]
    found = Person.objects.filter(**{"pesel" if has_pesel else "identifier": line.pesel}).first()
    if found is not None:
        return found
    if not has_pesel:
        raise FileRefused(sentence("no_birth_date", {}))
    details = Details(
        first_name=line.first_name,
        last_name=line.last_name,
        pesel=line.pesel,
        sex=setting.layout.code_of("sex", line.sex) or "",
        identifier_kind="" if has_pesel else IdentifierKind.OTHER,
        citizenship=setting.layout.code_of("citizenship", line.citizenship) or "",
    )
    reach = Reachable(phone=line.phone, email=line.email)
    person = register_person(
        details=details, contacts=reach, edition=setting.edition, by=setting.by, at=setting.at
    )
    _settle(person, line, setting)
    return person


def _settle(person: Person, line: Line, setting: Setting) -> None:
    """Where the person lived on the first day; the file has no street."""
    code = municipality_code(line, on=setting.on)
    if not code or line.start_date is None:
        raise FileRefused(_("The register has no municipality “%(name)s”.") % {"name": line.municipality})
    written = Written(locality=line.locality, municipality_code=code, postcode=line.postcode)
    address = register_address(written=written, by=setting.by, at=setting.at)
    settle(person=person, address=address, from_day=line.start_date, by=setting.by, at=setting.at)


def _join(person: Person, line: Line, start: date, setting: Setting) -> Participation:
    participation = sign_agreement(
        who=Entrant(person=person, edition=setting.edition),
        paper=Paper(signed_on=start, kind=AgreementKind.DECLARATION),
        by=setting.by,
        at=setting.at,
    )
    record_entry_traits(
        participation=participation,
        facts=facts_of(line, setting.layout),
        flags=flags_of(line, setting.layout),
        declared_on=start,
        by=setting.by,
        at=setting.at,
    )
    return participation


def _give(participation: Participation, line: Line, setting: Setting) -> None:
    """The supports; the first of them starts the participation, as everywhere. An import knows no minutes."""
    rows = []
    for given, support in matched(line.supports, setting.supports):
        if support is None or given.start is None:
            raise FileRefused(sentence("word_unknown", {"found": given.detail or given.kind}))
        rows.append(received(participation, support, given.start))
    restate_supports(
        source_kind=SourceKind.IMPORT, source_id=participation.pk, rows=rows, by=setting.by, at=setting.at
    )


def received(participation: Participation, support: int, day: date) -> Received:
    return Received(participation_id=participation.pk, support_id=support, first_on=day, last_on=day)


def _end(participation: Participation, line: Line, setting: Setting) -> None:
    if line.end_date is None:
        return
    completed = line.path_completed == setting.layout.words["yes_no"]["yes"]
    record_exit(
        participation=participation,
        left_on=line.end_date,
        reason=ExitReason.COMPLETED if completed else ExitReason.OTHER,
        path_completed=completed,
        by=setting.by,
        at=setting.at,
    )
    situation = setting.layout.code_of("situation_at_exit", line.situation_at_exit)
    if situation:
        happened_on = min(line.end_date + ONE_DAY, setting.on)
        result = Result(situation=Situation(situation), happened_on=happened_on)
        record_outcome(participation=participation, result=result, by=setting.by, at=setting.at)


def _carry_back(participation: Participation, line: Line) -> None:
    """The identifier that the official system gave, and the remark."""
    Participation.objects.filter(pk=participation.pk).update(
        technical_id=line.technical_id or participation.technical_id, remark=line.remarks
    )
