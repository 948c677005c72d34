from datetime import UTC, date, datetime

import pytest

from kladka.audit.queries import trail_of
from kladka.participation import errors
from kladka.participation.actions import amend_entry, restate_supports
from kladka.participation.choices import SourceKind
from kladka.participation.models import Amendment, EntrySnapshot, Participation
from kladka.participation.rules import Received
from kladka.participation.tests.builders import a_declared_participation
from kladka.programmes.tests.builders import a_support, a_user

pytestmark = pytest.mark.django_db

MONDAY = date(2026, 3, 2)
AT = datetime(2026, 3, 6, 18, tzinfo=UTC)


def started() -> Participation:
    one = a_declared_participation()
    row = Received(
        participation_id=one.pk, support_id=a_support(one.edition).pk, first_on=MONDAY, last_on=MONDAY
    )
    restate_supports(source_kind=SourceKind.ACTIVITY, source_id=1, rows=[row], by=a_user(), at=AT)
    one.refresh_from_db()
    return one


def amend(one: Participation, reason: str = "Świadectwo z 2019 r.", **values: str) -> EntrySnapshot:
    return amend_entry(participation=one, values=values, reason=reason, by=a_user(), at=AT)


def test_an_amendment_makes_a_version_and_keeps_the_one_before() -> None:
    one = started()

    amend(
        one, education="isced_5_8", has_disability="yes", unemployed_since="2025-01-31", is_registered="True"
    )

    one.refresh_from_db()
    versions = EntrySnapshot.objects.filter(participation=one).order_by("version")
    assert [(row.version, row.cause, row.education, row.traits.has_disability) for row in versions] == [
        (1, "started", "isced_3", ""),
        (2, "amended", "isced_5_8", "yes"),
    ]
    assert (one.snapshot, one.started_on) == (versions[1], MONDAY)
    assert (versions[1].unemployed_since, versions[1].is_registered) == (date(2025, 1, 31), True)


def test_an_amendment_says_what_was_and_why() -> None:
    one = started()

    snapshot = amend(one, education="isced_1", has_disability="no")

    rows = Amendment.objects.order_by("field").values_list("field", "old", "new", "reason", "snapshot")
    assert list(rows) == [
        ("education", "isced_3", "isced_1", "Świadectwo z 2019 r.", snapshot.pk),
        ("has_disability", "", "no", "Świadectwo z 2019 r.", snapshot.pk),
    ]
    assert [(line.what, line.reason) for line in trail_of(snapshot)] == [
        ("entry data amended", "Świadectwo z 2019 r.")
    ]


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"education": "isced_3"}, errors.NothingAmended),
        ({"education": "doctor"}, errors.ValueUnknown),
        ({"unemployed_since": "31 January"}, errors.ValueUnknown),
        ({"sex": ""}, errors.ValueUnknown),
        ({"started_on": "2026-01-01"}, errors.NotAmendable),
        ({"labour_status": "employed"}, errors.DetailOfOtherStatus),
    ],
)
def test_a_wrong_amendment_is_refused_and_changes_nothing(
    values: dict[str, str], refusal: type[Exception]
) -> None:
    one = started()

    with pytest.raises(refusal):
        amend(one, **values)

    assert (EntrySnapshot.objects.count(), Amendment.objects.count()) == (1, 0)


def test_a_status_is_amended_together_with_its_detail() -> None:
    snapshot = amend(started(), labour_status="employed", labour_detail="ngo")

    assert (snapshot.labour_status, snapshot.labour_detail) == ("employed", "ngo")


def test_an_amendment_needs_a_reason() -> None:
    with pytest.raises(errors.ReasonMissing):
        amend(started(), reason="  ", education="isced_1")


def test_before_the_first_support_there_is_nothing_to_amend() -> None:
    with pytest.raises(errors.NotStarted):
        amend(a_declared_participation(), education="isced_1")
