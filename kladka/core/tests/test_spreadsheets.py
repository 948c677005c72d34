from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from kladka.core.spreadsheets import Column, write_xlsx, xlsx_response


def read(content: bytes) -> list[list[object]]:
    rows = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()
    return [list(row) for row in rows]


@pytest.mark.django_db  # an answer that is closed asks the connection whether it is still good
def test_a_list_becomes_a_sheet_with_a_heading() -> None:
    rows = [("Ćwikłowa Zofia", 3, date(2026, 5, 1)), ("Жук Олена", None, None)]

    response = xlsx_response(
        rows, columns=[Column("Name"), Column("Hours"), Column("Day")], title="People", filename="people.xlsx"
    )

    assert read(response.getvalue()) == [
        ["Name", "Hours", "Day"],
        ["Ćwikłowa Zofia", 3.0, date(2026, 5, 1)],
        ["Жук Олена", "", ""],
    ]
    assert response["Content-Disposition"] == 'attachment; filename="people.xlsx"'
    response.close()


def test_a_name_never_becomes_a_formula() -> None:
    file = BytesIO()

    write_xlsx(file, [("=1+1",), ("@SUM(A1)",), ("http://example.com",)], columns=[Column("Name")], title="x")

    assert read(file.getvalue()) == [["Name"], ["=1+1"], ["@SUM(A1)"], ["http://example.com"]]


def test_a_moment_is_written_as_the_readers_clock_shows_it() -> None:
    file = BytesIO()

    write_xlsx(
        file, [(datetime(2026, 1, 5, 9, 30, tzinfo=UTC),)], columns=[Column("When")], title="[a]: b/c" * 9
    )

    assert read(file.getvalue())[1] == [datetime(2026, 1, 5, 10, 30)]  # noqa: DTZ001 - a sheet knows no zones
