"""Cells of the matrix and lines of the ledger."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from kladka.core import wording
from kladka.core.components import Components
from kladka.core.templatetags.ui import todo
from kladka.indicators import wording as words
from kladka.indicators.choices import MeasureKind, MeasureUnit
from kladka.indicators.models import Target
from kladka.indicators.queries import Counting, Line, Row
from kladka.indicators.queries.proofs import Proof
from kladka.programmes.models import Edition

register = Components()
FIGURE = {"": "total", "woman": "women", "man": "men"}


def address(key: str, edition: Edition, **asked: str) -> str:
    query: dict[str, str | int] = {"edition": edition.pk}
    query |= {name: value for name, value in asked.items() if value}
    return f"{reverse('indicators:people', args=[key])}?{urlencode(query)}"


@register.simple_tag
def people_link(row: Row, edition: Edition, *, sex: str = "") -> SafeString | str:
    """A figure as a link to the people that make it; without people behind it the number alone."""
    if row.figure is None:
        return format_html('<span class="muted">{}</span>', "–")
    value = wording.number(getattr(row.figure, FIGURE[sex]))
    if not row.opens:
        return value
    about = format_html('<span class="ds-sr-only">: {}</span>', row.title)
    return format_html('<a href="{}">{}{}</a>', address(row.key, edition, sex=sex), value, about)


@register.simple_tag
def waiting_link(row: Row, edition: Edition) -> SafeString | str:
    """How many would count once something is completed, as a link to who and what."""
    if row.figure is None or not row.figure.waiting:
        return format_html('<span class="muted">{}</span>', "–")
    return todo(wording.people(row.figure.waiting), href=address(row.key, edition, show="waiting"))


@register.simple_tag
def promised_for(row: Row, *, sex: str) -> SafeString | str:
    """The target of one sex beside its figure: "of 37"."""
    value = getattr(row.target, sex) if row.target else None
    if value is None:
        return ""
    said = words.promised(value, getattr(row.target, f"{sex}_relation"))
    return format_html(' <span class="sub">{}</span>', gettext("of %(number)s") % {"number": said})


@register.simple_tag
def promise(target: Target) -> str:
    return words.promise(target)


@register.simple_tag
def missing(row: Row) -> str:
    if row.unit == MeasureUnit.PERSONS:
        return wording.people_missing(row.missing)
    return gettext("%(number)s missing") % {"number": wording.number(row.missing)}


@register.simple_tag
def share(row: Row) -> str:
    return wording.percent(row.share / 100) if row.share is not None else ""


@register.simple_tag
def kind_of(row: Row) -> str:
    return str(MeasureKind(row.kind).label)


@register.filter
def reasons(line: Line | Counting) -> list[SafeString | str]:
    """Because of what a person counts, or what is missing; one line each, a session as a link to its sheet."""
    return [*map(because, line.proofs), *map(words.if_only, line.lacks)]


def because(proof: Proof) -> SafeString | str:
    said = words.because(proof)
    if proof.session is None:
        return said
    return format_html('<a href="{}">{}</a>', reverse("activities:attendance", args=[proof.session.pk]), said)
