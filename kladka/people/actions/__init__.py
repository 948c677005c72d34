"""Everything that changes people, one verb each."""

from kladka.people.actions.close import end_link, link_environment, move_household, name_guardian
from kladka.people.actions.involving import Taking, involve, involve_all
from kladka.people.actions.many import Newcomer, register_all
from kladka.people.actions.merging import merge_people, undo_merge
from kladka.people.actions.person import change_person, register_person
from kladka.people.actions.reach import add_contact, move_in, prefer_contact, remove_contact, settle
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
    withdraw_consent,
)

__all__ = [
    "Newcomer",
    "Taking",
    "add_contact",
    "change_person",
    "declare_traits",
    "end_link",
    "involve",
    "involve_all",
    "link_environment",
    "look_for_resemblances",
    "merge_people",
    "move_household",
    "move_in",
    "name_guardian",
    "note_consent",
    "note_history",
    "note_resemblances",
    "prefer_contact",
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
    "withdraw_consent",
]
