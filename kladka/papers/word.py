"""The same paper as an editable document: made of what the template says, so that the words cannot differ."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from docx import Document
from docx.document import Document as Doc
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

FONT: Final = "Arial"  # on every machine of an office
GREY: Final = RGBColor(0x50, 0x50, 0x50)
BLANK: Final = "……………………………………"
FIRST_DAY: Final = (
    1980,
    1,
    1,
    0,
    0,
    0,
)  # of every part of the file, so that the same paper gives the same bytes

Block = Mapping[str, Any]


def docx_of(blocks: Iterable[Block], *, author: str, at: datetime, picture: Callable[[], bytes]) -> bytes:
    """One document, each paper from a page of its own. `picture` draws the line of marks."""
    doc = Document()
    _set_up(doc, author=author, at=at)
    for block in blocks:
        _Writer(doc, picture).write(block)
    file = io.BytesIO()
    doc.save(file)
    return _same_each_time(file.getvalue())


def _set_up(doc: Doc, *, author: str, at: datetime) -> None:
    properties = doc.core_properties
    properties.author, properties.language, properties.comments = author[:255], "pl-PL", ""
    properties.created = properties.modified = at.astimezone(UTC).replace(tzinfo=None)
    normal: Any = doc.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(10)
    normal.paragraph_format.space_after = Pt(4)
    normal.element.rPr.append(_element("w:lang", val="pl-PL"))
    for name, size in (("Title", 17), ("Heading 1", 12)):
        style: Any = doc.styles[name]
        style.font.name, style.font.size, style.font.bold = FONT, Pt(size), True
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.element.rPr.rFonts.set(qn("w:asciiTheme"), "minorHAnsi")
        del style.element.rPr.rFonts.attrib[qn("w:asciiTheme")]


class _Writer:
    def __init__(self, doc: Doc, picture: Callable[[], bytes]) -> None:
        self.doc = doc
        self.picture = picture

    def write(self, block: Block) -> None:
        getattr(self, f"write_{block['kind']}")(block)

    def write_paper(self, block: Block) -> None:
        """A section of its own: its foot says which paper it is."""
        begun = bool(self.doc.paragraphs)
        section = self.doc.add_section() if begun else self.doc.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin, section.bottom_margin = Cm(1.6), Cm(2.4)
        section.footer.is_linked_to_previous = False
        number = f" · nr {block['number']}" if block["number"] else ""
        first = section.footer.paragraphs[0]
        _small(first, f"{block['title']}{number} · strona ")
        _field(first, "PAGE")
        _small(first, " z ")
        _field(first, "SECTIONPAGES")
        _small(section.footer.add_paragraph(), block["foot"])
        restart = _element("w:pgNumType", start="1")
        section._sectPr.find(qn("w:cols")).addprevious(restart)  # noqa: SLF001 - the library has no word for it
        if not begun:
            self.doc.core_properties.title = block["title"][:255]

    def write_marks(self, block: Block) -> None:
        run = self.doc.add_paragraph().add_run()
        drawn = run.add_picture(io.BytesIO(self.picture()), width=Cm(17))
        drawn._inline.docPr.set("descr", block["alt"])  # noqa: SLF001 - the library has no word for it

    def write_title(self, block: Block) -> None:
        self.doc.add_heading(block["text"], level=0)

    def write_heading(self, block: Block) -> None:
        self.doc.add_heading(block["text"], level=1)

    def write_subtitle(self, block: Block) -> None:
        self.doc.add_paragraph().add_run(block["text"]).bold = True

    def write_p(self, block: Block) -> None:
        self.doc.add_paragraph(block["text"])

    def write_note(self, block: Block) -> None:
        _small(self.doc.add_paragraph(), block["text"])

    def write_fields(self, block: Block) -> None:
        for label, value in block["pairs"]:
            one = self.doc.add_paragraph()
            if label:
                one.add_run(f"{label}: ")
            one.add_run(value or BLANK).bold = bool(value)

    def write_boxes(self, block: Block) -> None:
        if block["question"]:
            question = self.doc.add_paragraph()
            question.add_run(block["question"]).bold = True
            question.paragraph_format.keep_with_next = True
        for is_ticked, words in block["options"]:
            self.doc.add_paragraph(f"{'☒' if is_ticked else '☐'} {words}").paragraph_format.space_after = Pt(
                1
            )

    def write_table(self, block: Block) -> None:
        head: Sequence[str] = block["head"]
        table = self.doc.add_table(rows=1, cols=len(head), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        for cell, text in zip(table.rows[0].cells, head, strict=True):
            _fill(cell, text, bold=True)
        properties = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - the library has no word for it
        properties.append(_element("w:tblHeader", val="true"))
        for line in block["rows"]:
            for cell, text in zip(table.add_row().cells, line, strict=True):
                _fill(cell, text)
        self.doc.add_paragraph()

    def write_items(self, block: Block) -> None:
        for number, text in enumerate(block["texts"], start=1):
            sign = f"{chr(96 + number)})" if block["letters"] else f"{number}."
            one = self.doc.add_paragraph(f"{sign} {text}")
            one.paragraph_format.left_indent, one.paragraph_format.first_line_indent = Cm(0.8), Cm(-0.6)

    def write_bullets(self, block: Block) -> None:
        for text in block["texts"]:
            self.doc.add_paragraph(text, style="List Bullet")

    def write_signatures(self, block: Block) -> None:
        who: Sequence[str] = block["who"]
        table = self.doc.add_table(rows=1, cols=len(who))
        for cell, words in zip(table.rows[0].cells, who, strict=True):
            cell.paragraphs[0].paragraph_format.space_before = Pt(36)
            cell.paragraphs[0].add_run(BLANK)
            _small(cell.add_paragraph(), words)

    def write_break(self, _block: Block) -> None:
        self.doc.add_page_break()  # type: ignore[no-untyped-call]


def _fill(cell: _Cell, text: str, *, bold: bool = False) -> None:
    run = cell.paragraphs[0].add_run(text)
    run.bold, run.font.size = bold, Pt(9)


def _small(paragraph: Paragraph, text: str) -> None:
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = Pt(8), GREY


def _field(paragraph: Paragraph, code: str) -> None:
    """A number that the reader's program works out."""
    field = _element("w:fldSimple", instr=code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - the library has no word for it


def _element(name: str, **attributes: str) -> Any:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _same_each_time(content: bytes) -> bytes:
    """The parts of the file without the moment at which it was written."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in sorted(old.namelist(), key=lambda part: (part != "[Content_Types].xml", part)):
            entry = zipfile.ZipInfo(name, date_time=FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return made.getvalue()
