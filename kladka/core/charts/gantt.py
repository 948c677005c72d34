"""Where a person is on the pathway."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from kladka.core.charts.drawing import WIDE, line, rect, svg, text

ROW, HEAD, FOOT = 40, 20, 18
LETTER = 7.3  # about as wide as a letter of 13 units, spaces included


@dataclass(frozen=True)
class Step:
    """One step; `start` and `end` are months from the left edge."""

    name: str
    start: float
    end: float
    state: Literal["done", "now", "plan"]

    @property
    def said(self) -> str:
        return f"{self.name} – {state_words(self.state)}"


def state_words(state: Literal["done", "now", "plan"]) -> str:
    return {
        "done": pgettext("step of a pathway", "finished"),
        "now": pgettext("step of a pathway", "running"),
        "plan": pgettext("step of a pathway", "planned"),
    }[state]


def gantt(
    steps: Sequence[Step], months: Sequence[str], today: float, *, width: int = WIDE, css: str = ""
) -> SafeString:
    """A pathway: what is done (filled, said in words), running, planned (dashed); today a line."""
    height = HEAD + len(steps) * ROW + FOOT
    unit = width / len(months)
    every = max(len(months) // (12 if width >= WIDE else 6), 1)
    body = "".join(_month(months[at], at * unit, height) for at in range(0, len(months), every))
    if 0 <= today <= len(months):
        body += line((today * unit, HEAD), (today * unit, height - 14), "now")
        body += text(
            min(max(today * unit, 14), width - 14), height - 2, gettext("today"), "now-text", "middle"
        )
    body += "".join(_step(step, HEAD + at * ROW, unit, width) for at, step in enumerate(steps))
    return svg(width, height, body, label="; ".join(step.said for step in steps), css=css)


def _month(name: str, x: float, height: float) -> str:
    return line((x + 0.5, HEAD), (x + 0.5, height - 16), "grid-line") + text(x + 3, 13, name, "dim")


def _step(step: Step, y: float, unit: float, width: int) -> str:
    css = {"done": "done", "now": "bar", "plan": "plan"}[step.state]
    at = max(
        0.0, min(step.start * unit, width - len(step.said) * LETTER)
    )  # a late step's words begin earlier
    bar = rect(step.start * unit, y + 21, (step.end - step.start) * unit, 14, css, round_by=3)
    return text(at, y + 16, step.said) + bar
