"""A paper gets a number, keeps its data, and is found again."""

from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kladka.audit import keys
from kladka.audit.models import Entry
from kladka.papers import documents
from kladka.papers.actions import Paper, print_again
from kladka.papers.errors import PaperErased
from kladka.papers.models import Printed
from kladka.papers.queries import frame_of
from kladka.papers.tests.builders import AT, a_draft, a_paper, a_printed_paper, with_marks
from kladka.people.tests.builders import a_person
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import FundMark, Organisation, Party
from kladka.programmes.tests.builders import a_role, a_user, an_edition

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=1)


def numbers(papers: Sequence[Paper]) -> list[str]:
    return [one.printed.number for one in papers]


def test_the_same_data_keep_their_number_and_other_data_get_the_next() -> None:
    edition = an_edition(agreement_number="FESL/1")

    papers = [
        a_paper(a_draft(edition)),
        a_paper(a_draft(edition), at=LATER),
        a_paper(a_draft(edition, words="Ola"), at=LATER),
    ]

    assert numbers(papers) == ["X-01/FESL/1/001", "X-01/FESL/1/001", "X-01/FESL/1/002"]
    assert list(Entry.objects.order_by("pk").values_list("verb", flat=True)) == [
        "papers.printed",
        "papers.printed_again",
        "papers.printed",
    ]


def test_a_paper_printed_again_has_the_bytes_that_were_kept_by_their_digest() -> None:
    first = a_paper(a_draft(person=a_person()))
    again = print_again(printed=Printed.objects.get(), by=a_user(), at=LATER)

    files = [documents.file_of([one]).content for one in (first, again)]

    assert [sha256(one).hexdigest() for one in files] == [first.printed.digest] * 2


def test_what_was_printed_cannot_be_read_once_the_key_of_the_person_is_destroyed() -> None:
    person = a_person()
    kept = a_paper(a_draft(person=person, words="tajne")).printed
    assert b"tajne" not in bytes(kept.content)

    keys.destroy_key(person.public_id)

    with pytest.raises(PaperErased):
        print_again(printed=kept, by=a_user(), at=LATER)


def test_the_frame_says_who_runs_the_programme_and_when_with_its_marks() -> None:
    edition = with_marks(an_edition(agreement_number="FESL/1", regime="pl-2021-2027", title="Razem"))
    town = Organisation.objects.create(name="Gmina Przykładowo", kind="municipality")
    Party.objects.create(programme=edition.programme, key="town", role="beneficiary", organisation=town)
    FundMark.objects.create(
        programme=edition.programme, key="later", kind="partner", text="Potem", since=date(2027, 1, 1)
    )

    frame = frame_of(edition, on=AT.date())

    assert frame["foot"] == (
        "Projekt: Razem · nr FESL/1 · Beneficjent: Gmina Przykładowo · Okres realizacji: 01.01.2026 – 31.12.2027"
    )
    assert frame["line"]["alt"] == (  # type: ignore[index]
        "Oznaczenia projektu: Fundusze Europejskie dla Śląskiego; Rzeczpospolita Polska; "
        "Dofinansowane przez Unię Europejską; Śląskie."
    )


def test_the_list_finds_a_paper_by_its_number_and_gives_it_again(client: Client) -> None:
    edition, user = an_edition(agreement_number="FESL/1"), a_user()
    a_role(user, TeamRole.SOCIAL_WORKER, edition)
    kept, _other = a_printed_paper(edition), a_printed_paper(an_edition())
    client.force_login(user)

    page = client.get(reverse("papers:printed"), {"q": "x-01/fesl"})
    file = client.get(reverse("papers:again", args=[kept.pk]), {"file": "docx"})

    assert [one.number for one in page.context["page"]] == [kept.number]
    assert file.headers["Content-Type"] == documents.KINDS["docx"]
    assert file.headers["Content-Disposition"] == 'attachment; filename="x-01_x-01-fesl-1-001.docx"'
    assert file.headers["Cache-Control"] == "no-store, private"


def test_the_list_asks_the_same_of_the_database_for_one_and_for_many(client: Client) -> None:
    edition, user = an_edition(), a_user()
    a_role(user, TeamRole.COORDINATOR, edition)
    client.force_login(user)
    counted = []
    for words in ("1", "2", "3"):
        a_paper(a_draft(edition, words=words, person=a_person()))
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("papers:printed"))
        counted.append(len(queries))

    assert counted[0] == counted[-1]
