"""What stands on every paper of an edition: the line of marks and the foot."""

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q

from kladka.papers import rules
from kladka.programmes.choices import PartyRole, Precision
from kladka.programmes.models import FundMark, Party
from kladka.programmes.rules import PartialDate

if TYPE_CHECKING:
    from kladka.programmes.models import Edition

SOMEBODY = (PartyRole.BENEFICIARY, PartyRole.IMPLEMENTING_UNIT, PartyRole.PARTNER)


def frame_of(edition: "Edition", *, on: date) -> dict[str, object]:
    """The same for every paper of a day: marks in their order, who runs the programme, when."""
    marks = rules.in_order(marks_on(edition, on), regime=edition.regime)
    parties = parties_of(edition)
    beneficiary = " / ".join(parties[PartyRole.BENEFICIARY])
    unit = " / ".join(parties[PartyRole.IMPLEMENTING_UNIT])
    period = period_in_words(edition, on=on)
    said = [
        f"Projekt: {edition}",
        f"nr {edition.agreement_number}" if edition.agreement_number else "",
        f"Beneficjent: {beneficiary}" if beneficiary else "",
        f"Realizator: {unit}" if unit and unit != beneficiary else "",
        f"Okres realizacji: {period}" if period else "",
    ]
    return {
        "line": {
            "alt": rules.alternative(marks),
            "marks": [{"kind": one.kind, "text": one.text} for one in marks],
        },
        "foot": " · ".join(filter(None, said)),
        "programme": str(edition),
        "agreement": edition.agreement_number,
        "beneficiary": beneficiary,
        "unit": unit,
        "partners": parties[PartyRole.PARTNER],
        "period": period,
    }


def of_edition(edition: "Edition") -> Q:
    """Rows of the whole programme and of this edition of it."""
    return Q(programme=edition.programme_id) & (Q(edition=None) | Q(edition=edition))


def marks_on(edition: "Edition", day: date) -> list[rules.Mark]:
    """Those that run on the day; a mark without its first day runs from the signing of the agreement."""
    running = FundMark.objects.filter(
        of_edition(edition), Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gte=day)
    )
    found = [rules.Mark(one.kind, one.text) for one in running.order_by("position", "pk")]
    return found or [rules.Mark("fund", edition.fund or str(edition))]


def parties_of(edition: "Edition") -> dict[PartyRole, list[str]]:
    known = Party.objects.filter(of_edition(edition), role__in=SOMEBODY).select_related("organisation")
    found: dict[PartyRole, list[str]] = {role: [] for role in SOMEBODY}
    for one in known.order_by("position", "pk"):
        found[PartyRole(one.role)].append(str(one))
    return found


def period_in_words(edition: "Edition", *, on: date) -> str:
    period = edition.period_on(on)
    return " – ".join(in_words(one) for one in (period.start, period.end) if one)


def in_words(day: PartialDate) -> str:
    """As published: `01.02.2026`, `02.2026` or `2026`."""
    form = {Precision.DAY: "%d.%m.%Y", Precision.MONTH: "%m.%Y", Precision.YEAR: "%Y"}[day.precision]
    return day.first_day.strftime(form)


def project_of(edition: "Edition") -> str:
    """The project's part of a number: that of the agreement, else the short name of the programme."""
    return (edition.agreement_number or edition.programme.key)[:60]
