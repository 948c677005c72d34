"""Changes that are written down while they are made, so that each can be taken back exactly."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from django.apps import apps
from django.core import serializers
from django.db.models import Model

ASIDE, CHANGED, MADE = "aside", "changed", "made"


class Step(NamedTuple):
    """One thing done to one row. `key` is that of the row afterwards."""

    kind: str
    model: str
    key: object
    values: dict[str, Any]


class Steps:
    """Done in this order, taken back in the other."""

    def __init__(self, done: list[Step] | None = None) -> None:
        self.done = done or []

    def change(self, row: Model, **values: object) -> None:
        """Write these columns of the row, its key among them where it names a person."""
        before = {name: _raw(row, name) for name in values}
        rows_like(row).filter(pk=row.pk).update(**values)
        for name, value in values.items():
            setattr(row, name, value)
        after = {name: _raw(row, name) for name in values}
        self._note(CHANGED, row, {name: [before[name], after[name]] for name in values})

    def make(self, row: Model) -> None:
        row.save(force_insert=True)
        self._note(MADE, row, {})

    def set_aside(self, row: Model) -> None:
        """The row leaves its table and lies whole in the steps. Whatever still hangs from it refuses."""
        [whole] = serializers.serialize("python", [row])
        self._note(ASIDE, row, whole)
        row.delete()

    def _note(self, kind: str, row: Model, values: dict[str, Any]) -> None:
        self.done.append(Step(kind, row._meta.label, row.pk, values))  # noqa: SLF001 - documented by Django

    def as_plain(self) -> list[list[object]]:
        """As JSON keeps them."""
        plain: list[list[object]] = json.loads(json.dumps(self.done, default=_written))
        return plain

    @classmethod
    def from_plain(cls, plain: list[list[Any]]) -> "Steps":
        return cls([Step(*one) for one in plain])

    def take_back(self) -> None:
        """The last first. What was changed again since then, or is gone since then, stays as it is now."""
        for step in reversed(self.done):
            TAKE_BACK[step.kind](step)


def _back_in_place(step: Step) -> None:
    for one in serializers.deserialize("python", [step.values]):
        one.save(force_insert=True)


def _unmade(step: Step) -> None:
    model_of(step)._base_manager.filter(pk=step.key).delete()  # noqa: SLF001 - documented by Django


def _changed_back(step: Step) -> None:
    model = model_of(step)
    rows = model._base_manager.filter(pk=step.key)  # noqa: SLF001 - documented by Django
    row = rows.first()
    if row is None:
        return
    fields = {name: model._meta.get_field(name) for name in step.values}  # noqa: SLF001 - documented by Django
    untouched = {
        fields[name].attname: fields[name].to_python(old)  # type: ignore[union-attr]
        for name, (old, new) in step.values.items()
        if _raw(row, name) == fields[name].to_python(new)  # type: ignore[union-attr]
    }
    if untouched:
        rows.update(**untouched)


TAKE_BACK: Mapping[str, Any] = {ASIDE: _back_in_place, MADE: _unmade, CHANGED: _changed_back}


def model_of(step: Step) -> type[Model]:
    model: type[Model] = apps.get_model(step.model)
    return model


def rows_like(row: Model) -> Any:
    return type(row)._base_manager  # noqa: SLF001 - documented by Django


def _raw(row: Model, name: str) -> object:
    """What the column holds: of a row that is named, its key."""
    return getattr(row, row._meta.get_field(name).attname)  # type: ignore[union-attr]  # noqa: SLF001 - documented by Django


def _written(value: Any) -> object:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
