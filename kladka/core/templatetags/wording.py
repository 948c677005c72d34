"""The words of `core.wording` in templates: `{% load wording %}`, `{{ found|people }}`, `{% dated day %}`."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django.template import Library
from django.utils.html import format_html
from django.utils.safestring import SafeString

from kladka.core import wording

register = Library()

FILTERS: tuple[Callable[..., str], ...] = (
    wording.tidy, wording.day, wording.day_month, wording.day_near, wording.weekday, wording.weekday_short,
    wording.weekday_day, wording.weekday_date, wording.month, wording.month_short, wording.hour,
    wording.duration, wording.number, wording.money, wording.percent, *wording.COUNTED,
)  # fmt: skip


def _of_something(words: Callable[..., str]) -> Callable[..., Any]:
    """A value that is not known says nothing, as Django's own filters do."""

    @wraps(words)  # Django counts the arguments of the filter by the function's own
    def said(value: Any, *arguments: Any) -> str:
        return "" if value in {None, ""} else words(value, *arguments)

    return said


for one in FILTERS:
    register.filter(one.__name__, _of_something(one))


@register.simple_tag
def period(first: date | None, last: date | None) -> str:
    return wording.period(first, last)


@register.simple_tag
def hours(start: Any, end: Any = None) -> str:
    return wording.hours(start, end)


@register.simple_tag
def dated(when: date, *, weekday: bool = False) -> SafeString:
    """A day that machines read too."""
    words = wording.weekday_date(when) if weekday else wording.day(when)
    return format_html('<time datetime="{}">{}</time>', wording.local_day(when).isoformat(), words)
