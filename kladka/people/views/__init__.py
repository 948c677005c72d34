from kladka.people.views.merging import comparing, comparison, duplicates, merges, telling_apart, undoing
from kladka.people.views.records import add_person, address, change_person, close_one, guardian, people

__all__ = [
    "add_person",
    "address",
    "change_person",
    "close_one",
    "comparing",
    "comparison",
    "duplicates",
    "guardian",
    "merges",
    "people",
    "telling_apart",
    "undoing",
]
