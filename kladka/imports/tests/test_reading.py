"""Files of strangers, good and bad: each bad one gets one sentence, and the next good one is read."""

import tempfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from itertools import product

import pytest

from kladka.imports.reading import Limits, Note, Row, Sheet, Unreadable, child, read
from kladka.imports.reading.frames import LENGTH, received
from kladka.imports.reading.refusing import Refused
from kladka.imports.tests.files import ANNA, HEADER, a_csv, an_ods, an_xlsx, ods_row, part, with_part, zipped
from kladka.imports.wording import NOTES, REFUSALS, refusal

SMALL = Limits(memory=400 * 1024 * 1024, cpu=20, wall=30)
LIST = [Sheet("Lista"), Row(1, list(HEADER)), Row(2, list(ANNA))]
SHEET = "xl/worksheets/sheet1.xml"


def said(content: bytes, *, name: str = "lista.xlsx", most_rows: int = 1000) -> list[object]:
    """What the process would say, said in this one: the same code without its limits."""
    out = BytesIO()
    try:
        child.say(out, content, name, most_rows)
    except Refused as refused:
        return [refused.key]
    frames, at, held = [], 0, out.getvalue()
    while at < len(held):
        (length,) = LENGTH.unpack_from(held, at)
        at += LENGTH.size + length
        frames.append(received(held[at - length : at]))
    return [one for words in frames for one in spoken(words)]


def spoken(words: list[object]) -> list[object]:
    match words:
        case ["sheet", str(name)]:
            return [Sheet(name)]
        case ["rows", list(rows)]:
            return [Row(*row) for row in rows]
        case ["note", str(key), dict(values)]:
            return [Note(key, values)]
    return []


def in_process(content: bytes, *, name: str = "lista.xlsx", limits: Limits = SMALL) -> list[object]:
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.flush()
        return list(read(file, name=name, limits=limits))


def test_a_workbook_comes_row_by_row_from_a_process_of_its_own() -> None:
    assert in_process(an_xlsx()) == LIST


def test_after_a_file_that_kills_its_reader_the_next_good_one_is_read() -> None:
    with pytest.raises(Unreadable, match=r"memory|crashed"):
        in_process(
            a_csv([HEADER, *[ANNA] * 3000]) * 400, name="l.csv", limits=Limits(memory=90 * 1024 * 1024)
        )

    assert in_process(an_xlsx()) == LIST


def test_a_process_that_thinks_too_long_is_stopped() -> None:
    with pytest.raises(Unreadable, match="time"):
        in_process(a_csv(), name="l.csv", limits=Limits(wall=0))


def test_a_file_that_says_too_much_is_stopped() -> None:
    with pytest.raises(Unreadable, match="too_much"):
        in_process(a_csv(), name="l.csv", limits=Limits(output=10))


def test_a_file_larger_than_the_limit_is_not_even_opened() -> None:
    with tempfile.TemporaryFile() as file:
        file.truncate(2 * 1024**3)  # takes no room on the disk
        with pytest.raises(Unreadable, match="too_large") as refused:
            list(read(file, name="l.csv"))

    assert refusal(refused.value.key, refused.value.values).startswith(
        "The file has 2048 MB; the most is 100 MB."
    )


@pytest.mark.parametrize(
    ("encoding", "by"),
    list(product(("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1250", "iso-8859-2"), ";,\t")),
)
def test_text_is_read_in_every_encoding_and_with_every_separator(encoding: str, by: str) -> None:
    rows = [
        ("Imię", "Nazwisko", "Uwagi"),
        ("Świętosława", "Źródlana", "gęś; żółć, jaźń" if by == "\t" else "gęś"),
    ]

    assert said(a_csv(rows, by=by, encoding=encoding), name="l.csv") == [
        Sheet(""),
        Row(1, list(rows[0])),
        Row(2, list(rows[1])),
    ]


def test_rows_are_counted_as_the_sheet_shows_them() -> None:
    text = 'sep=;\r\nImię;Nazwisko\r\n\r\n"An\r\nna";Malinowa\r\n'.encode()

    assert said(text, name="l.csv") == [
        Sheet(""),
        Row(2, ["Imię", "Nazwisko"]),
        Row(4, ["An\r\nna", "Malinowa"]),
    ]


def test_numbers_days_and_empty_cells_keep_their_kind() -> None:
    rows = [("a",), (), (None, 44051401458, 2.5, date(2026, 3, 2), True)]

    assert said(an_xlsx(rows))[1:] == [
        Row(1, ["a"]),
        Row(3, [None, 44051401458, 2.5, date(2026, 3, 2), True]),
    ]


def test_an_ods_is_read_as_one() -> None:
    rows = ods_row(*HEADER) + ods_row(*ANNA)

    assert said(an_ods(rows), name="lista.ods") == LIST


def test_a_million_empty_rows_are_nothing() -> None:
    ods = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    text = a_csv() + b";;;\r\n" * 100_000

    assert said(an_ods(ods_row(*HEADER) + ods_row(*ANNA) + ods), name="l.ods") == LIST
    assert said(text, name="l.csv")[1:] == LIST[1:]


def test_a_wrong_extension_is_told_and_the_content_decides() -> None:
    assert said(an_xlsx(), name="lista.csv") == [
        Note("named_otherwise", {"name": "CSV", "kind": "XLSX"}),
        *LIST,
    ]


def test_formulas_are_read_as_last_shown_and_told() -> None:
    sheet = part(an_xlsx([("a",), (7,)]), SHEET).replace(b"<v>7</v>", b"<f>1+1</f><v>9</v>")

    assert said(with_part(an_xlsx(), SHEET, sheet))[0] == Note("formulas", {})
    assert said(with_part(an_xlsx([("a",), (7,)]), SHEET, sheet))[-1] == Row(2, [9])


def test_macros_and_links_are_told_and_left_alone() -> None:
    content = with_part(an_xlsx(), "xl/vbaProject.bin", b"macro")
    content = with_part(content, "xl/externalLinks/externalLink1.xml", b"<externalLink/>")

    assert said(content, name="l.xlsm") == [Note("macros", {}), Note("links", {}), *LIST]


def test_a_hidden_sheet_is_left_out_and_told() -> None:
    book = part(an_xlsx(Druga=[("x",)]), "xl/workbook.xml")
    hidden = book.replace(b'name="Druga"', b'name="Druga" state="hidden"')

    assert said(with_part(an_xlsx(Druga=[("x",)]), "xl/workbook.xml", hidden)) == [
        *LIST,
        Note("hidden_sheet", {"sheet": "Druga"}),
    ]


def entity_bomb() -> bytes:
    sheet = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet/>'
    return with_part(an_xlsx(), SHEET, sheet)


HOSTILE: dict[str, Callable[[], bytes]] = {
    "bomb": lambda: with_part(an_xlsx(), "xl/media/image1.png", bytes(40 * 1024 * 1024)),
    "broken_zip": lambda: an_xlsx()[:-400],
    "zip_of_something": lambda: zipped(a_dot_txt=b"letter"),
    "broken_workbook": lambda: zipped(xl__workbook_dot_xml=b"<workbook", _Content_Types_dot_xml=b"<"),
    "entities": entity_bomb,
    "empty": lambda: b" \r\n",
    "pdf": lambda: b"%PDF-1.7 list",
    "picture": lambda: b"\x89PNG list",
    "packed": lambda: b"7z\xbc\xaf list",
    "document": lambda: b"{\\rtf1 list}",
    "markup": lambda: b"<html><table><tr><td>list",
    "zero_byte": lambda: b"Imie;Nazwisko\r\nAn\0na;Malinowa\r\n" + 5000 * b"Anna;Malinowa\r\n",
    "broken_quotes": lambda: b'a;b\r\n"open;x\r\n',
    "cell_too_long": lambda: b"a;b\r\n" + b"x" * 40_000 + b";b\r\n",
    "too_many_rows": lambda: a_csv([HEADER, *[ANNA] * 2000]),
    "password": lambda: child.CFB + child.ENCRYPTED,
}


@pytest.mark.parametrize("key", HOSTILE)
def test_a_hostile_file_gets_its_one_sentence(key: str) -> None:
    assert said(HOSTILE[key](), name="") == [key]
    assert str(REFUSALS[key])


def test_a_sheet_of_a_thousand_million_cells_is_refused_by_the_process() -> None:
    sheet = part(an_xlsx(), SHEET).replace(
        b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )

    with pytest.raises(Unreadable) as refused:
        in_process(with_part(an_xlsx(), SHEET, sheet))

    assert refused.value.key in {"memory", "too_wide"}


def test_an_xls_that_is_none_is_refused() -> None:
    assert said(child.CFB + bytes(4000), name="l.xls") == ["broken_workbook"]


def test_every_sentence_is_whole() -> None:
    values = {"size": 1, "most": 2, "row": 3, "columns": 4, "name": "A", "kind": "B", "sheet": "C"}

    assert all("%" not in str(one) % values for one in (*REFUSALS.values(), *NOTES.values()))
