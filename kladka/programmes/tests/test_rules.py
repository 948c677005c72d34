from datetime import date

import pytest

from kladka.programmes.choices import Precision
from kladka.programmes.rules import PartialDate


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2018", date(2018, 1, 1), date(2018, 12, 31), Precision.YEAR),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), Precision.MONTH),
        ("2018-02-03", date(2018, 2, 3), date(2018, 2, 3), Precision.DAY),
    ],
)
def test_a_date_keeps_the_precision_in_which_it_was_published(
    text: str, first: date, last: date, precision: Precision
) -> None:
    parsed = PartialDate.parse(text)

    assert (parsed.first_day, parsed.last_day, parsed.precision, str(parsed)) == (
        first,
        last,
        precision,
        text,
    )


@pytest.mark.parametrize("text", ["", "18", "2018-2", "2018-13", "2018-02-30", "luty 2018"])
def test_a_date_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        PartialDate.parse(text)
