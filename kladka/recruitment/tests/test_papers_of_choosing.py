"""A-02 from the definition; A-03, A-04 and A-05 from what the committee did: numbers, never a name of an applicant."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kladka.papers import pdf
from kladka.papers.actions import Draft, print_paper
from kladka.papers.models import Printed
from kladka.people.tests.builders import a_person
from kladka.programmes.choices import Relation, TeamRole
from kladka.programmes.models import Support, TargetGroup
from kladka.programmes.tests.builders import a_role, a_user, an_edition
from kladka.recruitment import actions, documents
from kladka.recruitment.choices import Signing
from kladka.recruitment.models import Protocol, TieBreak
from kladka.recruitment.tests.builders import (
    NOW,
    a_card,
    a_ground,
    a_meeting,
    a_round,
    a_scheme,
    a_seat,
    an_application,
)

pytestmark = pytest.mark.django_db


def blocks_of(draft: Draft) -> list[dict[str, Any]]:
    """As it is printed; the file is made too, so that it is conformant."""
    paper = print_paper(draft, by=a_user(), at=NOW)
    return pdf.blocks_of([paper.content], template=draft.template.file)


def of_kind(blocks: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [one for one in blocks if one["kind"] == kind]


def tables(blocks: list[dict[str, Any]]) -> list[list[list[str]]]:
    return [one["rows"] for one in of_kind(blocks, "table")]


def values(blocks: list[dict[str, Any]]) -> dict[str, str]:
    return {label: value for one in of_kind(blocks, "fields") for label, value in one["pairs"]}


def a_sealed_protocol() -> Protocol:
    """One has a place, one is in reserve, one has no complete papers."""
    edition = an_edition(agreement_number="FESL/1")
    given = {"limit": 1, "reserve": 1, "limit_relation": Relation.EXACTLY, "title": "Wiosna"}
    spring = a_round(edition, scheme=a_scheme(edition), **given)
    seat = a_seat(spring, a_user("Jan Komisyjny"))
    first, second = (an_application(a_person("Tajemnicza"), edition=edition, round=spring) for _ in range(2))
    a_card(first, seat.user, "food", level="three")
    a_card(second, seat.user, level="two")
    an_application(edition=edition, round=spring, is_complete=False)
    return actions.seal_protocol(round=spring, meeting=a_meeting(seat), by=seat.user, at=NOW)


def test_the_rules_have_the_chapters_and_what_the_definition_says() -> None:
    edition = an_edition()
    scheme = a_scheme(edition)
    TieBreak.objects.create(edition=edition, scheme=scheme, key="tie", by="received")
    a_ground(edition, title="Ubóstwo", proof="zaświadczenie ośrodka")
    TargetGroup.objects.create(
        programme=edition.programme,
        key="adults",
        kind="persons",
        title="dorośli",
        persons=60,
        persons_relation="about",
    )
    Support.objects.create(
        edition=edition, key="one", title="Asystent", fee=Decimal("12.50"), fee_per="meeting", is_free=False
    )

    blocks = blocks_of(documents.regulations(edition))

    assert [one["text"][:4].strip() for one in of_kind(blocks, "heading")] == [
        f"§ {n}." for n in range(1, 10)
    ] + ["§ 10"]
    assert tables(blocks) == [
        [["adult", ""]],
        [["Ubóstwo", "zaświadczenie ośrodka"]],
        [["food", "5", "zaświadczenie"], ["exclusion: two", "5", ""], ["exclusion: three", "10", ""]],
        [["Asystent", "12,50 zł za spotkanie"]],
    ]
    assert [one["texts"] for one in of_kind(blocks, "bullets")] == [["dorośli – około 60 os."]]
    assert ["data i godzina wpływu zgłoszenia"] in [one["texts"] for one in of_kind(blocks, "items")]


def test_a_card_shows_what_was_scored_and_a_blank_one_leaves_room() -> None:
    protocol = a_sealed_protocol()
    one = protocol.entries.select_related("application").earliest("turn").application

    filled = blocks_of(documents.card(one, one.cards.get()))
    blank = blocks_of(documents.card(one))

    assert [row[:3] for row in tables(filled)[1]] == [["food", "5", "5"], ["exclusion", "10", "10"]]
    assert (values(filled)["Razem punktów"], values(filled)["Oceniający"]) == ("15", "Jan Komisyjny")
    assert [row[2] for row in tables(blank)[1]] == ["", ""]
    assert "Tajemnicza" not in str(filled) + str(blank)


def test_the_protocol_is_printed_as_it_was_sealed_with_its_own_number() -> None:
    protocol = a_sealed_protocol()

    blocks = blocks_of(documents.protocol(protocol))

    paper = next(one for one in blocks if one["kind"] == "paper")
    assert paper["number"] == protocol.number
    assert tables(blocks)[0] == [["1", "Jan Komisyjny", "członek"]]
    assert [row[:3] for row in tables(blocks)[1]] == [["1", "Z-0001", "15"], ["2", "Z-0002", "5"]]
    assert [[row[1] for row in rows] for rows in tables(blocks)[2:5]] == [["Z-0001"], ["Z-0002"], ["Z-0003"]]
    assert protocol.digest in of_kind(blocks, "note")[0]["text"]
    assert "Tajemnicza" not in str(blocks)


def test_a_protocol_that_was_signed_since_is_printed_under_a_number_of_its_own() -> None:
    protocol = a_sealed_protocol()
    blocks_of(documents.protocol(protocol))
    seat = protocol.present.get()
    actions.sign_protocol(protocol=protocol, member=seat, way=Signing.BY_NAME, by=seat.user, at=NOW)

    blocks = blocks_of(documents.protocol(protocol))

    assert tables(blocks)[-1] == [["Jan Komisyjny", "imiennie w systemie, 09.03.2026 10:00"]]
    assert list(Printed.objects.order_by("pk").values_list("number", flat=True)) == [
        protocol.number,
        f"{protocol.number}/2",
    ]


def test_the_result_has_numbers_and_nothing_else() -> None:
    blocks = blocks_of(documents.result(a_sealed_protocol()))

    assert tables(blocks) == [[["1", "Z-0001"]], [["1", "Z-0002"]], [["1", "Z-0003"]]]
    assert "Tajemnicza" not in str(blocks)


def test_packages_of_all_that_a_filter_finds_are_one_file(client: Client) -> None:
    edition, user = an_edition(), a_user()
    a_role(user, TeamRole.SOCIAL_WORKER, edition)
    for _ in range(2):
        an_application(edition=edition)
    an_application()
    client.force_login(user)

    together = client.get(reverse("desk:packages"))
    nothing = client.get(reverse("desk:packages"), {"state": "qualified"})

    assert together.headers["Content-Disposition"] == 'attachment; filename="a-01_2.pdf"'
    assert Printed.objects.filter(edition=edition).count() == Printed.objects.count() == 2
    assert nothing.status_code == 422
    assert "nie ma czego drukować" in nothing.content.decode()
