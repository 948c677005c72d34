"""Who an applicant of the portal is. Only the team learns the answer; to the resident nothing differs."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kladka.core.sorting import without_marks
from kladka.people.models import Person
from kladka.recruitment import queries
from kladka.recruitment.choices import Doubt
from kladka.recruitment.models import Draft

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.recruitment.actions.submission import Submission
    from kladka.recruitment.models import Application


def identity_of(draft: Draft, submission: "Submission") -> tuple[Person | None, str]:
    """The person of the record whom PESEL and both names fit, else nobody; and the doubt, where there is one."""
    known = Person.objects.filter(pesel=draft.pesel).first() if draft.pesel else None
    if known is None:
        return None, Doubt.NAMESAKE if has_namesake(draft) else ""
    if not is_called(known, draft):
        return None, Doubt.PESEL
    there = queries.same_as(known, edition=submission.edition, round=submission.round, offer=submission.offer)
    return (None, Doubt.APPLIED) if there else (known, "")


def has_namesake(draft: Draft) -> bool:
    if draft.birth_date is None:
        return False
    called = Person.objects.matching(f"{draft.last_name} {draft.first_name}")
    born = called.filter(birth_date=draft.birth_date)
    return any(is_called(one, draft) for one in born)


def is_called(person: Person, draft: Draft) -> bool:
    """The same in any case and without diacritics; another spelling is for the team to judge."""
    names = [(person.first_name, draft.first_name), (person.last_name, draft.last_name)]
    return all(without_marks(one.strip()) == without_marks(other.strip()) for one, other in names)


@dataclass(frozen=True)
class Said:
    """What an applicant of the portal gave that the record does not hold, and whom the team may compare."""

    draft: Draft
    others: tuple[Person, ...]


def said_on_portal(application: "Application", *, user: "User") -> Said | None:
    """None of one that came otherwise. Of those in question only the ones whom the user may see."""
    draft = Draft.objects.filter(application=application).select_related("doubt_cleared_by").first()
    return Said(draft, tuple(in_question(application, draft, user=user))) if draft else None


def in_question(application: "Application", draft: Draft, *, user: "User") -> list[Person]:
    mine = Person.objects.visible_to(user).exclude(pk=application.person_id)
    if draft.doubt in {Doubt.PESEL, Doubt.APPLIED}:
        return list(mine.filter(pesel=draft.pesel))
    if draft.doubt != Doubt.NAMESAKE:
        return []
    person = application.person
    return list(mine.filter(birth_date=person.birth_date).matching(str(person)))
