"""Every published number of the facts files stands in the report of the demo, as published."""

import tomllib
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from kladka.definitions.actions import load
from kladka.definitions.reading import read
from kladka.demo.report.reaching import rows
from kladka.programmes.tests.builders import a_user
from tests.facts_table import FACTS
from tests.test_facts_in_definitions import HERE, PROGRAMMES, leaves

pytestmark = pytest.mark.django_db

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
# Facts path → fact of the report. What is no number of persons, things or money (dates, lengths, ordinals) is not in it.
WHERE = {
    "targets.persons": "targets.persons.total",
    "targets.women": "targets.persons.women",
    "targets.men": "targets.persons.men",
    "tasks.0.staff.organizator społeczności lokalnej": "staff.organisers.number",
    "tasks.3.persons": "tasks.reintegration.persons",
    "tasks.3.groups_count": "tasks.reintegration.groups",
    "outcomes.persons_supported": "figures.persons-supported.total",
    "outcomes.job_seeking_learning_qualified_or_employed_after_exit": "figures.any-result.total",
    "outcomes.recruited": "figures.recruited.total",
    "outcomes.social_contracts_signed": "figures.social-contracts-signed.total",
    "outcomes.completed_planned_pathway": "figures.completed-planned-pathway.total",
    "outcomes.internships_completed": "figures.internships-completed.total",
    "outcomes.vocational_course_completed.persons": "figures.vocational-course-completed.total",
    "public.communities.categorical": "communities.categorical.number",
    "public.communities.total": "figures.communities.total",
    "money.total": "budgets.agreement.total",
    "money.value_about": "budgets.agreement.total",
    "money.grant": "budgets.agreement.grant",
    "money.eu": "sources.eu.amount",
    "money.rate_percent": "sources.eu.rate_percent",
    "money.additional_funding_about": "budgets.additional-grant.grant",
    "editions.0.value_about": "budgets.third.total",
    "city_total.value_about": "announced_totals.three-programmes.total",
    "city_total.eu_about": "announced_totals.three-programmes.eu",
    "city_total.own_about": "announced_totals.three-programmes.own",
}
NOT_REACHED = {"editions.0.number", "editions.0.lasts_months"}


def numbers(name: str) -> dict[str, Decimal]:
    facts = tomllib.loads((HERE / "facts" / f"{name}.toml").read_text("utf-8"))
    found = {path: value for path, value in leaves(facts) if path not in NOT_REACHED}
    return {path: Decimal(value) for path, value in found.items() if is_number(value)}


def is_number(value: object) -> bool:
    return isinstance(value, int) or (isinstance(value, str) and value.replace(".", "").isdecimal())


@pytest.mark.parametrize("name", FACTS)
def test_every_published_number_is_in_the_report(name: str) -> None:
    file = read((PROGRAMMES / f"{name}.toml").read_bytes())
    programme = load(file=file, municipality_code="9901011", by=a_user(), at=AT).programme

    told = {row.published.fact: Decimal(row.published.number) for row in rows(programme, on=date(2026, 3, 2))}

    rate = {"sources.eu.rate_percent": "budgets.agreement.grant_rate_percent"} if "mikolow" in name else {}
    facts = numbers(name)
    assert {path: told.get(rate.get(WHERE[path], WHERE[path])) for path in facts} == facts
