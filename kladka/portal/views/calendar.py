"""The calendar: a month has an address; list or table is a choice in it. No script."""

from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext

from kladka.core import clock
from kladka.municipalities.context import site_of
from kladka.portal.documents import calendar_file
from kladka.portal.forms.finding import CalendarFilter
from kladka.portal.freshness import kept
from kladka.portal.queries import calendar as queries
from kladka.portal.rules.calendar import ahead, behind, cells
from kladka.portal.rules.months import Month, holiday_names

MONDAY = date(2024, 1, 1)


def calendar(_request: HttpRequest) -> HttpResponse:
    """The calendar opens at this month."""
    month = Month.of(clock.today())
    return HttpResponseRedirect(reverse("portal:month", args=[month.year, month.number]))


@kept
def month(request: HttpRequest, year: int, number: int) -> HttpResponse:
    asked = Month(year, number)
    if not asked.is_real:
        raise Http404
    today = clock.today()
    everything = queries.entries(asked.first, asked.last)
    form = CalendarFilter(
        request.GET,
        groups=sorted({one.group for one in everything}),
        places=sorted({one.place for one in everything}),
    )
    shown = [one for one in everything if form.choice.holds(one)]
    holidays = holiday_names(asked, get_language() or "pl")
    context = {
        "month": asked,
        "is_this_month": asked == Month.of(today),
        "form": form,
        "choice": form.choice,
        "entries": shown,
        "entries_before_choice": everything,
        "ahead": ahead(shown, today=today),
        "behind": behind(shown, today=today),
        "has_moved": any(one.was_elsewhere for one in shown),
        "as_table": request.GET.get("widok") == "miesiac",
        "weeks": cells(asked, shown, today=today, holidays=holidays),
        "weekdays": [MONDAY + timedelta(days=step) for step in range(7)],
        "holidays": sorted(holidays.items()),
    }
    return render(
        request, "portal/calendar.html", context | around(asked, today, has_ahead=bool(context["ahead"]))
    )


def around(asked: Month, today: date, *, has_ahead: bool) -> dict[str, object]:
    """What a page with nothing ahead names: the next event after the month, and the one before."""
    if has_ahead:
        return {}
    later = asked.after.first
    following = queries.next_from(max(later, today))
    return {"next": following, "previous": queries.last_before(asked.first)}


@kept
def event(request: HttpRequest, number: int) -> HttpResponse:
    entry = queries.entry(number)
    if entry is None:
        raise Http404
    trail = [
        (gettext("Home"), reverse("portal:home")),
        (gettext("Calendar"), reverse("portal:month", args=[entry.day.year, entry.day.month])),
        (entry.title, request.path),
    ]
    return render(request, "portal/event.html", {"entry": entry, "trail": trail})


def feed(request: HttpRequest) -> HttpResponse:
    """All events from a month ago on, for the calendar of a telephone."""
    since = clock.today() - timedelta(days=31)
    root = request.build_absolute_uri(reverse("portal:event", args=[0])).removesuffix("0/")
    body = calendar_file(
        queries.entries(since, None),
        name=site_of(request).name,
        host=request.get_host(),
        at=clock.now(),
        root=root,
    )
    headers = {"Content-Disposition": 'inline; filename="kalendarz.ics"'}
    return HttpResponse(body, content_type="text/calendar; charset=utf-8", headers=headers)
