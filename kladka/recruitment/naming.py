"""Whose name stands beside a number: of those only whose file the reader may open; a committee scores numbers."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from kladka.people.models import Person
from kladka.programmes.access import SCORING, works_somewhere_as
from kladka.recruitment.models import Application

if TYPE_CHECKING:
    from kladka.accounts.models import User


def name_to(user: "User", applications: Iterable[Application]) -> None:
    """Say of each whether its name may be shown. Only who sits in committees costs a statement."""
    if not works_somewhere_as(user, SCORING):
        return
    rows = list(applications)
    people = {one.person_id for one in rows}
    known = set(Person.objects.visible_to(user).filter(pk__in=people).values_list("pk", flat=True))
    for one in rows:
        one.is_named = one.person_id in known


def called(words: str, *, user: "User") -> Q:
    """Applications of people of that name, PESEL or number; nobody is found by a name that the reader may not know."""
    known = Person.objects.matching(words).filter(pk=OuterRef("person"))
    if not works_somewhere_as(user, SCORING):
        return Q(Exists(known))
    return Q(Exists(known.visible_to(user))) | Q(number__icontains=words.strip())
