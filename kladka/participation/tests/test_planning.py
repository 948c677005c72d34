from datetime import UTC, date, datetime

import pytest

from kladka.audit import keys
from kladka.participation import errors
from kladka.participation.actions import Findings, Step, make_plan, record_diagnosis
from kladka.participation.choices import PartOfLife
from kladka.participation.models import DiagnosisScore, Plan, PlanStep
from kladka.participation.queries import findings_of, goal_of
from kladka.participation.tests.builders import a_participation
from kladka.programmes.tests.builders import a_support, a_user

pytestmark = pytest.mark.django_db

DAY = date(2026, 2, 10)
AT = datetime(2026, 2, 10, 18, tzinfo=UTC)


def test_a_plan_keeps_its_steps_in_order() -> None:
    one = a_participation()
    advice, course = a_support(one.edition), a_support(one.edition)

    make_plan(
        participation=one,
        steps=[Step(support=advice, planned_minutes=120), Step(support=course, planned_from=DAY)],
        agreed_on=DAY,
        goal="Praca",
        by=a_user(),
        at=AT,
    )

    rows = PlanStep.objects.values_list("position", "support", "planned_minutes", "planned_from")
    assert list(rows) == [(1, advice.pk, 120, None), (2, course.pk, None, DAY)]


def test_an_annex_is_a_new_version_and_the_old_plan_stays() -> None:
    one = a_participation()
    steps = [Step(support=a_support(one.edition))]

    for goal in ("Praca", "Kurs"):
        make_plan(participation=one, steps=steps, agreed_on=DAY, goal=goal, by=a_user(), at=AT)

    assert [(plan.version, goal_of(plan)) for plan in Plan.objects.all()] == [(2, "Kurs"), (1, "Praca")]


def test_an_empty_plan_is_refused() -> None:
    with pytest.raises(errors.PlanEmpty):
        make_plan(participation=a_participation(), steps=[], agreed_on=DAY, by=a_user(), at=AT)


@pytest.mark.parametrize("case", ["other edition", "ends before it begins"])
def test_a_step_that_cannot_be_is_refused(case: str) -> None:
    one = a_participation()
    step, refusal = {
        "other edition": (Step(support=a_support()), errors.SupportOfOtherEdition),
        "ends before it begins": (
            Step(support=a_support(one.edition), planned_from=DAY, planned_to=date(2026, 2, 9)),
            errors.StepEndsBeforeItBegins,
        ),
    }[case]

    with pytest.raises(refusal):
        make_plan(participation=one, steps=[step], agreed_on=DAY, by=a_user(), at=AT)


def test_a_diagnosis_keeps_a_score_for_each_part() -> None:
    one = a_participation()

    record_diagnosis(
        participation=one,
        findings=Findings(scores={PartOfLife.HOUSING: 2, PartOfLife.MOTIVATION: 5}, strengths="Upór"),
        made_on=DAY,
        by=a_user(),
        at=AT,
    )

    assert list(DiagnosisScore.objects.order_by("part").values_list("part", "score")) == [
        ("housing", 2),
        ("motivation", 5),
    ]


def test_what_is_said_in_words_opens_only_with_the_key_of_the_person() -> None:
    one = a_participation()
    findings = Findings(scores={}, barriers="Brak opieki nad dzieckiem")
    diagnosis = record_diagnosis(participation=one, findings=findings, made_on=DAY, by=a_user(), at=AT)
    plan = make_plan(
        participation=one,
        steps=[Step(support=a_support(one.edition))],
        agreed_on=DAY,
        goal="Praca",
        by=a_user(),
        at=AT,
    )
    with_key = (findings_of(diagnosis), goal_of(plan))

    keys.destroy_key(one.person.public_id)

    assert with_key == ({"barriers": "Brak opieki nad dzieckiem"}, "Praca")
    assert (findings_of(diagnosis), goal_of(plan)) == ({}, "")


def test_a_score_out_of_range_is_refused_and_nothing_is_kept() -> None:
    with pytest.raises(errors.ScoreOutOfRange):
        record_diagnosis(
            participation=a_participation(),
            findings=Findings(scores={PartOfLife.HEALTH: 6}),
            made_on=DAY,
            by=a_user(),
            at=AT,
        )

    assert DiagnosisScore.objects.count() == 0
