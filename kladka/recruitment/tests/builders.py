"""What a programme asks for and who applied, for tests; every value can be given."""

from datetime import UTC, datetime
from decimal import Decimal
from itertools import count
from typing import Any

from kladka.accounts.models import User
from kladka.people.models import Person
from kladka.people.tests.builders import a_person
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_role, a_user, an_edition
from kladka.recruitment import actions
from kladka.recruitment.canonical import Meeting
from kladka.recruitment.choices import Answer, CriterionKind, Evidence
from kladka.recruitment.models import (
    Application,
    Card,
    Committee,
    CommitteeMember,
    Criterion,
    CriterionOption,
    Ground,
    Round,
    Scheme,
)

CAME = datetime(2026, 3, 2, 9, tzinfo=UTC)
NOW = datetime(2026, 3, 9, 9, tzinfo=UTC)
_numbers = count(1)


def a_ground(edition: Edition | None = None, **given: object) -> Ground:
    key = f"ground-{next(_numbers)}"
    wanted = {"key": key, "code": "art7", "title": "Poverty", "proof": "the centre's certificate"}
    return Ground.objects.create(**{"edition": edition or an_edition(), **wanted, **given})


def a_round(edition: Edition | None = None, **given: object) -> Round:
    wanted = {"key": f"round-{next(_numbers)}", "title": "Spring"}
    return Round.objects.create(**{"edition": edition or an_edition(), **wanted, **given})


def a_scheme(edition: Edition, **given: object) -> Scheme:
    """With a formal criterion, one of 5 points for which a paper must be seen, and one of levels."""
    wanted = {"key": f"scheme-{next(_numbers)}", "title": "Scheme"}
    scheme = Scheme.objects.create(edition=edition, **{**wanted, **given})
    a_criterion(scheme, "adult", kind=CriterionKind.FORMAL)
    a_criterion(scheme, "food", points=5, evidence=Evidence.CERTIFICATE)
    levels = a_criterion(scheme, "exclusion", answer=Answer.ONE)
    for title, points in (("two", Decimal(5)), ("three", Decimal(10))):
        key = f"level-{next(_numbers)}"
        CriterionOption.objects.create(edition=edition, criterion=levels, key=key, title=title, points=points)
    return scheme


def a_criterion(scheme: Scheme, title: str, **given: object) -> Criterion:
    wanted = {"key": f"criterion-{next(_numbers)}", "kind": CriterionKind.PREMIUM, "title": title}
    return Criterion.objects.create(edition=scheme.edition, scheme=scheme, **{**wanted, **given})


def a_level(scheme: Scheme, title: str) -> CriterionOption:
    return CriterionOption.objects.get(criterion__scheme=scheme, title=title)


def a_card(application: Application, by: User, *met: str, level: str = "", **given: Any) -> Card:
    """Scored: the named criteria are met, each on a certificate; the adult one always."""
    scheme = application.round.scheme
    said = {}
    for one in Criterion.objects.filter(scheme=scheme):
        levels = one.options.filter(title=level).values_list("pk", flat=True)
        is_met = one.title in (*met, "adult")
        said[one.pk] = actions.Said(
            is_met=is_met, levels=frozenset(levels), evidence="certificate" if is_met else ""
        )
    return actions.score_application(application=application, said=said, by=by, at=NOW, **given)


def a_meeting(*present: CommitteeMember, **given: Any) -> Meeting:
    return Meeting(held_at=NOW, place="room 3", present=present, **given)


def a_seat(of: Round, user: User | None = None, *, quorum: int = 1, **given: object) -> CommitteeMember:
    """A member of the committee of a round, with the role that opens the desk."""
    user = user or a_user()
    a_role(user, TeamRole.COMMITTEE, edition=of.edition)
    wanted = {"quorum": quorum, "appointed_on": NOW.date()}
    committee, _ = Committee.objects.get_or_create(round=of, defaults=wanted)
    return CommitteeMember.objects.create(committee=committee, user=user, **given)


def an_application(
    person: Person | None = None, *, edition: Edition | None = None, by: User | None = None, **given: Any
) -> Application:
    """Complete, and so ready to be decided, unless told otherwise."""
    wanted = {"received_at": CAME, "is_complete": True, **given}
    submission = actions.Submission(edition=edition or an_edition(), **wanted)
    return actions.submit_application(
        applicant=person or a_person(), submission=submission, by=by or a_user(), at=NOW
    )
