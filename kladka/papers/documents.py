"""Papers as files: one PDF, one editable document, or a ZIP of many."""

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kladka.papers import pdf, rules, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kladka.papers.actions import Paper

PDF: Final = "pdf"
DOCX: Final = "docx"
ZIP: Final = "zip"
KINDS: Final = {
    PDF: "application/pdf",
    DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ZIP: "application/zip",
}


@dataclass(frozen=True, slots=True)
class File:
    name: str
    content: bytes
    kind: str


def file_of(papers: "Sequence[Paper]", *, kind: str = PDF, mono: bool = False) -> File:
    """All papers are of one template. Their numbers name the file, never a person."""
    made = {PDF: pdf_of, DOCX: docx_of, ZIP: zip_of}[kind](papers, mono)
    first = papers[0].printed
    of_what = papers[0].name if len(papers) == 1 else f"{len(papers)}"
    return File(rules.file_name(first.template, of_what, ending=kind), made, KINDS[kind])


def pdf_of(papers: "Sequence[Paper]", mono: bool) -> bytes:  # noqa: FBT001 - one of three alike
    first = papers[0].printed
    return pdf.pdf_of(
        [one.content for one in papers],
        template=first.file,
        author=str(papers[0].content.get("beneficiary", "")),
        at=first.printed_at,
        mono=mono,
    )


def docx_of(papers: "Sequence[Paper]", mono: bool) -> bytes:  # noqa: FBT001 - one of three alike
    first, contents = papers[0].printed, [one.content for one in papers]
    picture = pdf.picture_of(contents[0]["line"], mono=mono)
    return word.docx_of(
        pdf.blocks_of(contents, template=first.file),
        author=str(contents[0].get("beneficiary", "")),
        at=first.printed_at,
        picture=lambda: picture,
    )


def zip_of(papers: "Sequence[Paper]", mono: bool) -> bytes:  # noqa: FBT001 - one of three alike
    """One PDF and one editable document each."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for one in papers:
            for kind in (PDF, DOCX):
                single = file_of([one], kind=kind, mono=mono)
                file.writestr(zipfile.ZipInfo(single.name, date_time=word.FIRST_DAY), single.content)
    return made.getvalue()
