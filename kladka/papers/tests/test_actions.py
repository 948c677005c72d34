from collections.abc import Callable
from threading import Thread

import pytest
from django.db import connection, transaction

from kladka.municipalities.queries import in_municipality
from kladka.papers.actions import next_number, reserve_numbers
from kladka.papers.models import Counter


class BrokenOffError(Exception):
    pass


@transaction.atomic
def break_off() -> None:
    next_number("UC/1")
    raise BrokenOffError


@pytest.mark.django_db
def test_each_series_counts_from_one() -> None:
    given = [next_number("UC/1"), next_number("UC/1"), next_number("UC/2"), next_number("UC/1")]

    assert given == [1, 2, 1, 3]


@pytest.mark.django_db
def test_many_numbers_are_reserved_in_a_row() -> None:
    next_number("UC/1")

    assert list(reserve_numbers("UC/1", count=3)) == [2, 3, 4]
    assert next_number("UC/1") == 5


@pytest.mark.django_db
def test_a_number_that_was_not_used_is_given_again() -> None:
    with pytest.raises(BrokenOffError):
        break_off()

    assert next_number("UC/1") == 1


def apart(*works: Callable[[], None]) -> None:
    """At once, each on a connection and in a transaction of its own, which the test does not roll back."""

    def working(work: Callable[[], None]) -> None:
        try:
            with in_municipality("test"):
                work()
        finally:
            connection.close()

    threads = [Thread(target=working, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.django_db
def test_two_at_once_get_different_numbers() -> None:
    given: list[int] = []

    @transaction.atomic
    def take() -> None:
        given.append(next_number("at once"))

    apart(*[take] * 6)
    apart(Counter.objects.filter(series="at once").delete)  # type: ignore[arg-type]

    assert sorted(given) == [1, 2, 3, 4, 5, 6]


@pytest.mark.django_db
def test_outside_a_transaction_no_number_is_given() -> None:
    refusals: list[str] = []

    def take() -> None:
        try:
            next_number("UC/1")
        except transaction.TransactionManagementError as error:
            refusals.append(str(error))

    apart(take)

    assert refusals == ["a number is taken inside the transaction that uses it"]
