from kladka.people.views.around import close_one_ends, consent, consents, contact, contacts, household, needs
from kladka.people.views.export import everything
from kladka.people.views.merging import comparing, comparison, duplicates, merges, telling_apart, undoing
from kladka.people.views.records import add_person, address, change_person, close_one, guardian, people

__all__ = [
    "add_person",
    "address",
    "change_person",
    "close_one",
    "close_one_ends",
    "comparing",
    "comparison",
    "consent",
    "consents",
    "contact",
    "contacts",
    "duplicates",
    "everything",
    "guardian",
    "household",
    "merges",
    "needs",
    "people",
    "telling_apart",
    "undoing",
]
