"""The same file back gives the same people."""

from datetime import UTC, date, datetime

import pytest

from kladka.imports.errors import FileRefused
from kladka.imports.tests.builders import taken_in
from kladka.indicators.tests.builders import a_support_received, an_outcome, leave
from kladka.municipalities.queries import in_municipality
from kladka.participation.models import Participation
from kladka.programmes.tests.builders import a_user
from kladka.reporting.actions import export_participants
from kladka.reporting.tests.builders import a_register, a_reported, a_reported_edition, support

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)


def made_here() -> bytes:
    a_register()
    edition = a_reported_edition()
    a_reported(edition, name="Malwa")
    two = a_reported(
        edition, name="Dąb", sex="man", education="isced_5_8", labour_status="inactive", labour_detail=""
    )
    a_support_received(two, on=date(2026, 4, 1), support=support(edition, "course"))
    three = leave(a_reported(edition, name="Klon", citizenship="outside_eu"))
    an_outcome(three, "employed", date(2026, 6, 20), paper=None)
    return export_participants(edition=edition, by=a_user(), at=NOON).content


@pytest.mark.usefixtures("other_municipality")
def test_an_exported_file_read_into_an_empty_municipality_gives_the_same_file() -> None:
    sent = made_here()

    with in_municipality("other"):
        edition = a_reported_edition()
        done = taken_in(sent, edition, at=NOON)
        again = export_participants(edition=edition, by=a_user(), at=NOON).content

    assert (done.new, done.duplicate, done.problems) == (3, 0, [])
    assert sorted(again.split(b"\r\n")) == sorted(sent.split(b"\r\n"))


def test_reading_the_same_file_where_it_was_made_adds_nobody() -> None:
    sent = made_here()
    edition = Participation.objects.earliest("pk").edition

    done = taken_in(sent, edition, at=NOON)

    assert (done.new, done.duplicate, Participation.objects.count()) == (0, 3, 3)


def test_a_line_that_cannot_be_is_left_out_with_its_reason_and_the_others_come_in() -> None:
    sent = made_here().replace(b"2026-03-09;;Osoba bierna", b"2026-13-09;;Osoba bierna")
    edition = Participation.objects.earliest("pk").edition

    row = next(at for at, line in enumerate(sent.split(b"\r\n"), start=1) if b"2026-13-09" in line)

    done = taken_in(sent, edition, at=NOON)

    assert (done.duplicate, [(one.row, one.rule, one.problem) for one in done.problems]) == (
        2,
        [(row, "V09", "“2026-13-09” is no day.")],
    )


def test_another_file_is_refused_whole() -> None:
    with pytest.raises(FileRefused, match="No sheet has a row of headers"):
        taken_in(b"a;b\r\n", a_reported_edition(), at=NOON)


@pytest.mark.usefixtures("other_municipality")
def test_no_cell_of_the_file_is_a_formula_and_it_still_comes_back_the_same() -> None:
    a_register()
    edition = a_reported_edition()
    one = a_reported(edition, name="=HYPERLINK(1)", phone="+48600100200")
    Participation.objects.filter(pk=one.pk).update(remark="-1+cmd|' /C calc'!A0")
    sent = export_participants(edition=edition, by=a_user(), at=NOON).content

    with in_municipality("other"):
        other = a_reported_edition()
        done = taken_in(sent, other, at=NOON)
        again = export_participants(edition=other, by=a_user(), at=NOON).content

    cells = sent.decode("utf-8-sig").splitlines()[1].split(";")
    assert (cells[5], cells[19], cells[42]) == ("'=HYPERLINK(1)", "+48600100200", "'-1+cmd|' /C calc'!A0")
    assert (done.new, again) == (1, sent)
