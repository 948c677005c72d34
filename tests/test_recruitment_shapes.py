"""The five shapes of scoring that are met in use (recruitment §5), each entered as a programme file, without code."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from kladka.accounts.models import User
from kladka.definitions.actions import load
from kladka.definitions.reading import read
from kladka.definitions.tests.builders import A_FILE, refusals
from kladka.people.choices import Sex
from kladka.people.tests.builders import a_person
from kladka.programmes.tests.builders import a_user
from kladka.recruitment import actions
from kladka.recruitment.actions import Said
from kladka.recruitment.models import Application, Criterion, CriterionOption, Ground, GroundClaim, Round
from kladka.recruitment.queries.ranking import ranked

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 9, 9, tzinfo=UTC)
Told = dict[str, Any]


def row(section: str, key: str, **said: object) -> str:
    lines = [f"[[{section}]]", f'key = "{key}"']
    lines += [
        f"{name} = {value}" if isinstance(value, int) else f'{name} = "{value}"'
        for name, value in said.items()
    ]
    return "\n".join(lines) + "\n\n"


def criterion(key: str, kind: str = "premium", **said: object) -> str:
    return row("criteria", key, scheme="one", kind=kind, title=key, **said)


def level(of: str, key: str, points: str, **said: object) -> str:
    return row("criterion_options", key, criterion=of, title=key, points=points, **said)


def scheme(**said: object) -> str:
    return row("schemes", "one", title="Scheme", **said)


def spring(**said: object) -> str:
    return row("rounds", "spring", title="Spring", scheme="one", **said)


def the_round(text: str) -> Round:
    assert refusals(A_FILE + text) == []
    load(file=read((A_FILE + text).encode()), municipality_code="9901011", by=a_user(), at=NOW)
    return Round.objects.get()


def applied(
    there: Round, told: Told, *, hours: int = 0, born: date = date(1980, 3, 1), sex: str = Sex.MAN
) -> Application:
    """Somebody who applied so many hours after the first, with a card that says this."""
    came = datetime(2026, 3, 2, 9, tzinfo=UTC) + timedelta(hours=hours)
    submission = actions.Submission(edition=there.edition, round=there, received_at=came, is_complete=True)
    person, clerk = a_person(birth_date=born, sex=sex), a_user()
    one = actions.submit_application(applicant=person, submission=submission, by=clerk, at=NOW)
    card(one, told, by=clerk)
    return one


def card(one: Application, told: Told, *, by: User) -> Decimal:
    said = {Criterion.objects.get(key=key).pk: _said(value) for key, value in told.items()}
    return actions.score_application(application=one, said=said, by=by, at=NOW).total


def _said(value: object) -> Said:
    if isinstance(value, bool):
        return Said(is_met=value, evidence="seen")
    if isinstance(value, int):
        return Said(number=Decimal(value), evidence="seen")
    keys = value if isinstance(value, tuple) else (value,)
    rows = CriterionOption.objects.filter(key__in=keys).values_list("pk", flat=True)
    return Said(levels=frozenset(rows), evidence="seen")


def lists(there: Round) -> dict[str, tuple[str, ...]]:
    found = ranked(there).lists
    return {"main": found.main, "reserve": found.reserve, "none": found.no_place}


A = (
    scheme(combining="share")
    + row("scheme_sources", "a", scheme="one", source="questionnaire", weight="30", maximum="25")
    + row("scheme_sources", "b", scheme="one", source="interview", weight="50", maximum="20")
    + row("scheme_sources", "c", scheme="one", source="documents", weight="20", maximum="15")
    + criterion("woman", points="10", source="questionnaire", trait="women")
    + criterion("exclusion", source="interview", answer="number", trait="grounds")
    + level("exclusion", "two", "5", at_least="2")
    + level("exclusion", "three", "10", at_least="3")
    + criterion("disability", source="documents", answer="one", evidence="certificate")
    + level("disability", "moderate", "5")
    + level("disability", "severe", "10")
    + criterion("coupled", points="5", source="documents", exclusive_group="kind")
    + criterion("mental", points="5", source="documents", exclusive_group="kind")
    + criterion("rural", points="10", source="interview")
    + criterion("leaving", source="questionnaire", answer="several", maximum="10")
    + level("leaving", "care", "5")
    + level("leaving", "prison", "5")
    + criterion("food", points="5", source="questionnaire", evidence="certificate")
    + row("tie_breaks", "first", scheme="one", by="criterion", criterion="disability")
    + spring(limit=10, reserve=10)
)


def test_a_an_integration_centre_of_60_points_with_weights_by_source() -> None:
    there = the_round(A)
    everything = {
        "woman": True,
        "exclusion": 4,
        "disability": "severe",
        "coupled": True,
        "mental": True,
        "rural": True,
        "leaving": ("care", "prison"),
        "food": True,
    }

    whole = applied(there, everything)
    half = applied(there, {"woman": True, "exclusion": 2, "disability": "moderate", "leaving": "care"})

    totals = [one.cards.get().total for one in (whole, half)]
    # 15 of 25 at 30 %, 5 of 20 at 50 %, 5 of 15 at 20 %
    assert totals == [Decimal(100), Decimal("37.17")]
    assert sum(one.points for one in whole.cards.get().results.all()) == Decimal(
        65
    )  # both kinds of one group


@pytest.mark.parametrize(("combining", "total"), [("sum", "25"), ("weighted", "8.00")])
def test_a_the_formula_is_a_setting(combining: str, total: str) -> None:
    there = the_round(A.replace('combining = "share"', f'combining = "{combining}"'))

    one = applied(there, {"woman": True, "exclusion": 2, "disability": "moderate", "leaving": "care"})

    assert one.cards.get().total == Decimal(total)


def test_b_care_services_where_a_low_income_goes_first() -> None:
    there = the_round(
        scheme()
        + criterion("low-income", "precedence", evidence="certificate")
        + criterion("exclusion", answer="number")
        + level("exclusion", "two", "3", at_least="2")
        + level("exclusion", "more", "5", at_least="3")
        + criterion("disability", answer="one", evidence="certificate")
        + level("disability", "moderate", "3")
        + level("disability", "severe", "5")
        + criterion("priority-kind", points="5")
        + criterion("food", points="2")
        + criterion("degraded-area", points="3")
        + criterion("alone", points="3")
        + spring(limit=1, reserve=1)
    )

    rich = applied(there, {"disability": "severe", "priority-kind": True, "alone": True, "exclusion": 3})
    poor = applied(there, {"low-income": True, "alone": True})

    assert lists(there) == {"main": (poor.number,), "reserve": (rich.number,), "none": ()}
    assert rich.cards.get().total == Decimal(18)


def test_c_adult_skills_where_the_order_of_application_parts_equals() -> None:
    there = the_round(
        scheme()
        + criterion("woman", points="2", trait="women")
        + criterion("disability", points="5")
        + criterion("rural", points="3")
        + criterion("sixty", points="5", trait="age", age_from=60)
        + criterion("below-secondary", points="2")
        + row("tie_breaks", "time", scheme="one", by="received")
        + spring(limit=1, reserve=1)
    )

    late = applied(there, {"sixty": True}, hours=5, born=date(1960, 1, 1))
    early = applied(there, {"woman": True, "rural": True}, sex=Sex.WOMAN)

    assert lists(there) == {"main": (early.number,), "reserve": (late.number,), "none": ()}


def test_d_a_club_with_all_conditions_together_and_a_point_per_trait() -> None:
    there = the_round(
        scheme()
        + "".join(criterion(key, "formal") for key in ("resident", "age", "not-working"))
        + criterion("alone", points="2")
        + criterion("disabled", points="1")
        + row("tie_breaks", "time", scheme="one", by="received")
        + spring(limit=2, reserve=5)
    )
    fit = {"resident": True, "age": True, "not-working": True}

    works = applied(there, {**fit, "not-working": False, "alone": True, "disabled": True})
    second = applied(there, fit, hours=2)
    first = applied(there, {**fit, "alone": True}, hours=3)
    third = applied(there, fit, hours=4)

    assert lists(there) == {
        "main": (second.number, first.number)[::-1],
        "reserve": (third.number,),
        "none": (),
    }
    assert [(one.number, one.failed) for one in ranked(there).lists.out] == [
        (works.number, ("Formal criterion not met: not-working.",))
    ]


def test_e_work_placements_with_a_graded_criterion_and_a_quota_outside_the_priority_groups() -> None:
    there = the_round(
        scheme()
        + criterion("former", points="20")
        + criterion("town", answer="one")
        + level("town", "medium", "10")
        + level("town", "small", "15")
        + criterion("experience", answer="number")
        + level("experience", "none", "10", at_least="0")
        + level("experience", "up-to-five", "5", at_least="1")
        + level("experience", "more", "0", at_least="6")
        + criterion("outside", "quota")
        + spring(limit=4)
        + row("round_quotas", "others", round="spring", trait="criterion", criterion="outside", share="25")
    )

    people = [
        applied(there, {"former": True, "town": "small", "experience": years}, hours=years)
        for years in (0, 1, 2, 6, 9)
    ]
    outside = applied(there, {"town": "medium", "experience": 9, "outside": True})

    totals = [one.cards.get().total for one in (*people, outside)]
    assert totals == [Decimal(points) for points in (45, 40, 40, 35, 35, 10)]
    assert set(lists(there)["main"]) == {outside.number, *(one.number for one in people[:3])}


def test_what_the_record_knows_is_found_there() -> None:
    there = the_round(
        row("grounds", "poverty", code="art7.poverty", title="poverty")
        + scheme()
        + criterion("woman", points="1", trait="women")
        + spring(limit=1, reserve=0)
        + row("round_quotas", "poor", round="spring", trait="ground", ground="poverty", number=1)
    )
    applied(there, {"woman": True})
    poor = applied(there, {})
    poverty = Ground.objects.get()
    for one in Application.objects.all():
        GroundClaim.objects.create(
            application=one,
            ground=poverty,
            **(
                {"seen_on": NOW.date(), "seen_by": a_user(), "evidence": "certificate"} if one == poor else {}
            ),
        )

    found = ranked(there).lists

    assert (found.main, [one.failed for one in found.out]) == (
        (poor.number,),
        [("None of the named grounds was proved.",)],
    )
