from datetime import date

import pytest

from kladka.participation import errors, rules
from kladka.participation.choices import Education, Kind, LabourDetail, LabourStatus, Missing, State
from kladka.participation.rules import Received, Residence, Standing
from kladka.programmes.rules import Period

FIRST, NEXT = date(2026, 3, 2), date(2026, 3, 9)
QUALIFIED = Standing(
    name="Anna Malinowa", kind=Kind.PARTICIPANT, opened_on=FIRST, declared_on=FIRST, left_on=None
)


def received(first_on: date, last_on: date | None = None) -> Received:
    return Received(
        participation_id=1, support_id=1, first_on=first_on, last_on=last_on or first_on, minutes=90
    )


@pytest.mark.parametrize(
    ("started_on", "left_on", "state"),
    [
        (None, None, State.QUALIFIED),
        (NEXT, None, State.QUALIFIED),
        (None, date(2026, 3, 1), State.WITHDRAWN),
        (FIRST, None, State.PARTICIPANT),
        (FIRST, date(2026, 3, 5), State.PARTICIPANT),
        (FIRST, date(2026, 3, 4), State.ENDED),
    ],
)
def test_state_follows_from_start_and_last_day(
    started_on: date | None, left_on: date | None, state: State
) -> None:
    assert rules.state_on(date(2026, 3, 5), started_on=started_on, left_on=left_on) == state


def test_declaration_and_counselling_of_one_day_may_start() -> None:
    rules.check_received(received(FIRST), QUALIFIED, on=NEXT)


@pytest.mark.parametrize(
    ("day", "declared_on", "missing"),
    [
        (FIRST, FIRST, []),
        (date(2026, 3, 1), FIRST, [Missing.AGREEMENT, Missing.DECLARATION]),
        (NEXT, None, [Missing.DECLARATION]),
        (FIRST, NEXT, [Missing.DECLARATION]),
    ],
)
def test_what_misses_is_said(day: date, declared_on: date | None, missing: list[Missing]) -> None:
    standing = Standing(
        name="Anna", kind=Kind.PARTICIPANT, opened_on=FIRST, declared_on=declared_on, left_on=None
    )

    assert rules.missing_on(day, standing) == missing


def test_the_close_environment_needs_no_declaration() -> None:
    standing = Standing(name="Jan", kind=Kind.ENVIRONMENT, opened_on=FIRST, declared_on=None, left_on=None)

    assert rules.missing_on(FIRST, standing) == []


def test_a_support_of_tomorrow_is_refused() -> None:
    with pytest.raises(errors.SupportInFuture, match=r"Record this on March 9, 2026 at the earliest"):
        rules.check_received(received(FIRST, NEXT), QUALIFIED, on=date(2026, 3, 8))


def test_a_support_before_the_papers_names_the_person_and_the_papers() -> None:
    with pytest.raises(errors.NotYetQualified) as refused:
        rules.check_received(received(date(2026, 3, 1)), QUALIFIED, on=NEXT)

    assert str(refused.value) == (
        "Anna Malinowa cannot be recorded on March 1, 2026: "
        "first add what is missing (the agreement and the declaration of entry)."
    )


def test_a_support_after_the_last_day_is_refused() -> None:
    left = Standing(name="Anna", kind=Kind.PARTICIPANT, opened_on=FIRST, declared_on=FIRST, left_on=FIRST)

    with pytest.raises(errors.LeftBeforeSupport, match=r"Anna took part until March 2, 2026"):
        rules.check_received(received(NEXT), left, on=NEXT)


@pytest.mark.parametrize(
    ("first_on", "last_on", "refusal"),
    [
        (date(2026, 3, 1), NEXT, errors.SupportBeforeEdition),
        (FIRST, date(2026, 3, 10), errors.SupportAfterEdition),
    ],
)
def test_a_support_outside_the_edition_is_refused(
    first_on: date, last_on: date, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        rules.check_in_edition(first_on, last_on, Period.of_days(FIRST, NEXT))


def test_the_first_and_the_last_day_of_an_edition_are_in() -> None:
    rules.check_in_edition(FIRST, NEXT, Period.of_days(FIRST, NEXT))
    rules.check_in_edition(FIRST, NEXT, Period())


@pytest.mark.parametrize(
    ("signed_on", "refusal"),
    [(date(2026, 3, 10), errors.SignedInFuture), (date(2026, 3, 6), errors.SignedAfterEdition)],
)
def test_a_paper_is_signed_by_today_and_within_the_edition(signed_on: date, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        rules.check_signing(signed_on, ends_on=date(2026, 3, 5), on=NEXT)


@pytest.mark.parametrize(
    ("status", "detail"),
    [
        (LabourStatus.UNEMPLOYED, LabourDetail.NOT_IN_EDUCATION),
        (LabourStatus.EMPLOYED, LabourDetail.LONG_TERM),
        ("", LabourDetail.LONG_TERM),
    ],
)
def test_a_detail_of_another_status_is_refused(status: str, detail: str) -> None:
    with pytest.raises(errors.DetailOfOtherStatus):
        rules.check_labour(status, detail)


def test_every_detail_belongs_to_exactly_one_status() -> None:
    owners = {
        detail: [status for status in LabourStatus.values if detail in rules.details_of(status)]
        for detail in LabourDetail.values
    }

    assert {len(statuses) for statuses in owners.values()} == {1}


def test_every_education_has_its_levels() -> None:
    assert set(rules.ISCED) == set(Education)


@pytest.mark.parametrize(
    ("left_on", "refusal"),
    [
        (date(2026, 3, 20), errors.LeavesInFuture),
        (date(2026, 3, 1), errors.LeavesBeforeAgreement),
        (date(2026, 3, 8), errors.LeavesBeforeLastSupport),
    ],
)
def test_a_last_day_lies_between_the_last_support_and_today(left_on: date, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        rules.check_leaving(left_on, opened_on=FIRST, last_support_on=NEXT, on=date(2026, 3, 19))


def test_the_follow_up_is_due_after_four_weeks() -> None:
    assert rules.follow_up_due(date(2026, 5, 31)) == date(2026, 6, 28)


@pytest.mark.parametrize(
    ("happened_on", "refusal"), [(FIRST, errors.OutcomeBeforeAgreement), (NEXT, errors.OutcomeInFuture)]
)
def test_an_outcome_has_happened_since_the_agreement(happened_on: date, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        rules.check_outcome_day(happened_on, opened_on=FIRST, on=date(2026, 3, 8))


def test_residence_is_that_of_the_day_or_the_first_one_known_after_it() -> None:
    old = Residence(date(2020, 1, 1), date(2026, 3, 4), "2469011", "Katowice", "40-001")
    new = Residence(date(2026, 3, 5), None, "2475011", "Sosnowiec", "41-200")

    found = [
        rules.residence_on(date(2026, 3, 4), [new, old]),
        rules.residence_on(date(2026, 3, 5), [new, old]),
        rules.residence_on(date(2019, 1, 1), [new]),
        rules.residence_on(date(2026, 3, 4), []),
    ]

    assert found == [old, new, new, None]


@pytest.mark.parametrize("score", [0, 6])
def test_scores_go_from_one_to_five(score: int) -> None:
    with pytest.raises(errors.ScoreOutOfRange):
        rules.check_scores([1, 5, score])
