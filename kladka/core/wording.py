"""Words around numbers, days and money, in the reader's language: Polish, English or Ukrainian."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal

from babel import Locale
from babel.dates import format_date, get_month_names
from babel.numbers import format_currency, format_decimal, format_percent
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext

HARD = "\u00a0"  # a space at which no line breaks
UNBROKEN = "\u2011"  # a hyphen at which no line breaks
MONTHS = tuple(
    name
    for language in ("pl", "uk")
    for name in get_month_names("wide", context="format", locale=language).values()
)
SMALL_WORDS = re.compile(r"(?<!\w)([aiouwzAIOUWZіївзуоаяєйІЇВЗУОАЯЄЙ]|ul\.|al\.|pl\.|вул\.) ")
DAY_AND_MONTH = re.compile(rf"(\d) ({'|'.join(MONTHS)})\b")
NUMBER_AND_UNIT = re.compile(r"(\d) (?=(?:\d{3}|zł|gr|mln|tys\.|godz\.|min|r\.|km|KB|MB|%)(?!\w))")
NUMBER_HYPHEN = re.compile(r"(\d)-(?=[^\W\d])")


def locale() -> Locale:
    return Locale.parse((get_language() or "pl").split("-")[0])


def tidy(text: str) -> str:
    """No one-letter word ends a line; a day keeps its month, a number its unit, a street its "ul."."""
    text = SMALL_WORDS.sub(rf"\1{HARD}", text)
    text = SMALL_WORDS.sub(rf"\1{HARD}", text)  # "i w domu": the second was eaten by the first
    text = DAY_AND_MONTH.sub(rf"\1{HARD}\2", text)
    text = NUMBER_AND_UNIT.sub(rf"\1{HARD}", text)
    return NUMBER_HYPHEN.sub(rf"\1{UNBROKEN}", text)


# --- days and hours ----------------------------------------------------------------------------


def local_day(when: date) -> date:
    """The day of a moment where the reader is; a day stays what it is."""
    return timezone.localtime(when).date() if isinstance(when, datetime) and timezone.is_aware(when) else when


def _pattern(when: date, pattern: str) -> str:
    return format_date(local_day(when), pattern, locale=locale())


def day_month(when: date) -> str:
    """9 czerwca; the two do not part at the end of a line."""
    return _pattern(when, "d MMMM").replace(" ", HARD)


def day(when: date) -> str:
    """9 czerwca 2022."""
    return f"{day_month(when)} {local_day(when).year}"


def day_near(when: date, today: date) -> str:
    """9 czerwca, or 9 czerwca 2022 where the reader stands in another year."""
    return day_month(when) if local_day(when).year == local_day(today).year else day(when)


def weekday(when: date) -> str:
    """Sobota."""
    return _pattern(when, "EEEE")


def weekday_short(when: date) -> str:
    """Sob."""
    return _pattern(when, "EEE")


def weekday_day(when: date) -> str:
    """Sobota 11 czerwca."""
    return f"{weekday(when)} {day_month(when)}"


def weekday_date(when: date) -> str:
    """Sobota 11 czerwca 2022."""
    return f"{weekday(when)} {day(when)}"


def month(when: date) -> str:
    """Czerwiec 2022, the name as it stands alone."""
    return _pattern(when, "LLLL y").replace(" ", HARD)


def month_short(when: date) -> str:
    """The month in three or four letters, as in a calendar."""
    return _pattern(when, "MMM")


def period(first: date | None, last: date | None) -> str:
    """1 stycznia 2021 – 31 grudnia 2022; an end that is not known is not made up."""
    if first and last:
        return f"{day(first)} – {day(last)}"
    if first:
        return gettext("from %(day)s") % {"day": day(first)}
    return gettext("until %(day)s") % {"day": day(last)} if last else ""


def hour(when: time | datetime) -> str:
    """12.00 in Polish, 12:00 elsewhere."""
    if isinstance(when, datetime) and timezone.is_aware(when):
        when = timezone.localtime(when)
    return f"{when:%-H.%M}" if locale().language == "pl" else f"{when:%-H:%M}"


def hours(start: time | datetime, end: time | datetime | None = None) -> str:
    """12.00–17.00; without an end only the beginning."""
    return f"{hour(start)}–{hour(end)}" if end else hour(start)


def duration(minutes: int) -> str:
    """1 godz. 30 min."""
    whole, rest = divmod(minutes, 60)
    parts = [gettext("%(number)s h") % {"number": number(whole)}] if whole or not rest else []
    parts += [gettext("%(number)s min") % {"number": rest}] if rest else []
    return " ".join(part.replace(" ", HARD) for part in parts)


# --- numbers and money -------------------------------------------------------------------------


def number(value: Decimal | float) -> str:
    """1 234,5 with the separators of the language."""
    return str(format_decimal(value, locale=locale())).replace(" ", HARD)


def money(amount: Decimal, currency: str = "PLN") -> str:
    """939 717,45 zł with spaces that do not break; in English PLN 939,717.45."""
    said = str(format_currency(amount, currency, locale=locale())).replace(" ", HARD)
    # Babel knows the sign of the złoty in Polish only and glues the code to the number in English.
    return said.replace("PLN", f"PLN{HARD}" if said.startswith(("PLN", "-PLN")) else "zł")


def percent(share: Decimal | float) -> str:
    """0.854 is 85,4%: at most two places, none when they are noughts."""
    return format_percent(share, "#,##0.##%", locale=locale())


# --- counted things: 1 osoba, 2 osoby, 5 osób --------------------------------------------------


def _said(words: str, count: int) -> str:
    return (words % {"number": number(count)}).replace(" ", HARD, 1)


def people(count: int) -> str:
    return _said(ngettext("%(number)s person", "%(number)s people", count), count)


def women(count: int) -> str:
    return _said(ngettext("%(number)s woman", "%(number)s women", count), count)


def men(count: int) -> str:
    return _said(ngettext("%(number)s man", "%(number)s men", count), count)


def participants(count: int) -> str:
    return _said(ngettext("%(number)s participant", "%(number)s participants", count), count)


def sessions(count: int) -> str:
    return _said(ngettext("%(number)s session", "%(number)s sessions", count), count)


def events(count: int) -> str:
    return _said(ngettext("%(number)s event", "%(number)s events", count), count)


def programmes(count: int) -> str:
    return _said(ngettext("%(number)s programme", "%(number)s programmes", count), count)


def documents(count: int) -> str:
    return _said(ngettext("%(number)s document", "%(number)s documents", count), count)


def days(count: int) -> str:
    return _said(ngettext("%(number)s day", "%(number)s days", count), count)


def places_left(count: int) -> str:
    return _said(ngettext("%(number)s place left", "%(number)s places left", count), count)


def people_missing(count: int) -> str:
    """Brakuje 1 osoby, brakuje 2 osób."""
    return ngettext("%(number)s person is missing", "%(number)s people are missing", count) % {
        "number": number(count)
    }


def people_of(found: int, everyone: int) -> str:
    """23 osoby z 48, above a list with filters."""
    return gettext("%(people)s of %(all)s") % {"people": people(found), "all": number(everyone)}


COUNTED: tuple[Callable[[int], str], ...] = (
    people, women, men, participants, sessions, events, programmes, documents, days, places_left,
    people_missing,
)  # fmt: skip
