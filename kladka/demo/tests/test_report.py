"""The report puts every published figure beside what the records hold, and says honestly what is not reached."""

import json
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.core.management import call_command

from kladka.demo.errors import NoDemo
from kladka.demo.report.reaching import rows
from kladka.demo.report.rows import Number, Published, Row
from kladka.demo.report.telling import Report, table
from kladka.demo.tests.test_living import a_small_life, lived
from kladka.indicators.models import Target
from kladka.municipalities.models import Municipality
from kladka.programmes.choices import Relation
from kladka.programmes.models import Task

if TYPE_CHECKING:
    from pytest_django import Settings

pytestmark = pytest.mark.django_db
LATER = date(2023, 3, 1)


def said(*words: str) -> str:
    out = StringIO()
    call_command("demo", "report", *words, stdout=out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("section", "number", "relation", "reached", "holds"),
    [
        ("targets", 60, Relation.AT_LEAST, 60, True),
        ("targets", 60, Relation.EXACTLY, 61, True),
        ("targets", 30, Relation.OVER, 30, False),
        ("groups", 6, Relation.AT_MOST, 7, False),
        ("targets", 60, Relation.AT_LEAST, None, None),
        ("budgets", 25, Relation.ABOUT, 25, None),
        ("sources", Decimal("811043.43"), Relation.EXACTLY, Decimal("811043.44"), False),
    ],
)
def test_a_promise_is_kept_by_more_and_money_to_the_grosz(
    section: str, number: Number, relation: Relation, reached: Number | None, holds: object
) -> None:
    one = Published(section, row=None, field="total", number=number, relation=relation)

    assert one.holds(reached) is holds


def test_figures_are_those_that_the_life_reached(settings: "Settings", municipality: Municipality) -> None:
    settings.CLOCK = LATER
    municipality.is_demo = True
    municipality.save()
    life = a_small_life("katowice/welnowiec-jozefowiec-i-dab/2021-2022")
    edition = lived(life, "katowice-welnowiec-jozefowiec-dab.toml", until=LATER)
    Target.objects.filter(edition=edition).update(women=5, men=4, total=8)
    Task.objects.filter(edition=edition, key="reintegration").update(persons=1, groups=1)

    told = {row["fact"]: row for row in json.loads(said("--json"))}

    assert {row["programme"] for row in told.values()} == {"welnowiec-jozefowiec-i-dab"}
    assert {fact: (row["published"], row["reached"], row["holds"]) for fact, row in told.items()} == {
        "tasks.reintegration.persons": (1, 0, False),
        "tasks.reintegration.groups": (1, 0, False),
        "staff.organisers.number": (3, 3, True),
        "budgets.agreement.total": ("939717.45", None, None),
        "sources.eu.rate_percent": ("85", "85", True),
        "sources.eu.amount": ("798759.83", "798759.83", True),
        "targets.persons.women": (5, 5, True),
        "targets.persons.men": (4, 3, False),
        "targets.persons.total": (8, 8, True),
    }


def test_who_breaks_off_has_not_completed_the_path() -> None:
    life = a_small_life("zawiercie/partnerstwo/to-2017").model_copy(update={"completing": 5})
    edition = lived(life, "zawiercie-partnerstwo.toml", until=LATER)

    told = {row.published.fact: (row.reached, row.holds) for row in rows(edition.programme, on=LATER)}

    assert told == {
        "figures.recruited.total": (8, False),
        "figures.social-contracts-signed.total": (8, False),
        "figures.completed-planned-pathway.total": (5, False),
        "figures.internships-completed.total": (None, None),
        "figures.vocational-course-completed.total": (None, None),
    }


def test_in_a_terminal_each_figure_has_its_line() -> None:
    of = Target(key="persons")
    rows = [
        Row("pal", Published("targets", of, "total", 60, Relation.AT_LEAST), 60),
        Row("pal", Published("targets", of, "women", 37, Relation.EXACTLY), 3),
        Row("pal", Published("targets", of, "men", 23, Relation.EXACTLY), None),
    ]

    assert table(Report("Katowice", "PAL", rows)).splitlines() == [
        "Katowice · PAL",
        "    Published  Reached  Holds    Where it stands in the definition",
        "  at least 60       60  yes      targets.persons.total",
        "           37        3  no       targets.persons.women",
        "           23        –  not yet  targets.persons.men",
    ]


def test_where_there_is_no_demo_one_sentence_says_how_to_make_it() -> None:
    with pytest.raises(NoDemo, match="`kladka demo` makes it"):
        said()
