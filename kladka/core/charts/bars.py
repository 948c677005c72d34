"""How far to the target, where people drop out, how often somebody came."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from kladka.core.charts.drawing import WIDE, line, rect, svg, text
from kladka.core.charts.scale import ticks

ROW, FOOT = 52, 20


def meter(value: float, target: float, width: int = 240) -> SafeString:
    """A bar beside a number that already says everything, hence hidden from screen readers."""
    share = min(1.0, value / target) if target > 0 else 0.0
    body = rect(0.5, 0.5, width - 1, 9, "track", round_by=2) + rect(
        0, 0, width * share, 10, "bar", round_by=2
    )
    return mark_safe(  # noqa: S308 - holds numbers only
        f'<svg class="svg" viewBox="0 0 {width} 10" width="100%" height="10" preserveAspectRatio="none"'
        f' aria-hidden="true" focusable="false">{body}</svg>'
    )


def strip(marks: str) -> SafeString:
    """The last sessions of one person: o present, x absent, e excused, anything else still ahead.

    Shape first, colour second. The cell says "9/10" in words beside it.
    """
    body = "".join(_mark(mark, at * 9) for at, mark in enumerate(marks))
    return svg(max(len(marks), 1) * 9, 14, body, css="strip")


def _mark(mark: str, x: float) -> str:
    if mark == "o":
        return rect(x, 0, 7, 14, "bar")
    if mark == "x":
        return f'<path class="miss" d="M{x + 0.5} 4.5l6 6m0-6l-6 6"/>'
    if mark == "e":
        return rect(x + 0.75, 3.75, 5.5, 6.5, "excused")
    return rect(x + 2.5, 6, 2, 2, "ahead")


@dataclass(frozen=True)
class Target:
    """One bar: what is reached and, where it was promised, the target."""

    name: str
    value: int
    target: int | None = None
    hatched: bool = False

    @property
    def said(self) -> str:
        if self.target is None:
            return str(self.value)
        return gettext("%(value)s of %(target)s") % {"value": self.value, "target": self.target}

    @property
    def end(self) -> int:
        return max(self.value, self.target or 0)


def bullet(rows: Sequence[Target], what: str, *, width: int = WIDE, css: str = "") -> SafeString:
    """Reached and promised, one bar a row, the promise as a thick line."""
    steps = ticks(max((row.end for row in rows), default=0), 4)
    height = len(rows) * ROW + FOOT
    scale = (width - 8) / (max(steps[-1], max((row.end for row in rows), default=0)) * 1.04)
    hatch = f"hatch{width}-{crc32(repr(rows).encode()):x}"  # unique in the page, same every time
    body = _hatching(hatch) if any(row.hatched for row in rows) else ""
    body += "".join(_tick(1 + step * scale, f"{step:g}", height) for step in steps)
    body += "".join(_bar(row, at * ROW, scale, hatch) for at, row in enumerate(rows))
    said = ", ".join(f"{row.name} {row.said}" for row in rows)
    return svg(width, height, body, label=f"{what}: {said}", css=css)


def _hatching(name: str) -> str:
    return (
        f'<defs><pattern id="{name}" width="6" height="6" patternUnits="userSpaceOnUse"'
        ' patternTransform="rotate(45)"><rect class="hatch" width="2" height="6"/></pattern></defs>'
    )


def _tick(x: float, words: str, height: float) -> str:
    anchor = "" if words == "0" else "middle"
    return line((x, 4), (x, height - FOOT), "grid-line") + text(x, height - 4, words, "dim", anchor)


def _bar(row: Target, y: float, scale: float, hatch: str) -> str:
    length = row.value * scale
    body = text(1, y + 14, row.name) + text(1 + row.end * scale, y + 14, row.said, "strong", "end")
    body += rect(1, y + 22, length, 18, "bar")
    if row.hatched:
        body += f'<rect x="1" y="{y + 22}" width="{length:.1f}" height="18" fill="url(#{hatch})"/>'
    if row.target is None:
        return body
    x = 1 + row.target * scale
    return body + line((x, y + 18), (x, y + 44), "target")


def funnel(stages: Iterable[tuple[str, int]], *, width: int = WIDE, css: str = "") -> SafeString:
    """Steps with their losses. Bars from one edge are read better than a Sankey."""
    rows = list(stages)
    scale = (
        width / max((value for _name, value in rows), default=1) if any(value for _name, value in rows) else 0
    )
    body = ""
    for at, (name, value) in enumerate(rows):
        lost = rows[at - 1][1] - value if at else 0
        words = f"{value}  (−{lost})" if lost > 0 else str(value)
        body += text(0, at * 44 + 14, name) + rect(0, at * 44 + 20, value * scale, 18, "bar")
        body += text(width, at * 44 + 14, words, "strong", "end")
    said = ", ".join(f"{name} {value}" for name, value in rows)
    return svg(width, len(rows) * 44, body, label=said, css=css)
