"""Each place of a ranking in words: "18 points; before Z-0042 by date and time of receipt"."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kladka.core import wording
from kladka.recruitment.choices import Outcome, TieKey
from kladka.recruitment.queries.ranking import Ranked
from kladka.recruitment.rules import ranking

NO_PLACE = "no_place"


def outcomes(ranked: Ranked) -> dict[str, Outcome]:
    """Which list each number is on; who has no place is not qualified, with that reason."""
    lists = ranked.lists
    found = dict.fromkeys(lists.main, Outcome.QUALIFIED) | dict.fromkeys(lists.reserve, Outcome.RESERVE)
    out = [*lists.no_place, *(one.number for one in lists.out)]
    return found | dict.fromkeys(out, Outcome.NOT_QUALIFIED)


def reasons(ranked: Ranked) -> dict[str, str]:
    """Why each number stands where it stands, one sentence or several parts."""
    order = ranked.lists.order
    said = {one.number: "; ".join(_parts(ranked, place)) for place, one in enumerate(order)}
    return said | {one.number: " ".join(one.failed) for one in ranked.lists.out}


def _parts(ranked: Ranked, place: int) -> Iterator[str]:
    order, lists = ranked.lists.order, ranked.lists
    one = order[place]
    if one.precedence:
        yield _("goes first")
    yield points(one.points)
    quota = lists.by_quota.get(one.number)
    if quota is not None:
        titles = {row.pk: str(row) for row in ranked.quotas}
        yield _("place kept for: %(whom)s") % {"whom": titles[quota]}
    if place:
        yield from _beside(ranked, one, order[place - 1], _("after %(number)s by %(key)s"))
    if place + 1 < len(order):
        yield from _beside(ranked, one, order[place + 1], _("before %(number)s by %(key)s"))
    if one.number in lists.no_place:
        yield _("no place")


def _beside(ranked: Ranked, one: ranking.Candidate, other: ranking.Candidate, words: str) -> Iterator[str]:
    tie = ranking.first_difference(one, other, ranked.choice)
    if tie is not None:
        yield words % {"number": other.number, "key": key_in_words(tie, ranked)}
    elif ranked.lists.position[one.number] == ranked.lists.position[other.number]:
        yield _("equal with %(number)s") % {"number": other.number}


def key_in_words(tie: ranking.Tie, ranked: Ranked) -> str:
    if tie.by == TieKey.CRITERION:
        titles = {row.pk: row.title for row in ranked.criteria}
        return _("the criterion “%(title)s”") % {"title": titles.get(tie.criterion or 0, "")}
    return str(tie.by.label)


def points(number: Decimal) -> str:
    """Whole points in their plural; others with what stands after the comma."""
    if number == number.to_integral_value():
        return ngettext("%(points)s point", "%(points)s points", int(number)) % {"points": int(number)}
    return _("%(points)s of a point") % {"points": wording.number(number)}
