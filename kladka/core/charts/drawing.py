"""The few strokes that every chart is made of. Every word goes through `escape`."""

from collections.abc import Callable
from html import escape

from django.utils.safestring import SafeString, mark_safe

WIDE, SMALL = 520, 320


def svg(width: int, height: float, body: str, *, label: str = "", css: str = "") -> SafeString:
    """A drawing with its numbers said in `label`; without one it is hidden from screen readers."""
    role = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    classes = f"svg {css}".strip()
    return mark_safe(  # noqa: S308 - the parts below escape their words
        f'<svg class="{classes}" viewBox="0 0 {width} {height:g}" width="{width}" height="{height:g}"'
        f' {role} focusable="false">{body}</svg>'
    )


def text(x: float, y: float, words: str, css: str = "", anchor: str = "") -> str:
    look = f' class="{css}"' if css else ""
    side = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text x="{x:.1f}" y="{y:.1f}"{look}{side}>{escape(words)}</text>'


def rect(x: float, y: float, width: float, height: float, css: str, *, round_by: int = 0) -> str:
    corners = f' rx="{round_by}"' if round_by else ""
    size = f'width="{max(width, 0):.1f}" height="{height:g}"'
    return f'<rect class="{css}" x="{x:.1f}" y="{y:.1f}" {size}{corners}/>'


def line(start: tuple[float, float], end: tuple[float, float], css: str) -> str:
    (x1, y1), (x2, y2) = start, end
    return f'<line class="{css}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def responsive(draw: Callable[..., SafeString], *args: object, **options: object) -> SafeString:
    """The drawing for a wide and for a narrow place; CSS shows one of them."""
    wide = draw(*args, **options, width=WIDE, css="wide")
    small = draw(*args, **options, width=SMALL, css="small")
    return mark_safe(f'<div class="chart">{wide}{small}</div>')  # noqa: S308 - made of the drawings above
