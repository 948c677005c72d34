"""B-01 and the declaration, from the record."""

from datetime import date
from typing import Any

import pytest

from kladka.papers import pdf
from kladka.papers.actions import Draft, print_paper
from kladka.participation import documents
from kladka.participation.models import Plan, PlanStep
from kladka.participation.tests.builders import AGREED, a_declared_participation, a_participation
from kladka.people.models import SensitiveTraits
from kladka.people.tests.builders import a_person
from kladka.programmes.models import Support
from kladka.programmes.tests.builders import MOMENT, a_support, a_user, an_edition

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 9)


def blocks_of(draft: Draft) -> list[dict[str, Any]]:
    paper = print_paper(draft, by=a_user(), at=MOMENT)
    return pdf.blocks_of([paper.content], template=draft.template.file)


def of_kind(blocks: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [one for one in blocks if one["kind"] == kind]


def ticked(blocks: list[dict[str, Any]]) -> list[str]:
    return [words for one in of_kind(blocks, "boxes") for is_ticked, words in one["options"] if is_ticked]


def test_the_agreement_has_its_parties_the_planned_support_and_both_signatures() -> None:
    edition = an_edition()
    one = a_declared_participation(a_person(pesel="80051712345"), edition)
    plan = Plan.objects.create(participation=one, version=1, agreed_on=AGREED, made_by=a_user())
    support = a_support(edition, title="Trening")
    PlanStep.objects.create(plan=plan, position=1, support=support, planned_from=TODAY, planned_minutes=90)
    Support.objects.create(edition=edition, key="meals", title="posiłek", scope="accompanying")

    blocks = blocks_of(documents.agreement(one, on=TODAY))

    values = {label: value for part in of_kind(blocks, "fields") for label, value in part["pairs"]}
    assert (values["Imię i nazwisko"], values["PESEL"]) == ("Anna Malinowa", "80051712345")
    assert values["Proszę przekazywać świadczenia pieniężne na rachunek nr"] == ""
    assert of_kind(blocks, "table")[0]["rows"] == [["Trening", "09.03.2026", "1,5"]]
    assert of_kind(blocks, "bullets")[0]["texts"] == ["posiłek"]
    assert of_kind(blocks, "signatures")[0]["who"] == [
        "podpis uczestniczki/uczestnika albo przedstawiciela ustawowego",
        "podpis osoby kierującej jednostką",
    ]


def test_an_agreement_without_a_plan_leaves_rows_for_the_pen() -> None:
    blocks = blocks_of(documents.agreement(a_participation(), on=TODAY))

    assert of_kind(blocks, "table")[0]["rows"] == [["", "", ""]] * 4


def test_the_declaration_says_what_was_declared_and_what_may_be_seen() -> None:
    one = a_declared_participation(labour_detail="long_term", is_registered=True)
    traits = SensitiveTraits(person=one.person, homeless="refused")

    seen = blocks_of(documents.declaration(one, on=TODAY, traits=traits))
    unseen = blocks_of(documents.declaration(one, on=TODAY))

    declared = [
        "ponadgimnazjalne, średnie lub zasadnicze zawodowe (ISCED 3)",
        "osoba bezrobotna",
        "długotrwale bezrobotna",
        "tak",
    ]
    assert (ticked(seen), ticked(unseen)) == ([*declared, "odmawiam odpowiedzi"], declared)
