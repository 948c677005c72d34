from datetime import date

import pytest

from kladka.portal.rules.standing import Term, later, standing_of
from kladka.programmes.rules import PartialDate

TODAY = date(2022, 6, 9)


def on(text: str) -> PartialDate:
    return PartialDate.parse(text)


@pytest.mark.parametrize(
    ("term", "state"),
    [
        (Term(), ""),
        (Term(on("2022-06-09"), on("2022-06-09")), "running"),
        (Term(on("2022-06-10"), on("2022-12-31")), "planned"),
        (Term(ends=on("2022-06")), "running"),
        (Term(ends=on("2022-05")), "ended"),
        (Term(on("2021-12"), months=12), "running"),
        (Term(on("2021-05"), months=12), "ended"),
        (Term(on("2021-05")), "running"),
    ],
)
def test_a_term_is_as_exact_as_it_was_published(term: Term, state: str) -> None:
    assert term.state(TODAY) == state


def test_a_length_ends_in_a_month_that_has_the_day() -> None:
    assert later(date(2021, 12, 31), 2) == date(2022, 2, 28)
    assert later(date(2021, 12, 31), 12) == date(2022, 12, 31)


def test_a_programme_runs_while_one_edition_runs() -> None:
    ended, running, unknown = Term(ends=on("2020")), Term(ends=on("2023")), Term()

    assert [standing_of(terms, today=TODAY) for terms in ([ended, running], [ended, unknown], [unknown])] == [
        "running",
        "ended",
        "",
    ]
