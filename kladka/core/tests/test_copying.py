"""Rows by COPY: keys beforehand, defaults for what is not said, constraints as ever."""

import pytest
from django.db import IntegrityError, transaction

from kladka.accounts.models import User
from kladka.core.copying import copy_in, reserve_ids
from kladka.places.models import District

pytestmark = pytest.mark.django_db


def test_reserved_keys_are_nobody_elses() -> None:
    keys = reserve_ids(District, 3)

    assert len(set(keys)) == 3
    assert District.objects.create(name="Dańdówka").pk not in keys


def test_rows_come_in_with_their_keys_and_the_defaults_of_other_columns() -> None:
    keys = reserve_ids(District, 2)

    copy_in(District, ["id", "name"], zip(keys, ["Milowice; \t\\", "Zagórze"], strict=True))

    assert dict(District.objects.values_list("pk", "name")) == dict(
        zip(keys, ["Milowice; \t\\", "Zagórze"], strict=True)
    )


def test_a_constraint_refuses_all_of_them() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        copy_in(District, ["name"], [("Milowice",), ("Milowice",)])

    assert not District.objects.exists()


def test_only_what_is_said_differs_from_the_defaults() -> None:
    copy_in(User, ["email", "name", "added_at"], [("a@example.org", "Anna", "2026-01-05 09:00+00")])

    assert User.objects.values_list("email", "name", "is_active").get(email="a@example.org") == (
        "a@example.org",
        "Anna",
        True,
    )
