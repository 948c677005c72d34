"""From the records to the bytes that are sent, sealed and kept."""

import csv
import hashlib
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kladka.audit.models import Entry
from kladka.indicators.tests.builders import END, a_support_received, an_outcome, leave
from kladka.people.choices import Sex
from kladka.people.tests.builders import a_pesel
from kladka.programmes.tests.builders import a_user, an_edition
from kladka.reporting.actions import Made, export_participants, open_package
from kladka.reporting.errors import NoProfile, NothingToSend, UnknownProfile
from kladka.reporting.lines import ORDER
from kladka.reporting.models import Package, Verdict
from kladka.reporting.tests.builders import a_register, a_reported, a_reported_edition, support

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _register(db: None) -> None:  # noqa: ARG001 - needs the database
    a_register()


def exported(edition: object, *, profile: str = "", at: datetime = NOON) -> Made:
    return export_participants(edition=edition, profile=profile, by=a_user(), at=at)  # type: ignore[arg-type]


def rows_of(made: Made) -> list[dict[str, str]]:
    """The rows as a spreadsheet shows them; the second "w tym" by its own name."""
    _header, *rows = csv.reader(StringIO(made.content.decode("utf-8-sig"), newline=""), delimiter=";")
    return [dict(zip(ORDER, row, strict=True)) for row in rows]


def test_a_person_becomes_a_line_byte_for_byte() -> None:
    edition = a_reported_edition()
    number = a_pesel(date(1980, 5, 17), Sex.WOMAN, 7)
    a_reported(edition, name='Malwa; z domu "Dąb"', pesel=number)

    made = exported(edition)

    line = made.content.split(b"\r\n")[1].decode()
    assert line == (
        "PRZY.07.01-0001/23;Obywatelstwo polskie;Indywidualny;;Anna;"
        f'"Malwa; z domu ""Dąb""";{number};Nie;;Kobieta;45;'
        "Ponadgimnazjalne (ISCED 3) lub policealne (ISCED 4);Polska;przykładowe;przykładowski;Przykładowo;"
        "Przykładowo;99-999;2;999999999;a@example.org;2026-03-09;;Osoba bezrobotna;Inne;;;;;"
        "usługa aktywnej integracji;usługa o charakterze społecznym;2026-03-09;;"
        "Nie;Nie;Odmowa podania informacji;Nie;Nie;;;;;"
    )
    assert (made.content[:3], made.content[-2:]) == (b"\xef\xbb\xbf", b"\r\n")


def test_several_supports_stand_between_pipes_in_one_order_with_their_empty_slots() -> None:
    edition = a_reported_edition()
    one = a_reported(edition)
    a_support_received(one, on=date(2026, 4, 1), support=support(edition, "course"))

    (row,) = rows_of(exported(edition))

    assert [row[name] for name in ("support_scope", "support_kind", "support_detail", "support_start")] == [
        "|",
        "usługa aktywnej integracji|krajowe szkolenie/kurs",
        "usługa o charakterze społecznym|",
        "2026-03-09|2026-04-01",
    ]


def test_who_left_stands_with_the_end_the_path_and_the_best_situation() -> None:
    edition = a_reported_edition()
    one = leave(a_reported(edition))
    an_outcome(one, "seeking_work", date(2026, 6, 2), paper=None)
    an_outcome(one, "employed", date(2026, 6, 20), paper=date(2026, 6, 25))

    (row,) = rows_of(exported(edition))

    assert (row["end_date"], row["path_completed"], row["situation_at_exit"]) == (
        END.isoformat(),
        "Tak",
        "Osoba podjęła pracę/rozpoczęła prowadzenie działalności na własny rachunek",
    )


def test_somebody_without_a_pesel_stands_with_another_identifier() -> None:
    edition = a_reported_edition()
    a_reported(edition, identifier="AB123456", identifier_kind="passport")

    (row,) = rows_of(exported(edition))

    assert (row["pesel"], row["no_pesel"]) == ("AB123456", "Tak")


def test_a_line_with_an_error_stays_out_and_is_told() -> None:
    edition = a_reported_edition()
    a_reported(edition, name="Good")
    bad = a_reported(edition, name="Bad", education="")

    made = exported(edition)

    verdict = Verdict.objects.get(participation=bad)
    assert ([row["last_name"] for row in rows_of(made)], made.package.rows, made.package.left_out) == (
        ["Good"],
        1,
        1,
    )
    assert [(one["rule"], one["field"]) for one in verdict.findings] == [("V00", "education_level")]


def test_a_line_with_a_warning_goes() -> None:
    edition = a_reported_edition()
    one = a_reported(edition, phone="")

    made = exported(edition)

    assert (made.package.rows, [one["key"] for one in Verdict.objects.get(participation=one).findings]) == (
        1,
        ["no_phone"],
    )


def test_only_what_changed_is_checked_again() -> None:
    edition = a_reported_edition()
    same, changed = a_reported(edition), a_reported(edition)
    exported(edition)
    changed.technical_id = "T-7"
    changed.save()

    later = datetime(2026, 7, 2, 12, tzinfo=UTC)
    exported(edition, at=later)

    checked = {one.participation_id: one.checked_at for one in Verdict.objects.all()}
    assert checked == {same.pk: NOON, changed.pk: later}


def test_missing_exit_data_become_an_error_after_four_weeks_without_any_change() -> None:
    edition = a_reported_edition()
    leave(a_reported(edition), asked=False)

    rows = [
        exported(edition, at=datetime(2026, *day, 12, tzinfo=UTC)).package.rows for day in ((6, 28), (6, 29))
    ]

    assert rows == [1, 0]


def test_who_has_not_started_or_starts_later_is_not_in_the_file() -> None:
    edition = a_reported_edition()
    a_reported(edition)

    with pytest.raises(NothingToSend):
        exported(edition, at=datetime(2026, 3, 8, 12, tzinfo=UTC))


def test_what_was_sent_is_kept_sealed_with_its_digest_and_opens_as_it_was() -> None:
    edition, user = a_reported_edition(), a_user()
    one = a_reported(edition)
    made = exported(edition)
    one.remark = "zmiana"
    one.save()

    kept = Package.objects.get()
    opened = open_package(package=kept, by=user, at=NOON)

    assert (opened, kept.digest, kept.size, kept.file_name) == (
        made.content,
        hashlib.sha256(made.content).hexdigest(),
        len(made.content),
        "Uczestnicy_projektu_Efs_2026-07-01.csv",
    )
    assert one.person.last_name.encode() not in bytes(kept.content)
    assert list(Entry.objects.values_list("verb", flat=True).order_by("pk")) == [
        "reporting.package_made",
        "reporting.package_opened",
    ]


def test_a_regime_without_a_layout_names_the_one_to_force() -> None:
    edition = an_edition(regime="pl-2014-2020-silesia")

    with pytest.raises(NoProfile, match="--profile sm-efs"):
        exported(edition)


def test_a_forced_layout_says_that_it_was_forced() -> None:
    edition = a_reported_edition(regime="pl-2014-2020-silesia")
    a_reported(edition)

    assert exported(edition, profile="sm-efs").package.is_forced


def test_an_unknown_layout_names_those_that_exist() -> None:
    with pytest.raises(UnknownProfile, match="sm-efs"):
        exported(a_reported_edition(), profile="pefs")


def queries_of(edition: object) -> int:
    with CaptureQueriesContext(connection) as seen:
        exported(edition)
    return len(seen)


def test_a_file_costs_as_many_queries_for_one_as_for_many() -> None:
    one, many = a_reported_edition(), a_reported_edition()
    a_reported(one)
    for _ in range(4):
        a_reported(many)

    assert queries_of(one) == queries_of(many)
