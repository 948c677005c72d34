"""What a programme asks for and who applied, for tests; every value can be given."""

from datetime import UTC, datetime
from itertools import count
from typing import Any

from kladka.accounts.models import User
from kladka.people.models import Person
from kladka.people.tests.builders import a_person
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_role, a_user, an_edition
from kladka.recruitment import actions
from kladka.recruitment.models import Application, Committee, CommitteeMember, Ground, Round

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
