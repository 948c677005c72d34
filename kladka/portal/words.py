"""Published values in words: never more exact than they were published.

A month stays a month, "about" stays "about", a published phrase stays as it was.
"""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext, ngettext, pgettext

from kladka.core import wording
from kladka.programmes.choices import Precision, Relation
from kladka.programmes.rules import Amount, Count, Length, PartialDate

ONLY_GROSZE = Decimal(1)


def on(when: PartialDate | None) -> str:
    """1 stycznia 2021; luty 2018; 2018: as exact as it was published."""
    if when is None:
        return ""
    if when.precision == Precision.DAY:
        return wording.day(when.first_day)
    return wording.month(when.first_day) if when.precision == Precision.MONTH else str(when.first_day.year)


def machine(when: PartialDate) -> str:
    """The same for `<time datetime>`, which knows months and years too."""
    return str(when)


def span(starts: PartialDate | None, ends: PartialDate | None) -> str:
    """From and to; an end that was not published is not made up."""
    if starts and ends:
        return f"{on(starts)} – {on(ends)}"
    if starts:
        return pgettext("period", "from: %(date)s") % {"date": on(starts)}
    return pgettext("period", "until: %(date)s") % {"date": on(ends)} if ends else ""


def related(relation: str, value: str) -> str:
    """Co najmniej 60; około 1 400 000 zł."""
    said = {
        Relation.ABOUT: pgettext("published number", "about %(value)s"),
        Relation.AT_LEAST: pgettext("published number", "at least %(value)s"),
        Relation.OVER: pgettext("published number", "over %(value)s"),
        Relation.AT_MOST: pgettext("published number", "at most %(value)s"),
        Relation.UNDER: pgettext("published number", "under %(value)s"),
    }.get(Relation(relation))
    return said % {"value": value} if said else value


def amount(given: Amount | None, currency: str) -> str:
    """939 717,45 zł; an approximate amount in whole units says so: około 1 400 000 zł."""
    if given is None:
        return ""
    words = wording.money(given.value, currency)
    if not given.is_exact and given.value % ONLY_GROSZE == 0:
        words = words.replace(",00", "").replace(".00", "")
    return related(given.relation, words)


def persons(given: Count | None) -> str:
    """Co najmniej 60 osób."""
    return related(given.relation, wording.people(given.number)) if given else ""


def women(given: Count | None) -> str:
    return related(given.relation, wording.women(given.number)) if given else ""


def men(given: Count | None) -> str:
    return related(given.relation, wording.men(given.number)) if given else ""


def by_sex(women_given: Count | None, men_given: Count | None) -> str:
    """37 kobiet i 23 mężczyzn."""
    if women_given and men_given:
        both = {"women": women(women_given), "men": men(men_given)}
        return gettext("%(women)s and %(men)s") % both
    return women(women_given) or men(men_given)


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


def state(starts: PartialDate | None, ends: PartialDate | None, *, today: date) -> str:
    """Planned, running or ended; empty where no date is known.

    A programme that ends "in December" runs to the last of December, one that starts "in February" from the first.
    """
    if ends and today > ends.last_day:
        return "ended"
    if starts and today < starts.first_day:
        return "planned"
    return "running" if starts or ends else ""
