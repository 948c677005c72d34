from datetime import date

import pytest

from kladka.papers import rules
from kladka.papers.rules import Mark, Template

TEMPLATE = Template("A-01", date(2026, 1, 1), "papers/tests/sample.typ", "Próba")


@pytest.mark.parametrize(
    ("regime", "order"),
    [
        ("pl-2021-2027", ["fund", "state", "statement", "region", "partner"]),
        ("pl-2014-2020-silesia", ["fund", "state", "region", "statement", "partner"]),
        ("somewhere-else", ["partner", "statement", "region", "state", "fund"]),
    ],
)
def test_marks_stand_in_the_order_of_their_period(regime: str, order: list[str]) -> None:
    given = [Mark(kind, kind) for kind in ("partner", "statement", "region", "state", "fund")]

    assert [one.kind for one in rules.in_order(given, regime=regime)] == order


def test_a_number_names_the_paper_the_project_and_the_running_number() -> None:
    project = "FESL.07.02-IP.02-0123/24-00"

    assert rules.number_of(TEMPLATE, project=project, running=7) == "A-01/FESL.07.02-IP.02-0123/24-00/007"


def test_signs_that_cannot_be_seen_are_not_printed() -> None:
    said = {"name": "A\u202enna\u200f\x00 Z\u0307", "rows": [["Ґанна"]], "line": "a\nb", "yes": True}

    assert rules.plain(said) == {"name": "Anna Ż", "rows": [["Ґанна"]], "line": "a\nb", "yes": True}


def test_names_of_files_are_plain_letters() -> None:
    assert rules.file_name("A-01", "Zażółć/../\r\n12", ending="pdf") == "a-01_zazolc-..-12.pdf"
