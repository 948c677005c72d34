from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kladka.participation.actions import FileColumns, keep_file_columns
from kladka.participation.models import Participation
from kladka.participation.tests.builders import a_participation
from kladka.programmes.tests.builders import a_user

pytestmark = pytest.mark.django_db

AT = datetime(2026, 4, 7, 9, tzinfo=UTC)


def test_the_identifier_of_the_official_system_is_kept_and_a_second_time_changes_nothing() -> None:
    one, other = a_participation(), a_participation()
    columns = {one.pk: FileColumns(technical_id="7001", remark="Uwaga"), other.pk: FileColumns()}

    changed = [keep_file_columns(columns=columns, by=a_user(), at=AT) for _ in range(2)]

    rows = Participation.objects.order_by("pk").values_list("technical_id", "remark")
    assert (changed, list(rows)) == ([1, 0], [("7001", "Uwaga"), ("", "")])


def statements(count: int) -> int:
    columns = {a_participation().pk: FileColumns(technical_id=str(number)) for number in range(1, count + 1)}
    by = a_user()
    with CaptureQueriesContext(connection) as asked:
        keep_file_columns(columns=columns, by=by, at=AT)
    return len(asked)


def test_many_rows_take_as_many_statements_as_one() -> None:
    assert statements(20) == statements(1)
