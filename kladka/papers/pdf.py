"""A paper as PDF/A-2a and PDF/UA-1; the build fails where it would not be conformant."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, cast

import typst
from django.conf import settings

if TYPE_CHECKING:
    from typst import PDFStandard

PACKAGE: Final = Path(__file__).resolve().parents[1]
MAIN: Final = PACKAGE / "papers/typst/main.typ"
MARKS: Final = PACKAGE / "papers/typst/marks.typ"
STANDARDS: "Final[list[PDFStandard]]" = ["a-2a", "ua-1"]
UNKNOWN_SIGNS = re.compile(r'the text `"(.+?)"` could not be displayed')
WIDE: Final = "□"  # what is printed for a sign of a script without a font here, for the pen

Paper = Mapping[str, object]


def pdf_of(papers: Sequence[Paper], *, template: str, author: str, at: datetime, mono: bool = False) -> bytes:
    """One file, each paper from a page of its own. The same papers give the same bytes.

    Raises typst.TypstError where the file would not be conformant: a heading is skipped, a picture has no words.
    """
    given = as_given(papers, template=template, author=author, mono=mono)
    try:
        return _compiled(MAIN, given, "pdf", at)
    except typst.TypstError as error:
        signs = set("".join(UNKNOWN_SIGNS.findall(error.diagnostic)))
        if not signs:
            raise
        return _compiled(MAIN, given.translate(dict.fromkeys(map(ord, signs), WIDE)), "pdf", at)


def blocks_of(papers: Sequence[Paper], *, template: str) -> list[dict[str, object]]:
    """What the template says, in order, for the editable document."""
    given = as_given(papers, template=template, author="", mono=False)
    said = typst.query(
        MAIN,
        "<block>",
        field="value",
        root=PACKAGE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"given": given},
    )
    return cast("list[dict[str, object]]", json.loads(said))


def picture_of(line: object, *, mono: bool = False) -> bytes:
    """The line of marks as a PNG of 300 dots an inch."""
    given = json.dumps({"line": line, "mono": mono}, ensure_ascii=False)
    return _compiled(MARKS, given, "png", None)


def as_given(papers: Sequence[Paper], *, template: str, author: str, mono: bool) -> str:
    """Everything goes in as JSON: what stands in a record is never read as markup."""
    title = str(papers[0]["title"]) if papers else ""
    given = {"template": f"/{template}", "title": title, "author": author, "mono": mono, "papers": papers}
    return json.dumps(given, ensure_ascii=False)


def _compiled(main: Path, given: str, kind: Literal["pdf", "png"], at: datetime | None) -> bytes:
    return typst.compile(
        main,
        root=PACKAGE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"given": given},
        format=kind,
        ppi=300 if kind == "png" else None,
        pdf_standards=STANDARDS if kind == "pdf" else [],
        timestamp=int(at.timestamp()) if at else 0,
    )


@cache
def _fonts() -> typst.Fonts:
    """Inter, which comes with the assets; for other scripts and ticked boxes what lies in the typesetter itself."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[settings.PAPER_FONTS]
    )
