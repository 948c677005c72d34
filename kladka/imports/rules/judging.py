"""What becomes of a row: new, changed, duplicate or refused, and why."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from kladka.imports.rules.folding import folded
from kladka.imports.rules.meaning import Understood
from kladka.reporting.layouts import Layout
from kladka.reporting.rules import Background, Case, Finding, Level, findings

# What is missing can be completed here later; what is wrong cannot come in.
MAY_FOLLOW = frozenset(
    {"no_support", "no_contact", "no_detail", "support_without_kind", "support_without_detail"}
)
MUST_STAND = frozenset({"first_name", "last_name", "pesel"})


class Fate(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """The participation that somebody known has in the edition."""

    pk: int
    opened_on: date
    left_on: date | None
    technical_id: str
    remark: str
    supports: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Somebody whom the record has under the same PESEL or document."""

    pk: int
    first_name: str
    last_name: str
    birth_date: date
    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    taken: Taken | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a row says that the record does not have yet."""

    last_name: str = ""
    phone: str = ""
    email: str = ""
    technical_id: str = ""
    remark: str = ""
    left_on: date | None = None
    comes_back: bool = False
    supports: tuple[tuple[int, date], ...] = ()


NOTHING = Changes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    row: Understood
    fate: Fate
    found: tuple[Finding, ...] = ()
    known: Known | None = None
    changes: Changes = NOTHING

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.found if one.level is Level.ERROR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A row of the file that named somebody before."""

    where: str
    said: int
    name: str


@dataclass(slots=True, kw_only=True)
class Judge:
    """Judges rows one after another, and remembers whom it has seen in the file."""

    layout: Layout
    on: date
    project_start: date | None
    project_end: date | None
    excluded: frozenset[str] = frozenset()
    seen: dict[str, Seen] = field(default_factory=dict)

    def judged(self, row: Understood, known: Known | None, *, where: str) -> Judged:
        key = identity(row)
        before = self.seen.get(key) if key else None
        if before:
            return self._again(row, before)
        if key:
            self.seen[key] = Seen(where=where, said=hash(row.line), name=name_of(row))
        if known and is_another(row, known):
            found = Finding("V05", "pesel", "pesel_of_another")
            return Judged(row=row, fate=Fate.REFUSED, found=(*row.found, found), known=known)
        if known and known.taken:
            changes = differences(row, known, known.taken)
            if changes == NOTHING and not row.found:
                return Judged(row=row, fate=Fate.DUPLICATE, known=known)
            return self._checked(row, known, Fate.CHANGED, changes)
        return self._checked(row, known, Fate.NEW, NOTHING)

    def _again(self, row: Understood, before: Seen) -> Judged:
        """The same row twice is left out and told; two rows that differ are for a person to join (V05)."""
        if before.name != name_of(row):
            key = "twice_with_other_name"
        else:
            key = "twice_the_same" if before.said == hash(row.line) else "twice_differently"
        level = Level.WARNING if key == "twice_the_same" else Level.ERROR
        found = Finding("V05", "pesel", key, level, {"row": before.where})
        fate = Fate.REFUSED if level is Level.ERROR else Fate.DUPLICATE
        return Judged(row=row, fate=fate, found=(found,))

    def _checked(self, row: Understood, known: Known | None, fate: Fate, changes: Changes) -> Judged:
        found = without_echo((*row.found, *(softened(one) for one in findings(self._case(row, known)))))
        if any(one.level is Level.ERROR for one in found):
            fate = Fate.REFUSED
        return Judged(row=row, fate=fate, found=found, known=known, changes=changes)

    def _case(self, row: Understood, known: Known | None) -> Case:
        background = Background(
            birth_date=row.birth_date or (known.birth_date if known else None),
            project_start=self.project_start,
            project_end=self.project_end,
            support_ends=row.support_ends,
            excluded_statuses=self.excluded,
            occupation=row.work.occupation,
            employer=row.work.employer,
            unemployed_since=row.work.unemployed_since,
            full_time_student=row.work.full_time_student,
            parental_leave_without_job=row.work.parental_leave
            and row.codes.get("labour_status") != "employed",
            municipality_degurba=row.place.degurba if row.place else "",
        )
        return Case(row.line, self.layout, self.on, background)


def without_echo(found: Collection[Finding]) -> tuple[Finding, ...]:
    """A cell that could not be read is empty in the line: that it is missing need not be said as well."""
    unread = {
        one.field
        for one in found
        if one.key in {"not_a_day", "not_a_number", "word_unknown", "support_unknown", "refused"}
    }
    kept = [one for one in found if not (one.key in {"missing", "no_support"} and one.field in unread)]
    return tuple(sorted(kept, key=lambda one: one.rule))


def softened(one: Finding) -> Finding:
    if one.key == "no_path":  # an end without it cannot be written down
        return replace(one, level=Level.ERROR)
    follows = one.key in MAY_FOLLOW or (one.key == "missing" and one.field not in MUST_STAND)
    return replace(one, level=Level.WARNING) if follows else one


def identity(row: Understood) -> str:
    """The PESEL or the document; without both the name and the day of birth; empty where nobody can be told."""
    if row.line.pesel:
        return row.line.pesel.upper()
    name = name_of(row)
    return f"{name} {row.birth_date}" if name.strip() and row.birth_date else ""


def name_of(row: Understood) -> str:
    return folded(f"{row.line.last_name} {row.line.first_name}")


def is_another(row: Understood, known: Known) -> bool:
    """Another first name and surname under one number. A new surname alone is a marriage."""
    same_first = folded(row.line.first_name).split()[:1] == folded(known.first_name).split()[:1]
    same_last = folded(row.line.last_name) == folded(known.last_name)
    return not same_first and bool(row.line.first_name) and not (same_last and not row.line.pesel)


def differences(row: Understood, known: Known, taken: Taken) -> Changes:
    """V20: who had left and was supported again later comes back to the same participation."""
    line = row.line
    comes_back = came_back(row, taken)
    return Changes(
        last_name=line.last_name
        if line.last_name and folded(line.last_name) != folded(known.last_name)
        else "",
        phone=line.phone if line.phone and line.phone not in known.phones else "",
        email=line.email if line.email and line.email not in known.emails else "",
        technical_id=line.technical_id if line.technical_id != taken.technical_id else "",
        remark=line.remarks if line.remarks != taken.remark else "",
        left_on=line.end_date if taken.left_on is None else None,
        comes_back=comes_back,
        supports=tuple(
            (pk, given.start)
            for pk, given in row.given
            if given.start and pk not in taken.supports and (taken.left_on is None or comes_back)
        ),
    )


def came_back(row: Understood, taken: Taken) -> bool:
    """V20: the last day in the record is over, the row has none, and some support began after it."""
    if taken.left_on is None or row.line.end_date is not None:
        return False
    left_on = taken.left_on
    return any(given.start and given.start > left_on for _, given in row.given)
