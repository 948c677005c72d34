"""A file with a mistake is answered with its line, its key and what to write instead."""

from pathlib import Path

import pytest

from kladka.definitions.tests.builders import A_FILE, PROGRAMMES, refusals

NEW = "begin with `kladka programme new`."
BUDGET = """
[[budgets]]
key = "agreement"
currency = "PLN"
total = "1000.00"
"""


@pytest.mark.parametrize("path", PROGRAMMES, ids=lambda path: path.stem)
def test_the_files_of_the_demo_have_no_mistake(path: Path) -> None:
    assert refusals(path.read_bytes()) == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", f"The file is empty: {NEW}"),
        (b" \n\n", f"The file is empty: {NEW}"),
        (A_FILE.encode("utf-16"), "The file is in UTF-16: save it again as UTF-8."),
        (A_FILE.encode("utf-16-le"), "The file is in UTF-16: save it again as UTF-8."),
        (
            'a = 1\nb = "ż"'.encode("cp1250"),
            "line 2: The file is not in UTF-8 from here on: save it again as UTF-8.",
        ),
        (b"PK\x03\x04....", f"This is a spreadsheet or an archive, not a programme file: {NEW}"),
        (b"name;sex;age\nAna;K;41\n", f"This is a table of values (CSV), not a programme file: {NEW}"),
        (
            b"\xef\xbb\xbfname,sex,age\r\nAna,K,41\r\n",
            f"This is a table of values (CSV), not a programme file: {NEW}",
        ),
        (
            A_FILE.encode() + b'x = "' + b"a" * 10_000_000 + b'"\n',
            "The file is larger than 2 MB: a programme file holds text only.",
        ),
        (
            b"format = 1\nx = " + b"[" * 5000 + b"]" * 5000,
            "line 2: The brackets are nested too deeply: a programme file has tables of one level.",
        ),
    ],
    ids=["empty", "blank", "utf16", "utf16-unmarked", "cp1250", "xlsx", "csv", "csv-crlf", "10-mb", "deep"],
)
def test_what_is_no_programme_file_is_answered_with_one_sentence(content: bytes, sentence: str) -> None:
    assert refusals(content) == [sentence]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (
            'regime = "pl-2021-2027"',
            'regime = "pl-2021-2027"\nfonds = "EFS"',
            'line 10, editions "first", fonds: `fonds` is not known here: did you mean `fund`?',
        ),
        (
            "starts = 2024-01-01",
            "starts = 2024-02-30",
            'line 10: "2024-02-30" is no date: write a day as 2021-01-31, a month as "2021-01", a year as "2021"',
        ),
        (
            "starts = 2024-01-01",
            'starts = "01.02.2024"',
            ('line 10, editions "first", starts: "01.02.2024" is no date: '
            'write a day as 2021-01-31, a month as "2021-01", a year as "2021"'),
        ),
        (
            "starts = 2024-01-01",
            "starts = 2026-01-01",
            'line 11, editions "first", ends: `ends` (2025-12-31) is before `starts` (2026-01-01): correct one of them',
        ),
        (
            'title = "Close together"',
            "title = Close together",
            "line 5: Close together is text: put it in quotes",
        ),
        ('title = "Close together"', "title = 12", "line 5, programme, title: 12 must be text: put it in quotes"),
        ('title = "Close together"\n', "", "line 3, programme, title: `title` is missing: add `title = …`"),
        (
            'key = "close-together"',
            'key = "Close Together"',
            ('line 4, programme, key: "Close Together" is no key: '
            'write small letters, digits and hyphens, such as "klub-seniora"'),
        ),
        (
            'title = "Close together"',
            'title = "Close\\u202Etogether"',
            "line 5, programme, title: there is a character that cannot be seen (U+202E): take it out",
        ),
        (
            'title = "Close together"',
            'title = "Close\\u0000together"',
            "line 5, programme, title: there is a character that cannot be seen (U+0000): take it out",
        ),
        (
            'title = "Close together"',
            f'title = "{"a" * 501}"',
            "line 5, programme, title: this is longer than 500 characters: shorten it",
        ),
        ("format = 1", "format = 2", "line 1, format: 2 is a format this version cannot read: write `format = 1`"),
        (
            'key = "first"',
            'key = "first"\nkey = "second"',
            "line 9: `key` is written twice in one row: take one of them out",
        ),
    ],
)  # fmt: skip
def test_one_wrong_value_is_answered_with_one_sentence(before: str, after: str, sentence: str) -> None:
    assert refusals(A_FILE.replace(before, after, 1)) == [sentence]


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (
            '[[task]]\nkey = "a"\ntitle = "A"\n',
            "line 12, task: `task` is not known here: did you mean `tasks`?",
        ),
        (
            '[[tasks]]\nkey = "a"\ntitle = "A"\nends = "2026-02"\n',
            ('line 15, tasks "a", ends: 2026-02 is outside the edition (2024-01-01 – 2025-12-31): '
            "correct it, or add an amendment that moves the period"),
        ),
        (
            '[[tasks]]\nkey = "a"\ntitle = "A"\n[[tasks]]\nkey = "a"\ntitle = "B"\n',
            'line 16, tasks "a", key: the key "a" stands in `tasks` twice (first in line 13): give this row another',
        ),
        (
            '[[tasks]]\nkey = "osl"\ntitle = "A"\n[[supports]]\nkey = "s"\ntitle = "S"\ntask = "ols"\n',
            'line 18, supports "s", task: there is no "ols" in `tasks`: did you mean `osl`?',
        ),
        (
            '[[tasks]]\nkey = "a"\ntitle = "A"\npersons = { circa = 20 }\n',
            ('line 15, tasks "a", persons: write one of about, at_least, over, at_most, under and a number, '
            "for example { at_least = 60 }"),
        ),
        (
            f'{BUDGET}rounding = "down"\n',
            'line 16, budgets "agreement", rounding: "down" is not known here: write one of cut, half_up',
        ),
        (
            f'{BUDGET}grant = "850"\ngrant_rate_percent = "80"\n',
            'line 16, budgets "agreement", grant: 80 % of 1000.00 is 800.00, not 850.00: correct the amount or the rate',
        ),
        (
            (f'{BUDGET}[[sources]]\nkey = "eu"\nbudget = "agreement"\nkind = "eu"\namount = "850.00"\n'
            '[[sources]]\nkey = "own"\nbudget = "agreement"\nkind = "local_gov"\namount = "140.00"\n'),
            ('line 15, budgets "agreement", total: the sources make 990.00, the total is 1000.00: '
            "correct one of them by 10.00"),
        ),
        (
            f'{BUDGET}[[yearly_amounts]]\nkey = "y"\nbudget = "agreement"\nyear = 2024\namount = "999.99"\n',
            ('line 20, yearly_amounts "y", amount: the years make 999.99, the whole is 1000.00: '
            "correct one of them by 0.01"),
        ),
        (
            f'{BUDGET}[[budget_lines]]\nkey = "l"\ntitle = "L"\nquantity = "3"\nunit_price = "10.00"\ntotal = "31.00"\n',
            'line 21, budget_lines "l", total: 3 × 10.00 is 30.00, not 31.00: correct one of the three',
        ),
        (
            ('[[measures]]\nkey = "m"\ntitle = "M"\nkind = "output"\n'
            '[[targets]]\nkey = "t"\nmeasure = "m"\nwomen = 40\nmen = 21\ntotal = 60\n'),
            'line 21, targets "t", total: women 40 and men 21 make 61, not 60: correct one of the three',
        ),
    ],
)  # fmt: skip
def test_one_wrong_row_is_answered_with_one_sentence(more: str, sentence: str) -> None:
    assert refusals(A_FILE + more.removeprefix("\n")) == [sentence]


def test_one_place_described_in_two_ways_is_answered_with_its_first_line() -> None:
    site = '[[sites]]\nkey = "{}"\nrole = "venue"\nvenue = {{ name = "Park", note = "{}" }}\n'

    assert refusals(A_FILE + site.format("a", "muszelka") + site.format("b", "altana")) == [
        'line 19, sites "b", venue: the same was described otherwise in line 15: write the same in both places'
    ]


def test_several_mistakes_are_answered_at_once_in_the_order_of_their_lines() -> None:
    said = refusals(A_FILE.replace("format = 1", "format = 3") + '[[tasks]]\nkey = "a"\nname = "A"\n')

    assert said == [
        "line 1, format: 3 is a format this version cannot read: write `format = 1`",
        'line 12, tasks "a", title: `title` is missing: add `title = …`',
        'line 14, tasks "a", name: `name` is not known here: did you mean `number`?',
    ]
