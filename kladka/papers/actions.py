from django.db import connection, transaction

from kladka.papers.models import Counter

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
