"""Whom the record knows of the people of a block of rows, in a number of statements that does not grow with them."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from django.db.models import Q

from kladka.imports.rules.judging import Known, Taken
from kladka.imports.rules.meaning import Understood
from kladka.participation.models import Participation, SupportReceived
from kladka.people.choices import ContactKind
from kladka.people.models import Contact, Person
from kladka.people.rules import clean_identifier
from kladka.programmes.models import Edition


def known_people(rows: Sequence[Understood], edition: Edition) -> dict[str, Known]:
    """By PESEL or document, as the rows write them."""
    said = {one.line.pesel for one in rows if one.line.pesel}
    documents = {clean_identifier(one): one for one in said if not (one.isdigit() and len(one) == 11)}  # noqa: PLR2004
    people = Person.objects.filter(Q(pesel__in=said) | Q(identifier__in=list(documents)) & ~Q(identifier=""))
    columns = people.values_list("pk", "pesel", "identifier", "first_name", "last_name", "birth_date")
    found = list(columns.order_by("pk"))
    contacts, taken = _contacts([one[0] for one in found]), _taken([one[0] for one in found], edition)
    return {
        pesel or documents.get(identifier, identifier): Known(
            pk=pk,
            first_name=first_name,
            last_name=last_name,
            birth_date=birth_date,
            phones=frozenset(contacts[pk, ContactKind.PHONE]),
            emails=frozenset(contacts[pk, ContactKind.EMAIL]),
            taken=taken.get(pk),
        )
        for pk, pesel, identifier, first_name, last_name, birth_date in found
    }


def _contacts(people: Collection[int]) -> dict[tuple[int, str], set[str]]:
    found: dict[tuple[int, str], set[str]] = defaultdict(set)
    if people:
        for person, kind, value in Contact.objects.filter(person__in=people).values_list(
            "person", "kind", "value"
        ):
            found[person, kind].add(value)
    return found


def _taken(people: Collection[int], edition: Edition) -> dict[int, Taken]:
    """The participation of each in the edition: the one that goes on, else the last."""
    if not people:
        return {}
    rows = list(Participation.objects.filter(person__in=people, edition=edition).order_by("opened_on", "pk"))
    given: dict[int, set[int]] = defaultdict(set)
    for participation, support in SupportReceived.objects.filter(participation__in=rows).values_list(
        "participation", "support"
    ):
        given[participation].add(support)
    goes_on = sorted(rows, key=lambda one: one.left_on is None)
    return {
        one.person_id: Taken(
            pk=one.pk,
            opened_on=one.opened_on,
            left_on=one.left_on,
            technical_id=one.technical_id,
            remark=one.remark,
            supports=frozenset(given[one.pk]),
        )
        for one in goes_on
    }
