from datetime import date

import pytest

from kladka.core.errors import DomainError
from kladka.people.tests.builders import a_person
from kladka.programmes.choices import Relation, TargetKind
from kladka.programmes.models import TargetGroup
from kladka.programmes.tests.builders import a_user, an_edition, an_offer
from kladka.recruitment import actions, queries
from kladka.recruitment.choices import Outcome
from kladka.recruitment.models import Application, Decision
from kladka.recruitment.tests.builders import NOW, a_ground, a_round, an_application

pytestmark = pytest.mark.django_db
QUALIFIED, RESERVE, NOT_QUALIFIED = Outcome.QUALIFIED, Outcome.RESERVE, Outcome.NOT_QUALIFIED
DAY = date(2026, 3, 9)


def decide(application: Application, outcome: Outcome, **given: object) -> Decision:
    wanted = {"decided_on": DAY, "by": a_user(), "at": NOW, **given}
    return actions.decide(application=application, outcome=outcome, **wanted)  # type: ignore[arg-type]


def test_a_person_qualifies_when_the_proof_of_a_ground_was_seen() -> None:
    edition = an_edition()
    ground, clerk = a_ground(edition), a_user()
    application = an_application(edition=edition, is_complete=False)
    before = [str(one) for one in queries.missing(application)]

    claim = actions.name_ground(application=application, ground=ground, by=clerk, at=NOW)
    actions.see_proof(claim=claim, evidence=" certificate ", by=clerk, at=NOW)
    actions.mark_complete(application=application, by=clerk, at=NOW)
    decision = decide(application, QUALIFIED)

    claim.refresh_from_db()
    assert before == [
        "Collect the missing papers and mark the set as complete and signed.",
        "Name at least one ground on which the person may take part.",
    ]
    assert (claim.evidence, claim.seen_on, claim.seen_by) == ("certificate", DAY, clerk)
    assert (decision.outcome, list(Application.objects.with_outcome(QUALIFIED))) == (
        "qualified",
        [application],
    )


def test_without_proof_nobody_qualifies_but_may_wait_in_reserve() -> None:
    edition = an_edition()
    application = an_application(edition=edition, grounds=[a_ground(edition)])

    with pytest.raises(DomainError, match="See the proof"):
        decide(application, QUALIFIED)
    decide(application, RESERVE)

    assert list(Application.objects.with_outcome(RESERVE)) == [application]


def test_a_ground_is_named_once_and_its_proof_has_a_name() -> None:
    edition = an_edition()
    ground = a_ground(edition)
    application = an_application(edition=edition, grounds=[ground, ground])

    with pytest.raises(DomainError, match="already in the application"):
        actions.name_ground(application=application, ground=ground, by=a_user(), at=NOW)
    with pytest.raises(DomainError, match="Write what was seen"):
        actions.see_proof(claim=application.grounds.get(), evidence=" ", by=a_user(), at=NOW)


def test_a_later_decision_replaces_the_one_before_and_keeps_it() -> None:
    application = an_application()
    decide(application, RESERVE)

    decide(application, NOT_QUALIFIED, reason="moved away")

    history = list(application.decisions.values_list("outcome", "reason", "replaced_at").order_by("pk"))
    assert history == [("reserve", "", NOW), ("not_qualified", "moved away", None)]
    assert list(Application.objects.waiting()) == []


def test_the_last_place_is_given_once() -> None:
    edition = an_edition()
    spring = a_round(edition, limit=1, limit_relation=Relation.EXACTLY)
    first, second = (an_application(edition=edition, round=spring) for _ in range(2))
    decide(first, QUALIFIED)

    with pytest.raises(DomainError, match="The only place is taken: put the person on the reserve list"):
        decide(second, QUALIFIED)
    decide(first, QUALIFIED)


def test_about_so_many_places_refuse_nobody() -> None:
    edition = an_edition()
    spring = a_round(edition, limit=1, limit_relation=Relation.ABOUT)

    for _ in range(2):
        decide(an_application(edition=edition, round=spring), QUALIFIED)

    assert Application.objects.with_outcome(QUALIFIED).count() == 2


def test_an_offer_for_seniors_is_for_seniors() -> None:
    edition = an_edition()
    seniors = TargetGroup.objects.create(
        programme=edition.programme, key="seniors", kind=TargetKind.PERSONS, age_from=60
    )
    offer = an_offer(edition, target_group=seniors)

    with pytest.raises(DomainError, match="The person is 45 years old; the offer is for the age of 60"):
        decide(an_application(edition=edition, offer=offer), QUALIFIED)


def test_the_close_environment_comes_after_the_person_it_supports() -> None:
    edition, ana = an_edition(), a_person()
    close = an_application(edition=edition, related_to=ana)

    with pytest.raises(DomainError, match="whose close environment"):
        decide(close, QUALIFIED)
    an_application(ana, edition=edition)

    assert decide(close, QUALIFIED).outcome == "qualified"


@pytest.mark.parametrize(
    ("outcome", "given", "sentence"),
    [
        (
            RESERVE,
            {"decided_on": date(2026, 3, 1)},
            "Correct the day of the decision: the application came later.",
        ),
        (RESERVE, {"decided_on": date(2026, 3, 10)}, "Correct the day of the decision: it has not come yet."),
        (NOT_QUALIFIED, {"reason": " "}, "Write why the person is not qualified."),
    ],
)
def test_a_decision_has_its_day_and_its_reason(
    outcome: Outcome, given: dict[str, object], sentence: str
) -> None:
    application = an_application()

    with pytest.raises(DomainError) as refusal:
        decide(application, outcome, **given)

    assert (str(refusal.value), Decision.objects.count()) == (sentence, 0)
