from threading import Thread

import pytest
from django.db import connection, transaction

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


@pytest.mark.django_db(transaction=True)
def test_two_at_once_get_different_numbers() -> None:
    given: list[int] = []

    def take() -> None:
        try:
            with transaction.atomic():
                given.append(next_number("UC/1"))
        finally:
            connection.close()

    takers = [Thread(target=take) for _ in range(6)]
    for taker in takers:
        taker.start()
    for taker in takers:
        taker.join()

    assert sorted(given) == [1, 2, 3, 4, 5, 6]
    Counter.objects.all().delete()


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_no_number_is_given() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        next_number("UC/1")
