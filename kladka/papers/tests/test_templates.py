"""What every template must have: the frame with the line of marks and the foot, a heading, a date in its name."""

import re
from pathlib import Path

import pytest

from kladka.papers.pdf import MAIN, PACKAGE

FRAME = PACKAGE / "papers/typst"
TEMPLATES = sorted(path for path in PACKAGE.glob("*/typst/*.typ") if path.parent != FRAME)


def test_the_frame_draws_the_marks_before_anything_else_of_every_paper() -> None:
    frame, main = (FRAME / "paper.typ").read_text("utf-8"), MAIN.read_text("utf-8")
    sheet = frame.split("#let sheet(")[1].split("\n}\n")[0]

    assert sheet.index("marks(paper.line") < sheet.index("\n  body\n")
    assert "footer: foot(paper)" in sheet
    assert "sheet(paper, mono: given.mono, template.body(paper))" in main


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_has_the_frame_a_heading_and_a_date(template: Path) -> None:
    text = template.read_text("utf-8")

    assert re.search(r"_\d{4}_\d{2}_\d{2}$", template.stem), "the name ends with the day of its version"
    assert '#import "/papers/typst/paper.typ": *' in text
    assert re.search(r"#let body\(paper\) = \{\n  heading-of\(", text)
    assert not re.search(r"set page|eval\(|\bsheet\(|set document", text), "the frame belongs to paper.typ"
