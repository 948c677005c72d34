"""What is wrong, in the words of who mends it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kladka.participation.models import Participation
from kladka.programmes.models import Edition
from kladka.reporting.layouts import Layout
from kladka.reporting.models import Verdict
from kladka.reporting.wording import remedy, sentence

if TYPE_CHECKING:
    from django.db.models import QuerySet

# What was frozen at entry is amended; the end and what followed have pages of their own.
PAGES = {
    **dict.fromkeys(
        (
            "citizenship",
            "education_level",
            "labour_status",
            "labour_status_detail",
            "education_planned_end",
            "county",
            "municipality",
            "locality",
            "postcode",
            "degurba",
            "foreign_origin",
            "third_country_national",
            "minority",
            "homeless",
            "has_disability",
        ),
        "participation:amendment",
    ),
    "end_date": "participation:exit",
    "path_completed": "participation:exit",
    "situation_at_exit": "participation:follow_up",
}


@dataclass(frozen=True, slots=True)
class Trouble:
    """One finding: whose, in which column, what is wrong and what to do."""

    participation: Participation
    rule: str
    field: str
    column: str
    is_error: bool
    wrong: str
    remedy: str

    @property
    def mended_at(self) -> str:
        """The name of the page on which this is mended; its argument is the participation."""
        return PAGES.get(self.field, "participation:participation")


def faulty(edition: Edition) -> "QuerySet[Verdict]":
    """The verdicts with findings; errors first."""
    found = Verdict.objects.of(edition).faulty().select_related("participation__person")
    return found.order_by("is_sound", "participation__number", "pk")


def troubles(verdicts: Iterable[Verdict], layout: Layout) -> Iterator[Trouble]:
    headers = {column.name: column.header for column in layout.columns}
    for verdict in verdicts:
        for one in verdict.findings:
            yield Trouble(
                participation=verdict.participation,
                rule=one["rule"],
                field=one["field"],
                column=headers.get(one["field"], one["field"]),
                is_error=one["level"] == "error",
                wrong=sentence(one["key"], one["values"]),
                remedy=remedy(one["key"]),
            )
