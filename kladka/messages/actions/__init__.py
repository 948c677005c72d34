from kladka.messages.actions.amending import amend_wording, return_to_shipped
from kladka.messages.actions.outbox import delete_old_texts, send_waiting
from kladka.messages.actions.posting import Posting, post, post_all
from kladka.messages.actions.settling import (
    came_back,
    can_go_again,
    make_letter,
    mark_printed,
    read_message,
    send_again,
)

__all__ = [
    "Posting",
    "amend_wording",
    "came_back",
    "can_go_again",
    "delete_old_texts",
    "make_letter",
    "mark_printed",
    "post",
    "post_all",
    "read_message",
    "return_to_shipped",
    "send_again",
    "send_waiting",
]
