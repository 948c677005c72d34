"""Nothing that is held of a person is forgotten when records are merged or handed out."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Field, Model

from kladka.people.holdings import holdings
from kladka.people.models import Person

Named = tuple[str, str]
# A row that another one names, and is no more of the person than that: the other one is.
NOT_OF_A_PERSON: frozenset[Named] = frozenset()


def test_every_row_of_a_person_is_named_by_a_holding() -> None:
    """Missing here: give the table a line in `config/holdings.py`."""
    named = {(one.name, one.to.partition("__")[0]) for one in holdings()}
    tables = {name for name, _to in named}

    direct = {one for one in keys_to({Person}) if one not in named | NOT_OF_A_PERSON}
    further = {name for name, _field in keys_to(reached()) if name not in tables}

    assert (direct, further) == (set(), set())


def test_no_holding_names_a_way_that_is_not_there() -> None:
    assert [str(one.rows_of(Person(pk=0)).query) for one in holdings()] != []


def keys_to(models: set[type[Model]]) -> Iterator[Named]:
    for model in apps.get_models():
        for field in model._meta.local_fields:
            if is_key(field) and field.related_model in models:
                yield model._meta.label, field.name


def is_key(field: "Field[object, object]") -> bool:
    return bool(field.many_to_one or field.one_to_one)


def reached() -> set[type[Model]]:
    """Everything from which keys lead to a person, however far."""
    found: set[type[Model]] = {Person}
    while True:
        more = {apps.get_model(name) for name, _field in keys_to(found)} - found
        if not more:
            return found
        found |= more
