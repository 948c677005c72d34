"""Published values in words: never more exact than they were published.

A month stays a month, "about" stays "about", a published phrase stays as it was.
"""

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext, ngettext, pgettext

from kladka.core import wording
from kladka.programmes.choices import Per, Precision, Relation
from kladka.programmes.rules import Amount, Count, Length, PartialDate

MILLION = Decimal(1_000_000)
TENTH = MILLION / 10
WHOLE = Decimal(1)


def on(when: PartialDate | None) -> str:
    """1 stycznia 2021; luty 2018; 2018: as exact as it was published."""
    if when is None:
        return ""
    if when.precision == Precision.DAY:
        return wording.day(when.first_day)
    return wording.month(when.first_day) if when.precision == Precision.MONTH else str(when.first_day.year)


def span(starts: PartialDate | None, ends: PartialDate | None) -> str:
    """From and to; an end that was not published is not made up."""
    if starts and ends:
        return f"{on(starts)} – {on(ends)}"
    if starts:
        return pgettext("period", "from: %(date)s") % {"date": on(starts)}
    return pgettext("period", "until: %(date)s") % {"date": on(ends)} if ends else ""


def related(relation: str, value: str) -> str:
    """Co najmniej 60; około 1,4 mln zł."""
    said = {
        Relation.ABOUT: pgettext("published number", "about %(value)s"),
        Relation.AT_LEAST: pgettext("published number", "at least %(value)s"),
        Relation.OVER: pgettext("published number", "over %(value)s"),
        Relation.AT_MOST: pgettext("published number", "at most %(value)s"),
        Relation.UNDER: pgettext("published number", "under %(value)s"),
    }.get(Relation(relation))
    return said % {"value": value} if said else value


def amount(given: Amount | None, currency: str) -> str:
    """939 717,45 zł; an approximate amount as people say it: około 1,4 mln zł."""
    if given is None:
        return ""
    if given.is_exact or given.value % WHOLE:
        return related(given.relation, wording.money(given.value, currency))
    if given.value >= MILLION and given.value % TENTH == 0:
        return related(given.relation, millions(given.value / MILLION, currency))
    whole = wording.money(given.value, currency).replace(",00", "").replace(".00", "")
    return related(given.relation, whole)


def millions(number: Decimal, currency: str) -> str:
    """1,4 mln zł; in English PLN 1.4 million."""
    sign = wording.money(Decimal(1), currency).replace("1,00", "").replace("1.00", "").strip(wording.HARD)
    said = pgettext("money", "%(currency)s %(number)s million")
    return (said % {"currency": sign, "number": wording.number(number)}).replace(" ", wording.HARD)


def persons(given: Count | None) -> str:
    """Co najmniej 60 osób."""
    return related(given.relation, wording.people(given.number)) if given else ""


def by_sex(women: Count | None, men: Count | None) -> str:
    """Co najmniej 37 kobiet i 23 mężczyźni: one relation of both is said once."""
    if women and men and women.relation == men.relation:
        both = {"women": wording.women(women.number), "men": wording.men(men.number)}
        return related(women.relation, gettext("%(women)s and %(men)s") % both)
    said_women = related(women.relation, wording.women(women.number)) if women else ""
    said_men = related(men.relation, wording.men(men.number)) if men else ""
    return ", ".join(lines([said_women, said_men]))


def count(given: Count | None) -> str:
    return related(given.relation, wording.number(given.number)) if given else ""


def length(given: Length | None) -> str:
    """The published words, else the number of months."""
    if given is None:
        return ""
    return given.words or months(given.months or 0)


def months(number: int) -> str:
    """12 miesięcy."""
    words = ngettext("%(number)s month", "%(number)s months", number) % {"number": number}
    return words.replace(" ", wording.HARD, 1)


def percent(given: Decimal | None) -> str:
    return wording.percent(given / 100) if given is not None else ""


def per(given: Per | None) -> str:
    """For what a fee is paid: "a person", "a month"."""
    return f" / {given.label}" if given else ""


def fee(*, is_free: bool | None, given: Amount | None, of: Per | None, currency: str) -> str:
    """Bezpłatnie; 20 zł / osoba. Empty where nothing was published."""
    if given is not None:
        return amount(given, currency) + per(of)
    return gettext("free of charge") if is_free else ""


def lines(words: Iterable[str]) -> tuple[str, ...]:
    """What is said of it, without the empty parts."""
    return tuple(word for word in words if word)
