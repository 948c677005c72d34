"""What a paper is: conformant, tagged, the same each time, and blind to markup in a name."""

import io
import re
import zlib

import pytest
import typst
from docx import Document

from kladka.papers import pdf, word
from kladka.papers.tests.builders import AT, TEMPLATE

FRAME = {
    "title": "Próba",
    "number": "X-01/klucz/001",
    "foot": "Projekt: Kładka",
    "beneficiary": "Gmina",
    "line": {
        "alt": "Oznaczenia projektu: Fundusze.",
        "marks": [
            {"kind": "fund", "text": "Fundusze"},
            {"kind": "state", "text": "Rzeczpospolita Polska"},
            {"kind": "statement", "text": "Dofinansowane przez Unię Europejską"},
            {"kind": "region", "text": "Śląskie."},
        ],
    },
}


def sample(**given: object) -> dict[str, object]:
    return {**FRAME, "words": "Ala", "rows": [["1", "Ala"]], **given}


def made(*papers: dict[str, object], mono: bool = False) -> bytes:
    return pdf.pdf_of(papers or [sample()], template=TEMPLATE.file, author="Gmina", at=AT, mono=mono)


def said(*papers: dict[str, object]) -> list[dict[str, object]]:
    return pdf.blocks_of(papers or [sample()], template=TEMPLATE.file)


def edited(*papers: dict[str, object]) -> bytes:
    blocks = said(*papers)
    return word.docx_of(blocks, author="Gmina", at=AT, picture=lambda: pdf.picture_of(FRAME["line"]))


def inside(content: bytes) -> bytes:
    """The file with its packed parts opened, without spaces."""
    opened = [content]
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        try:
            opened.append(zlib.decompress(packed))
        except zlib.error:
            continue
    return b"\n".join(opened).replace(b" ", b"")


def test_a_paper_is_tagged_and_says_its_language_title_and_conformity() -> None:
    file = inside(made())

    for wanted in (
        b"/Lang(pl",
        b"/MarkInfo",
        b"/StructTreeRoot",
        b"/S/H1",
        b"/S/H2",
        b"/S/Table",
        b"/S/TH",
        b"/S/Figure",
        b"pdfuaid:part",
        b"pdfaid:part",
        b"/DisplayDocTitletrue",
    ):
        assert wanted in file, wanted


def test_a_paper_that_would_not_be_conformant_is_not_made() -> None:
    with pytest.raises(typst.TypstError, match="alt text"):
        pdf.pdf_of([sample()], template="papers/tests/broken.typ", author="Gmina", at=AT)


def test_the_same_paper_gives_the_same_bytes_as_pdf_and_as_docx() -> None:
    assert (made(), edited()) == (made(), edited())


def test_the_black_and_white_variant_has_no_colour() -> None:
    blue = b"00.20.6"

    assert blue in inside(made())
    assert blue not in inside(made(mono=True))


@pytest.mark.parametrize(
    "name",
    [
        '#import "x.typ": *',
        "*Anna* _Maria_ $x^2$ @ref <label> \\ `raw`",
        '"); #panic("',
        "Їжакевич-Ґудзь",
        "עברית عربى",
        "А" * 200,
        "x" * 300,
    ],
)
def test_a_name_is_plain_text_whatever_is_in_it(name: str) -> None:
    made(sample(words=name, rows=[["1", name]]))

    blocks = said(sample(words=name, rows=[["1", name]]))
    document = Document(io.BytesIO(edited(sample(words=name, rows=[["1", name]]))))

    assert [one["text"] for one in blocks if one["kind"] == "p"] == [name]
    assert [one["rows"] for one in blocks if one["kind"] == "table"] == [[["1", name]]]
    assert document.tables[0].cell(1, 1).text == name


def test_a_sign_without_a_font_leaves_room_for_the_pen() -> None:
    assert made(sample(words="漢字 😀")) == made(sample(words="□□ □"))


def test_many_papers_are_one_file_each_with_its_own_pages() -> None:
    both = said(sample(number="X-01/klucz/001"), sample(number="X-01/klucz/002"))

    assert [one["number"] for one in both if one["kind"] == "paper"] == ["X-01/klucz/001", "X-01/klucz/002"]
    assert inside(made(sample(), sample())).count(b"/Type/Page/") == 2


def test_a_table_of_a_thousand_rows_says_its_head_on_every_page() -> None:
    rows = [[f"{number}", f"Ala Kowalska {number}"] for number in range(1000)]

    file = inside(made(sample(rows=rows)))

    assert (file.count(b"/S/TR"), file.count(b"/S/THead")) == (1001, 1)
    assert file.count(b"/Type/Page/") > 20


def test_the_editable_document_opens_again_with_the_same_words() -> None:
    document = Document(io.BytesIO(edited()))

    texts = [one.text for one in document.paragraphs if one.text]
    assert texts[:8] == [
        "Próba",
        "Dane",
        "Ala",
        "Pole: Ala",
        f"Puste: {word.BLANK}",
        "Pytanie",
        "☒ tak",
        "☐ nie",
    ]
    assert document.core_properties.title == "Próba"
    assert document.core_properties.language == "pl-PL"
    assert "Projekt: Kładka" in document.sections[0].footer.paragraphs[1].text
    assert 'descr="Oznaczenia projektu: Fundusze."' in document.element.xml
