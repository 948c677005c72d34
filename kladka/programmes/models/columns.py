"""Columns of values as they were published: a number beside its relation, a date beside its precision.

`persons, persons_relation = count(_("persons"))` makes the two columns of one value. What was not published is
NULL. `held(…)` holds fields of choices in the database, as the house demands of every one.
"""

from typing import TYPE_CHECKING, Any, Union

from django.db import models
from django.db.models import CheckConstraint, ForeignKey, Q
from django.utils.translation import gettext_lazy as _

from kladka.programmes.choices import Precision, Relation

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from django.utils.functional import _StrPromise

Choices = type[models.TextChoices]
Label = Union[str, "_StrPromise"]


def partial_date(
    label: Label,
) -> "tuple[models.DateField[date | None, date | None], models.CharField[str, str]]":
    """The first possible day, and whether a day, a month or a year was published."""
    return models.DateField(label, null=True, blank=True), models.CharField(
        _("precision"), max_length=5, choices=Precision, default=Precision.DAY
    )


def _relation() -> "models.CharField[str, str]":
    return models.CharField(_("relation"), max_length=8, choices=Relation, default=Relation.EXACTLY)


def count(
    label: Label,
) -> "tuple[models.PositiveIntegerField[int | None, int | None], models.CharField[str, str]]":
    return models.PositiveIntegerField(label, null=True, blank=True), _relation()


def money(
    label: Label,
) -> "tuple[models.DecimalField[Decimal | None, Decimal | None], models.CharField[str, str]]":
    """An amount to the grosz in the currency of its budget, and how exactly it is known."""
    return models.DecimalField(label, max_digits=14, decimal_places=2, null=True, blank=True), _relation()


def number(label: Label) -> "models.DecimalField[Decimal | None, Decimal | None]":
    """A number that is no money: hours, a rate, points."""
    return models.DecimalField(label, max_digits=18, decimal_places=6, null=True, blank=True)


def line(label: Label) -> "models.CharField[str, str]":
    """Words on one line, or nothing."""
    return models.CharField(label, max_length=500, blank=True)


def to(model: str, label: Label, *, on_delete: Any = models.PROTECT) -> "ForeignKey[Any, Any]":
    """A row that another one may name. Reverse names are left out: lower modules must not look up."""
    return ForeignKey(model, on_delete=on_delete, null=True, blank=True, related_name="+", verbose_name=label)


def held(table: str, **choices: Choices) -> list[CheckConstraint]:
    """One constraint for each field of choices; an empty word where the field may be left out."""
    return [
        CheckConstraint(name=f"{table}_{field}_is_known", condition=Q(**{f"{field}__in": _allowed(of)}))
        for field, of in choices.items()
    ]


def held_or_empty(table: str, **choices: Choices) -> list[CheckConstraint]:
    return [
        CheckConstraint(
            name=f"{table}_{field}_is_known", condition=Q(**{f"{field}__in": ["", *_allowed(of)]})
        )
        for field, of in choices.items()
    ]


def _allowed(of: Choices) -> list[str]:
    return list(of.values)
