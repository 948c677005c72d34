"""The worked example of the field: seven people, and who of them counts in what."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kladka.activities.actions import record_attendance
from kladka.activities.choices import Mark
from kladka.activities.tests.builders import TEN, a_meeting, a_session
from kladka.indicators.catalogue import common, measures
from kladka.indicators.models import ManualDecision
from kladka.indicators.queries import Figure, figures, ledger, matrix, would_count
from kladka.indicators.rules import Lack
from kladka.indicators.tests.builders import (
    END,
    START,
    a_measure,
    a_participant,
    a_support_received,
    a_target,
    an_outcome,
    leave,
)
from kladka.participation.models import Participation
from kladka.participation.tests.builders import a_declared_participation, a_snapshot
from kladka.people.models import Person
from kladka.people.tests.builders import a_person
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import MOMENT, a_user, an_edition

pytestmark = pytest.mark.django_db
TODAY = date(2026, 7, 1)
ANY_RESULT = "job_seeking_learning_qualified_or_employed_after_exit"
NO_FLAGS = {"has_disability": "no", "homeless": "no", "minority": "refused", "foreign_origin": "no"}


@pytest.fixture
def seven() -> Edition:
    """A to F; G only visited open events and is nobody's participation."""
    edition = an_edition()
    a = leave(a_participant(edition, name="A", age=24, flags=NO_FLAGS))
    a_support_received(a, on=START)
    a_support_received(a, on=date(2026, 4, 1))
    an_outcome(a, "employed", date(2026, 6, 20), paper=date(2026, 6, 25))
    inactive = {"labour_status": "inactive", "labour_detail": "not_in_education"}
    b = leave(
        a_participant(
            edition, name="B", sex="man", age=58, flags={**NO_FLAGS, "has_disability": "yes"}, **inactive
        )
    )
    an_outcome(b, "seeking_work", date(2026, 6, 10), paper=date(2026, 6, 12))
    c = leave(a_participant(edition, name="C", age=41, flags=NO_FLAGS))
    an_outcome(c, "qualification", date(2026, 5, 12), paper=date(2026, 6, 3))
    d = leave(a_participant(edition, name="D", sex="man", age=33, flags=NO_FLAGS), completed=False)
    an_outcome(d, "employed", date(2026, 7, 15), paper=date(2026, 7, 20))
    working = {"labour_status": "employed", "labour_detail": "ngo"}
    e = leave(a_participant(edition, name="E", age=46, flags=NO_FLAGS, **working))
    an_outcome(e, "employed", date(2026, 6, 1), paper=date(2026, 6, 2))
    pupil = {"labour_status": "inactive", "labour_detail": "in_education", "education": "isced_2"}
    f = leave(a_participant(edition, name="F", sex="man", age=17, flags=NO_FLAGS, **pupil))
    an_outcome(f, "qualification", date(2026, 6, 5), paper=date(2026, 6, 5))
    an_outcome(f, "employed", date(2026, 6, 6), paper=date(2026, 6, 7))
    return edition


def names(key: str, edition: Edition) -> str:
    return "".join(sorted(one.person.last_name for one in ledger(measures()[key], edition, on=TODAY)))


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("EECO01", "ABCDEF"),
        ("EECO02", "ACD"),
        ("EECO04", "BF"),
        ("EECO05", "E"),
        ("EECO06", "F"),
        ("EECO07", "A"),
        ("EECO08", "B"),
        ("EECO09", "F"),
        ("EECO12", "B"),
        ("EECO15", ""),
        ("EECR01", "B"),
        ("EECR02", ""),
        ("EECR03", "CF"),
        ("EECR04", "A"),
        ("CO04", "B"),
        ("CO08", "B"),
        ("CR01", "B"),
        ("CR05", "B"),
        (ANY_RESULT, "ABCF"),
        ("completed_path", "ABCEF"),
    ],
)
def test_each_of_the_worked_example_counts_where_the_field_counts_them(
    seven: Edition, key: str, expected: str
) -> None:
    assert names(key, seven) == expected


def test_the_matrix_holds_the_same_people_by_sex(seven: Edition) -> None:
    every = [one for one in measures().values() if not one.by_hand]

    found = figures(every, edition=seven, on=TODAY)

    assert {one.key: found[one.key].total for one in every} == {
        one.key: len(names(one.key, seven)) for one in every
    }
    assert (found["EECO01"], found[ANY_RESULT]) == (Figure(3, 3, 6), Figure(2, 2, 4))


def test_the_matrix_is_one_statement_however_many_measures_and_people(seven: Edition) -> None:
    with CaptureQueriesContext(connection) as few:
        figures([measures()["EECO01"]], edition=seven, on=TODAY)
    with CaptureQueriesContext(connection) as many:
        figures(common("2021-2027"), edition=seven, on=TODAY)

    assert (len(few), len(many)) == (1, 1)


def start_again(person: Person, edition: Edition) -> None:
    again = Participation.objects.create(person=person, edition=edition, number="again", opened_on=END)
    again.started_on, again.snapshot = END, a_snapshot(again, started_on=END)
    again.save()


def test_a_person_with_two_participations_counts_once() -> None:
    edition, person = an_edition(), a_person()
    leave(a_participant(edition, person=person))
    start_again(person, edition)

    figure = figures([measures()["EECO01"]], edition=edition, on=TODAY)["EECO01"]

    assert (figure, len(ledger(measures()["EECO01"], edition, on=TODAY))) == (Figure(1, 0, 1), 1)


def test_the_close_environment_is_counted_apart() -> None:
    edition = an_edition()
    near = a_participant(edition)
    near.kind = "environment"
    near.save()

    found = figures(
        [measures()["EECO01"], measures()["close_environment_supported"]], edition=edition, on=TODAY
    )

    assert [one.total for one in found.values()] == [0, 1]


def test_an_output_counts_because_of_the_first_support() -> None:
    edition = an_edition()
    one = a_participant(edition)
    first = a_support_received(one, on=START)
    a_support_received(one, on=date(2026, 4, 1), scope="vocational")

    (line,) = ledger(measures()["EECO01"], edition, on=TODAY)

    assert [(proof.kind, proof.title, proof.day) for proof in line.proofs] == [
        ("support", str(first.support), START)
    ]


def test_a_tick_counts_because_of_its_session() -> None:
    edition = an_edition()
    first, (one, other) = a_meeting(edition, "Malwa", "Dąb")
    second = a_session(first.activity, starts_at=TEN + timedelta(days=7))
    for session, present in ((first, one), (second, one), (second, other)):
        record_attendance(session=session, marks={present: Mark.PRESENT}, by=a_user(), at=session.ends_at)

    lines = ledger(measures()["EECO01"], edition, on=TODAY)

    assert {
        (line.person.last_name, proof.kind, proof.session) for line in lines for proof in line.proofs
    } == {
        ("Malwa", "session", first),
        ("Dąb", "session", second),
    }


def test_a_result_counts_because_of_its_paper(seven: Edition) -> None:
    (line,) = ledger(measures()["EECR04"], seven, on=TODAY)

    assert [(one.kind, one.day, one.paper, one.received_on) for one in line.proofs] == [
        ("outcome", date(2026, 6, 20), "umowa o pracę", date(2026, 6, 25))
    ]


def test_a_kind_of_service_counts_because_of_that_service() -> None:
    edition = an_edition()
    one = a_participant(edition)
    a_support_received(one, on=START)
    later = a_support_received(one, on=date(2026, 4, 1), scope="vocational")

    (line,) = ledger(measures()["vocational"], edition, on=TODAY)

    assert [proof.title for proof in line.proofs] == [str(later.support)]


def lacking(key: str, edition: Edition) -> list[tuple[Lack, ...]]:
    return [one.lacks for one in would_count(measures()[key], edition, on=TODAY)]


def test_somebody_qualified_would_count_after_the_first_support() -> None:
    edition = an_edition()
    a_declared_participation(edition=edition)

    assert [lacking(key, edition) for key in ("EECO01", "EECO02", "EECO05", "EECO12")] == [
        [(Lack("support"),)],
        [(Lack("support"),)],
        [],
        [(Lack("support"), Lack("trait", "has_disability"))],
    ]


def test_somebody_whose_answer_nobody_knows_would_count_if_it_were_known() -> None:
    edition = an_edition()
    a_participant(edition, education="", age=30)

    assert [lacking(key, edition) for key in ("EECO09", "EECO12", "EECO08")] == [
        [(Lack("trait", "education"),)],
        [(Lack("trait", "has_disability"),)],
        [],
    ]


def test_a_refused_answer_is_an_answer() -> None:
    edition = an_edition()
    a_participant(edition, flags=NO_FLAGS)

    assert (names("EECO15", edition), lacking("EECO15", edition)) == ("", [])


def test_a_result_without_its_paper_would_count_with_it() -> None:
    edition = an_edition()
    one = leave(a_participant(edition))
    an_outcome(one, "employed", date(2026, 6, 20), paper=None)

    assert (names("EECR04", edition), lacking("EECR04", edition)) == ("", [(Lack("paper", "employed"),)])


def test_who_was_not_asked_after_leaving_would_count_if_asked() -> None:
    edition = an_edition()
    leave(a_participant(edition), asked=False)

    assert lacking("EECR04", edition) == [(Lack("follow_up", due=date(2026, 6, 28)),)]


def test_nobody_who_counts_would_also_count(seven: Edition) -> None:
    every = [one for one in measures().values() if not one.by_hand]
    counted = {one.key: set(names(one.key, seven)) for one in every}

    both = {
        one.key
        for one in every
        if counted[one.key] & {line.person.last_name for line in would_count(one, seven, on=TODAY)}
    }

    assert both == set()


def decide(edition: Edition, key: str, one: Participation, *, counted: bool) -> None:
    ManualDecision.objects.create(
        edition=edition,
        counts=key,
        participation=one,
        is_counted=counted,
        reason="opinia",
        decided_by=a_user(),
        decided_at=MOMENT,
    )


def test_a_decision_goes_before_the_rule_and_the_newest_holds() -> None:
    edition = an_edition()
    one = a_participant(edition)
    rule = [measures()["EECO01"], measures()["EECO05"]]

    before = figures(rule, edition=edition, on=TODAY)
    decide(edition, "EECO01", one, counted=False)
    decide(edition, "EECO05", one, counted=True)
    after = figures(rule, edition=edition, on=TODAY)
    decide(edition, "EECO01", one, counted=True)
    again = figures(rule, edition=edition, on=TODAY)

    totals = [[found[each.key].total for each in rule] for found in (before, after, again)]
    assert totals == [[1, 0], [0, 1], [1, 1]]


def test_what_is_decided_shows_the_reason_as_its_proof() -> None:
    edition = an_edition()
    decide(edition, "EECO05", a_participant(edition), counted=True)

    (line,) = ledger(measures()["EECO05"], edition, on=TODAY)

    assert [(one.kind, one.title) for one in line.proofs] == [("decision", "opinia")]


def queries_of(edition: Edition, key: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        list(ledger(measures()[key], edition, on=TODAY)[0:50])
    return len(seen)


@pytest.mark.parametrize("key", ["EECO01", "EECR04"])
def test_a_page_of_the_ledger_costs_the_same_for_one_and_for_many(key: str) -> None:
    one, many = an_edition(), an_edition()
    for edition, number in ((one, 1), (many, 5)):
        for _ in range(number):
            person = leave(a_participant(edition))
            a_support_received(person)
            an_outcome(person, "employed", date(2026, 6, 20), paper=date(2026, 6, 25))

    assert queries_of(one, key) == queries_of(many, key)


def test_a_part_of_another_measure_is_the_promise_of_its_own() -> None:
    edition = an_edition()
    everybody = a_measure(edition, "EECO01")
    whole = a_target(everybody, edition, total=80)
    a_target(everybody, edition, key="older", title="of whom over 54", within=whole, total=10)
    disabled = a_measure(edition, "EECO12")
    part = {"key": "disabled", "within": whole, "total": 2, "total_relation": "at_least"}
    a_target(disabled, edition, **part)
    a_participant(edition, flags={**NO_FLAGS, "has_disability": "yes"})
    a_participant(edition, flags=NO_FLAGS)

    rows = {row.key: row for row in matrix(edition, on=TODAY) if row.targets}

    said = {key: (row.reached, row.missing, row.share, len(row.parts)) for key, row in rows.items()}
    assert said == {"EECO01": (2, 78, Decimal("2.5"), 1), "EECO12": (1, 1, Decimal("50.0"), 0)}


@pytest.mark.parametrize("key", ["EECO17", "CO19"])
def test_rural_areas_are_counted_by_what_was_frozen_at_the_start(key: str) -> None:
    edition = an_edition()
    for degree in (1, 3, None):
        a_participant(edition, degurba=degree)

    assert figures([measures()[key]], edition=edition, on=TODAY) == {key: Figure(1, 0, 1, 1)}
