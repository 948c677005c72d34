"""Two records become one, and become two again exactly as they were."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from kladka.audit import keys
from kladka.audit.actions import record
from kladka.people import errors
from kladka.people.actions.steps import Steps
from kladka.people.holdings import Ending, Holding, Rivals, holdings
from kladka.people.models import Alias, Involvement, Merge, Person, Resemblance

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import Model

    from kladka.accounts.models import User


@transaction.atomic
def merge_people(
    *, stays: Person, goes: Person, chosen: Mapping[str, str], reason: str = "", by: "User", at: datetime
) -> Merge:
    """Move every row of the one who goes to the one who stays; what cannot stand twice is set aside, sealed.

    `chosen` says of each two rivals (`rivals_of`) the key of the row that goes on; the other ends as a duplicate.
    Raises SamePerson, MergedMeanwhile, ToldApart, RivalNotChosen.
    """
    if stays.pk == goes.pk:
        raise errors.SamePerson
    stays, goes = locked(stays, goes)
    check_not_told_apart(stays, goes)
    steps, name, gone = Steps(), str(goes), goes.public_id
    aliases = Alias(person=stays, public_id=gone, **known_as(goes))
    for holding, rivals in rivals_of(stays, goes):
        end_the_other(holding, rivals, chosen, steps=steps, by=by, at=at)
    for holding in holdings():
        if holding.moves:
            move(holding, goes, stays, steps=steps)
    adopt(stays, goes, steps=steps)
    merge = Merge.objects.create(
        person=stays,
        kept=stays.public_id,
        gone=gone,
        gone_name=name,
        steps=b"",
        reason=reason.strip(),
        merged_by=by,
        merged_at=at,
    )
    aliases.merge = merge
    steps.make(aliases)
    remember(stays, steps=steps)
    Merge.objects.filter(pk=merge.pk).update(steps=keys.seal({"steps": steps.as_plain()}, person=gone))
    record("people.people_merged", on=merge, by=by, at=at, reason=reason.strip(), rows=len(steps.done))
    return merge


@transaction.atomic
def undo_merge(*, merge: Merge, by: "User", at: datetime) -> None:
    """Everything back where it was; what was entered since then stays with the person who stayed.

    Raises AlreadyUndone, LaterMergeStands, StepsLost, SomethingInTheWay.
    """
    merge = Merge.objects.select_for_update(of=("self",)).get(pk=merge.pk)
    if merge.undone_at is not None:
        raise errors.AlreadyUndone
    person = Person.objects.select_for_update(of=("self",)).get(pk=merge.person_id)
    if person.public_id != merge.kept:
        raise errors.LaterMergeStands(str(person))
    opened = keys.unseal(merge.steps, person=merge.gone)
    if opened is None:
        raise errors.StepsLost
    before = set(person.involvements.values_list("pk", flat=True))
    try:
        with transaction.atomic():
            Steps.from_plain(opened["steps"]).take_back()  # type: ignore[arg-type]
    except IntegrityError as error:
        raise errors.SomethingInTheWay from error
    keep_in_reach(person, before)
    for one in Person.objects.filter(public_id__in=(merge.kept, merge.gone)):
        remember(one, steps=Steps())
    Merge.objects.filter(pk=merge.pk).update(undone_by=by, undone_at=at)
    record("people.merge_undone", on=merge, by=by, at=at)


def locked(stays: Person, goes: Person) -> tuple[Person, Person]:
    """Both, always in the same order, so that two clerks wait for each other and do not stand in each other's way."""
    rows = Person.objects.select_for_update(of=("self",)).filter(pk__in=(stays.pk, goes.pk)).order_by("pk")
    found = {one.pk: one for one in rows}
    if len(found) < 2:  # noqa: PLR2004 - two records
        raise errors.MergedMeanwhile
    return found[stays.pk], found[goes.pk]


def check_not_told_apart(one: Person, other: Person) -> None:
    if Resemblance.objects.of(one, other).exclude(told_apart_at=None).exists():
        raise errors.ToldApart


def known_as(person: Person) -> dict[str, str]:
    return {
        "first_name": person.first_name,
        "last_name": person.last_name,
        "pesel": person.pesel or "",
        "identifier_kind": person.identifier_kind,
        "identifier": person.identifier,
    }


def rivals_of(stays: Person, goes: Person) -> Iterator[tuple[Holding, Rivals]]:
    """Every pair of rows of which only one may go on."""
    for holding in holdings():
        if holding.rivals:
            for one in holding.rivals(stays, goes):
                yield holding, one


def end_the_other(
    holding: Holding, rivals: Rivals, chosen: Mapping[str, str], *, steps: Steps, by: "User", at: datetime
) -> None:
    wanted = chosen.get(rivals.key, "")
    if not rivals.offers(wanted) or holding.ends is None:
        raise errors.RivalNotChosen(rivals.title)
    holding.ends(Ending(row=rivals.other_than(wanted), by=by, at=at, steps=steps))


def move(holding: Holding, goes: Person, stays: Person, *, steps: Steps) -> None:
    """Each row to the one who stays, as it is, or changed so that it fits, or else set aside."""
    for row in holding.rows_of(goes).select_for_update(of=("self",)):
        fitting = fit(holding, row, stays)
        if fitting is None and holding.absorb:
            holding.absorb(row, stays, steps)
            fitting = fit(holding, row, stays)
        if fitting is None:
            steps.set_aside(row)
        else:
            steps.change(row, **fitting)


def fit(holding: Holding, row: "Model", stays: Person) -> dict[str, object] | None:
    """What to write so that the row stands beside those of the one who stays; None where it cannot."""
    moved: dict[str, object] = {holding.to: stays}
    for more in ({}, *(change(row, stays) for change in holding.fits)):
        if fits({**moved, **more}, row):
            return {**moved, **more}
    return None


def fits(values: Mapping[str, object], row: "Model") -> bool:
    """Asked of a copy: the database's own constraints decide."""
    copy = type(row)._base_manager.get(pk=row.pk)  # noqa: SLF001 - documented by Django
    for name, value in values.items():
        setattr(copy, name, value)
    if copy.pk != row.pk and type(row)._base_manager.filter(pk=copy.pk).exists():  # noqa: SLF001 - documented by Django
        return False
    try:
        copy.validate_constraints()
    except ValidationError:
        return False
    return True


def adopt(stays: Person, goes: Person, *, steps: Steps) -> None:
    """The record that went lies in the steps from now on; its PESEL helps out where the other has none."""
    pesel, born, sex = goes.pesel, goes.birth_date, goes.sex
    steps.set_aside(goes)
    if pesel and not stays.pesel and not stays.identifier and (born, sex) == (stays.birth_date, stays.sex):
        steps.change(stays, pesel=pesel)


def remember(person: Person, *, steps: Steps) -> None:
    """Found by what it is called now, by its numbers and by its aliases."""
    kept = {"sort_key": person.sort_key, "search_text": person.search_text}
    person.remember_names()
    now = {"sort_key": person.sort_key, "search_text": person.search_text}
    person.sort_key, person.search_text = kept["sort_key"], kept["search_text"]
    if now != kept:
        steps.change(person, **now)
    person.involvements.update(**person.as_listed)


def keep_in_reach(person: Person, before: set[int]) -> None:
    """Who wrote something down in an edition since the merge still sees whom it is about."""
    held = person.involvements.values_list("edition", flat=True)
    for row in Involvement.objects.filter(pk__in=before).exclude(person=person):
        if row.edition_id not in set(held) and is_held_in(person, row.edition_id):
            row.pk, row._state.adding = None, True  # noqa: SLF001 - documented by Django
            row.person = person
            row.save()


def is_held_in(person: Person, edition_id: int) -> bool:
    """Whether a module above keeps a row of this person in the edition."""
    return any(
        holding.rows_of(person).filter(edition=edition_id).exists()
        for holding in holdings()
        if holding.to == "person" and holding.model is not Involvement and has_edition(holding)
    )


def has_edition(holding: Holding) -> bool:
    return any(field.name == "edition" for field in holding.model._meta.local_fields)  # noqa: SLF001 - documented by Django


def named_now(public_id: "UUID") -> "UUID | None":
    """Under which id somebody is known now whose record was merged into another's."""
    alias = Alias.objects.select_related("person").filter(public_id=public_id).first()
    return alias.person.public_id if alias else None
