"""A-01 from the record: what it knows stands there, what it does not know is a line for the pen."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kladka.audit.models import Reading
from kladka.papers import pdf
from kladka.papers.actions import print_paper
from kladka.papers.models import Printed
from kladka.people.models import Contact, Need, SensitiveTraits
from kladka.people.tests.builders import a_person
from kladka.programmes.choices import TeamRole
from kladka.programmes.tests.builders import a_role, a_user, an_edition
from kladka.recruitment import documents
from kladka.recruitment.models import Application, Criterion, GroundClaim
from kladka.recruitment.tests.builders import NOW, a_ground, an_application

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 9)
SECTIONS = [
    "A. Dane osobowe",
    "B. Sytuacja społeczna i zawodowa",
    "C. Dane wrażliwe – dobrowolnie",
    "D. Potrzeby związane z dostępnością",
    "E. Oświadczenia o spełnianiu warunków udziału",
    "F. Kryteria premiujące",
    "G. Deklaracja uczestnictwa",
    "H. Załączniki",
    "I. Informacja o przetwarzaniu danych osobowych",
    "J. Zgody (dobrowolne)",
]


def an_applicant() -> Application:
    """Somebody of whom the record knows a good part."""
    edition = an_edition()
    person = a_person("Brzęczyszczykiewicz", "Ґанна", pesel="80051712345")
    Contact.objects.create(person=person, kind="phone", value="+48600100200", is_preferred=True)
    Need.objects.create(person=person, kind="diet", note="bez glutenu")
    one = an_application(person, edition=edition)
    ground = a_ground(edition, title="Ubóstwo", proof="zaświadczenie ośrodka")
    a_ground(edition, title="Bezdomność", proof="", evidence="statement")
    GroundClaim.objects.create(
        application=one,
        ground=ground,
        evidence="zaświadczenie 7/26",
        seen_on=TODAY,
        seen_by=a_user("Jan Nowak"),
    )
    Criterion.objects.create(
        edition=edition, key="woman", kind="premium", title="Kobieta", points=Decimal(10)
    )
    Criterion.objects.create(edition=edition, key="lives", kind="formal", title="mieszkam w gminie")
    return one


def blocks_of(application: Application, **given: Any) -> list[dict[str, Any]]:
    draft = documents.package(application, on=TODAY, **given)
    paper = print_paper(draft, by=a_user(), at=NOW)
    pdf.pdf_of([paper.content], template=documents.PACKAGE.file, author="", at=NOW)
    return pdf.blocks_of([paper.content], template=documents.PACKAGE.file)


def of_kind(blocks: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [one for one in blocks if one["kind"] == kind]


def values(blocks: list[dict[str, Any]]) -> dict[str, str]:
    return {label: value for one in of_kind(blocks, "fields") for label, value in one["pairs"]}


def ticked(blocks: list[dict[str, Any]]) -> list[str]:
    return [words for one in of_kind(blocks, "boxes") for is_ticked, words in one["options"] if is_ticked]


def test_the_package_has_all_parts_of_the_catalogue_and_one_line_of_marks() -> None:
    blocks = blocks_of(an_applicant())

    assert [one["text"] for one in of_kind(blocks, "heading")] == SECTIONS
    assert len(of_kind(blocks, "marks")) == 1
    assert [one["who"] for one in of_kind(blocks, "signatures")] == [
        ["miejscowość i data", "czytelny podpis osoby zgłaszanej albo przedstawiciela ustawowego"],
        ["pieczątka jednostki", "podpis osoby przyjmującej"],
    ]


def test_what_the_record_knows_is_filled_in_and_the_rest_is_left_for_the_pen() -> None:
    one = an_applicant()
    traits = SensitiveTraits(person=one.person, has_disability="yes", disability_degree="severe")

    blocks = blocks_of(one, traits=traits)

    known = values(blocks)
    assert (known["Imię"], known["Nazwisko"], known["PESEL"]) == (
        "Ґанна",
        "Brzęczyszczykiewicz",
        "80051712345",
    )
    assert (known["Telefon"], known["E-mail"], known["Ulica"]) == ("+48600100200", "", "")
    assert ticked(blocks) == [
        "kobieta",
        "polskie",
        "telefon",
        "tak",
        "znaczny",
        "dieta",
        "pakiet kompletny i podpisany",
    ]
    assert [table["rows"] for table in of_kind(blocks, "table")] == [
        [
            ["☒", "Ubóstwo", "zaświadczenie ośrodka", "zaświadczenie 7/26, 09.03.2026, Jan Nowak"],
            ["☐", "Bezdomność", "oświadczenie", ""],
        ],
        [["☐", "Kobieta", "10", ""]],
    ]


def test_without_the_right_to_sensitive_data_these_parts_stay_empty() -> None:
    blocks = blocks_of(an_applicant())

    assert ticked(blocks) == ["kobieta", "polskie", "telefon", "pakiet kompletny i podpisany"]
    assert [row[0] for row in of_kind(blocks, "table")[0]["rows"]] == ["☐", "☐"]


def test_printing_says_in_the_log_that_sensitive_answers_were_read(client: Client) -> None:
    one, user = an_applicant(), a_user()
    a_role(user, TeamRole.SOCIAL_WORKER, one.edition)
    client.force_login(user)

    answer = client.get(reverse("desk:package", args=[one.pk]))

    kept = Printed.objects.get()
    assert answer.content.startswith(b"%PDF-1.7")
    assert (
        answer.headers["Content-Disposition"]
        == f'attachment; filename="a-01_{one.number.lower().replace("/", "-")}.pdf"'
    )
    assert (kept.person, kept.template, kept.has_sensitive) == (one.person, "A-01", True)
    assert list(Reading.objects.values_list("person", "why")) == [
        (one.person.public_id, f"A-01, {one.number}")
    ]
