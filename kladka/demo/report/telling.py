"""The report of every programme of the demo, and how it looks in a terminal."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kladka.demo.errors import NoDemo
from kladka.demo.report.reaching import rows
from kladka.demo.report.rows import Row
from kladka.municipalities.models import Municipality
from kladka.municipalities.queries import in_municipality, in_public
from kladka.programmes.choices import Relation
from kladka.programmes.models import Programme


@dataclass(frozen=True)
class Report:
    """One programme with its figures."""

    municipality: str
    programme: str
    rows: list[Row]


def reports(*, on: date) -> Iterator[Report]:
    """Of every programme in the municipalities of the demo, as the records stand on a day. Raises NoDemo."""
    for slug in towns():
        with in_municipality(slug) as town:
            for programme in Programme.objects.order_by("key"):
                yield Report(town.name, programme.title, rows(programme, on=on))


def towns() -> list[str]:
    """Raises NoDemo."""
    with in_public():
        is_prepared = Municipality._meta.db_table in connection.introspection.table_names()  # noqa: SLF001 - documented by Django
        of_demo = Municipality.objects.filter(is_demo=True).order_by("name")
        found = list(of_demo.values_list("schema_name", flat=True)) if is_prepared else []
    if not found:
        raise NoDemo
    return found


def table(report: Report) -> str:
    """A programme with a line for each figure."""
    head = (_("Published"), _("Reached"), pgettext("report", "Holds"), _("Where it stands in the definition"))
    lines = [head, *map(line, report.rows)]
    widths = [max(len(one[at]) for one in lines) for at in range(3)]
    return "\n".join(
        [
            f"{report.municipality} · {report.programme}",
            *(
                f"  {one[0]:>{widths[0]}}  {one[1]:>{widths[1]}}  {one[2]:<{widths[2]}}  {one[3]}"
                for one in lines
            ),
        ]
    )


def line(row: Row) -> tuple[str, str, str, str]:
    """What is not reached yet has a dash."""
    one = row.published
    relation = "" if one.relation == Relation.EXACTLY else f"{Relation(one.relation).label} "
    reached = "–" if row.reached is None else f"{row.reached}"
    return f"{relation}{one.number}", reached, verdict(row), one.fact


def verdict(row: Row) -> str:
    if row.holds is None:
        return "–" if row.reached is not None else _("not yet")
    return _("yes") if row.holds else _("no")
