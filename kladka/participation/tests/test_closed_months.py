from datetime import date

import pytest

from kladka.participation.actions import (
    Entrant,
    Paper,
    add_agreement,
    record_exit,
    reopen,
    restate_supports,
    sign_agreement,
)
from kladka.participation.choices import ExitReason, SourceKind
from kladka.participation.models import Agreement, Participation, SupportReceived
from kladka.participation.rules import Received
from kladka.participation.tests.builders import a_declared_participation
from kladka.people.tests.builders import a_person
from kladka.programmes.errors import MonthClosed
from kladka.programmes.models import ClosedMonth, Edition
from kladka.programmes.tests.builders import MOMENT, a_support, a_user, an_edition

pytestmark = pytest.mark.django_db
AT = MOMENT.replace(month=6)
IN_MARCH, IN_APRIL = date(2026, 3, 9), date(2026, 4, 9)


@pytest.fixture
def edition() -> Edition:
    made = an_edition()
    ClosedMonth.objects.create(edition=made, month=date(2026, 3, 1), closed_by=a_user(), closed_at=AT)
    return made


def test_no_paper_is_dated_in_a_closed_month(edition: Edition) -> None:
    one = a_declared_participation(edition=edition)
    entrant = Entrant(person=a_person(), edition=edition)

    with pytest.raises(MonthClosed, match="March 2026 is closed"):
        sign_agreement(who=entrant, paper=Paper(signed_on=IN_MARCH), by=a_user(), at=AT)
    with pytest.raises(MonthClosed):
        add_agreement(participation=one, paper=Paper(signed_on=IN_MARCH), by=a_user(), at=AT)

    assert (Participation.objects.count(), Agreement.objects.count()) == (1, 1)


def test_nobody_leaves_in_a_closed_month_nor_comes_back_into_it(edition: Edition) -> None:
    one, left = a_declared_participation(edition=edition), a_declared_participation(edition=edition)
    Participation.objects.filter(pk=left.pk).update(left_on=IN_MARCH)
    end = {"reason": ExitReason.RESIGNED, "path_completed": False, "by": a_user(), "at": AT}

    with pytest.raises(MonthClosed):
        record_exit(participation=one, left_on=IN_MARCH, **end)  # type: ignore[arg-type]
    with pytest.raises(MonthClosed):
        reopen(participation=left, reason="Wraca", by=a_user(), at=AT)
    record_exit(participation=one, left_on=IN_APRIL, **end)  # type: ignore[arg-type]

    assert list(Participation.objects.order_by("pk").values_list("left_on", flat=True)) == [
        IN_APRIL,
        IN_MARCH,
    ]


def test_no_support_that_is_no_session_is_dated_in_a_closed_month(edition: Edition) -> None:
    one, support = a_declared_participation(edition=edition), a_support(edition)

    def give(day: date) -> None:
        row = Received(participation_id=one.pk, support_id=support.pk, first_on=day, last_on=day)
        restate_supports(source_kind=SourceKind.IMPORT, source_id=1, rows=[row], by=a_user(), at=AT)

    with pytest.raises(MonthClosed):
        give(IN_MARCH)
    give(IN_APRIL)

    assert list(SupportReceived.objects.values_list("first_on", flat=True)) == [IN_APRIL]
