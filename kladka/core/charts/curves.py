"""Will we make it, and do we spend as planned: curves over months."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from kladka.core import wording
from kladka.core.charts.drawing import WIDE, line, svg, text
from kladka.core.charts.scale import ticks

PACE_MONTHS = 6
MILLION, THOUSAND = 1_000_000, 1_000


@dataclass(frozen=True)
class Plane:
    """A field with months to the right and an amount upwards."""

    width: int
    months: Sequence[str]
    steps: Sequence[float]
    left: int
    right: int

    @property
    def height(self) -> int:
        return 236 if self.width >= WIDE else 206

    def x(self, month: float) -> float:
        return self.left + (self.width - self.left - self.right) * month / max(len(self.months) - 1, 1)

    def y(self, value: float) -> float:
        top, bottom = 20, self.height - 26
        return bottom - (bottom - top) * value / self.steps[-1]

    def grid(self, words: Callable[[float], str]) -> str:
        body = ""
        for step in self.steps:
            body += line((self.left, self.y(step)), (self.width - self.right, self.y(step)), "grid-line")
            body += text(self.left - 8, self.y(step) + 4, words(step), "dim", "end")
        every = max(len(self.months) // (8 if self.width >= WIDE else 4), 1)
        named = range(0, len(self.months), every)
        return body + "".join(
            text(self.x(i), self.height - 6, self.months[i], "dim", "middle") for i in named
        )

    def curve(self, points: Iterable[tuple[float, float]], css: str) -> str:
        path = " ".join(f"{self.x(i):.1f},{self.y(v):.1f}" for i, v in points)
        return f'<polyline class="{css}" points="{path}"/>'

    def dot(self, month: float, value: float) -> str:
        return f'<circle class="bar" cx="{self.x(month):.1f}" cy="{self.y(value):.1f}" r="5"/>'


def short_amount(value: float) -> str:
    """250 tys., 1,5 mln."""
    if not value:
        return "0"
    if value >= MILLION:
        return gettext("%(number)s m") % {"number": wording.number(Decimal(f"{value / MILLION:g}"))}
    if value < THOUSAND:
        return wording.number(value)
    return gettext("%(number)s k") % {"number": wording.number(round(value / THOUSAND))}


def burndown(
    plan: Sequence[float], actual: Sequence[float], months: Sequence[str], *, width: int = WIDE, css: str = ""
) -> SafeString:
    """Money left at the end of each month against the plan; the plan is dashed. `actual` is not empty."""
    plane = Plane(width, months, ticks(max(*plan, *actual)), left=62, right=38)
    now = len(actual) - 1
    left = short_amount(actual[now])
    body = plane.grid(short_amount) + plane.curve(enumerate(plan), "planned")
    body += plane.curve(enumerate(actual), "line") + plane.dot(now, actual[now])
    said = gettext("%(amount)s left") % {"amount": left} if width >= WIDE else left
    body += text(plane.x(now) + 8, plane.y(actual[now]) - 10, said, "strong")
    third = len(plan) // 3
    body += text(plane.x(third) - 8, plane.y(plan[third]) + 18, pgettext("of a curve", "plan"), "dim", "end")
    values = {"left": wording.number(round(actual[now])), "plan": wording.number(round(plan[now]))}
    label = gettext("Budget left: %(left)s, planned for this month: %(plan)s") % values
    return svg(width, plane.height, body, label=label, css=css)


@dataclass(frozen=True)
class Pace:
    """Where the speed of the last six months leads."""

    reached: Sequence[float]
    target: float

    @property
    def now(self) -> int:
        return len(self.reached) - 1

    @property
    def a_month(self) -> float:
        months = min(PACE_MONTHS, self.now)
        return (self.reached[self.now] - self.reached[self.now - months]) / months if months else 0.0

    @property
    def arrives(self) -> float:
        """The month in which the target is reached; infinite when it is not."""
        missing = self.target - self.reached[self.now]
        if missing <= 0:
            return self.now
        return self.now + missing / self.a_month if self.a_month > 0 else math.inf


def forecast(
    reached: Sequence[float], target: float, months: Sequence[str], *, width: int = WIDE, css: str = ""
) -> SafeString:
    """Running total, the target as a thick line, where the pace leads (dashed). `reached` is not empty."""
    pace, last = Pace(reached, target), len(months) - 1
    now, total = pace.now, reached[pace.now]
    end = max(min(pace.arrives, last), now)
    plane = Plane(width, months, ticks(max(target, *reached)), left=34, right=14)
    aim = gettext("target %(number)s") % {"number": f"{target:.0f}"}
    body = plane.grid(lambda value: f"{value:.0f}")
    body += line((plane.left, plane.y(target)), (width - plane.right, plane.y(target)), "target")
    body += text(plane.left + 4, plane.y(target) - 6, aim, "strong")
    body += plane.curve([(now, total), (end, total + pace.a_month * (end - now))], "planned")
    body += plane.curve(enumerate(reached), "line") + plane.dot(now, total)
    words = wording.people(round(total))
    late = plane.x(now) > width * 0.75  # no room to the right of the dot
    body += text(
        plane.x(now) + (-10 if late else 10), plane.y(total) + 16, words, "strong", "end" if late else ""
    )
    label = gettext("%(people)s, target %(target)s; %(when)s") % {
        "people": words, "target": f"{target:.0f}", "when": arrival(pace, months),
    }  # fmt: skip
    return svg(width, plane.height, body, label=label, css=css)


def arrival(pace: Pace, months: Sequence[str]) -> str:
    if pace.arrives > len(months) - 1:
        return gettext("at this pace the target will not be reached")
    if pace.arrives <= pace.now:
        return gettext("the target is reached")
    return gettext("at this pace the target is reached in month %(month)s") % {
        "month": months[int(pace.arrives)]
    }
