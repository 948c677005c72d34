"""Everything that changes people, one verb each."""

from kladka.people.actions.close import link_environment, name_guardian
from kladka.people.actions.involving import Taking, involve, involve_all
from kladka.people.actions.many import Newcomer, register_all
from kladka.people.actions.merging import merge_people, undo_merge
from kladka.people.actions.person import change_person, register_person
from kladka.people.actions.reach import add_contact, move_in, remove_contact, settle
from kladka.people.actions.resembling import (
    look_for_resemblances,
    note_resemblances,
    recognise,
    take_back_telling_apart,
    tell_apart,
)
from kladka.people.actions.sensitive import (
    declare_traits,
    note_consent,
    note_history,
    read_sensitive,
    state_needs,
)

__all__ = [
    "Newcomer",
    "Taking",
    "add_contact",
    "change_person",
    "declare_traits",
    "involve",
    "involve_all",
    "link_environment",
    "look_for_resemblances",
    "merge_people",
    "move_in",
    "name_guardian",
    "note_consent",
    "note_history",
    "note_resemblances",
    "read_sensitive",
    "recognise",
    "register_all",
    "register_person",
    "remove_contact",
    "settle",
    "state_needs",
    "take_back_telling_apart",
    "tell_apart",
    "undo_merge",
]
