"""The words that a wording may use, explained, and what a preview fills in."""

from datetime import date
from typing import TYPE_CHECKING, Final

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from kladka.core import wording
from kladka.messages import rules
from kladka.municipalities.queries import current_municipality

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

EXPLAINED: "Final[dict[str, _StrPromise]]" = {
    "name": _("first name and surname of the addressee"),
    "ward": _("about whom it is, where a guardian gets the message"),
    "office": _("name of the office"),
    "contact": _("telephone and e-mail of the office"),
    "link": _("address of the unfinished application"),
    "code": _("code to the unfinished application"),
    "until": _("day by which to do it"),
    "number": _("number of the application"),
    "programme": _("name of the programme"),
    "received_on": _("day on which the application came"),
    "answer_by": _("day by which the office answers"),
    "missing": _("list of what is missing"),
    "when": _("day and hour of the talk"),
    "where": _("place of the talk"),
    "reason": _("reason of the decision"),
    "place": _("position on the reserve list"),
}


def explained(occasion: str) -> "list[tuple[str, _StrPromise, bool]]":
    """Each word as it is written, what it stands for, and whether the text cannot do without it."""
    known = rules.words_of(occasion)
    return [
        (f"{{{word}}}", words, word in rules.NEEDED[occasion])
        for word, words in EXPLAINED.items()
        if word in known
    ]


def sample(occasion: str, body: str, *, language: str, on: date) -> str:
    """The text as somebody who does not exist would get it."""
    town = current_municipality()
    with translation.override(language):
        day = wording.day(on)
    values = {
        **{word: str(words) for word, words in EXPLAINED.items()},
        "name": "Anna Przykładowa",
        "ward": "",
        "office": (town.operator or town.name) if town else "",
        "link": "https://example.org/zapis/krtm-94xp-2hdw/",
        "code": "4829 1370",
        "number": "Z-0001",
        "place": "3",
        **dict.fromkeys(("until", "received_on", "answer_by", "when"), day),
    }
    return rules.filled(body, {word: values[word] for word in rules.words_of(occasion)})
