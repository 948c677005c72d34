"""Which jobs follow which fact: `{ProgrammeLoaded: [portal.refresh_public_copies]}`. The only such place.

A job is told the schema and the fields of the fact. It sends, prints, reminds or refreshes a copy; it never feeds
a figure on a municipality's own page.
"""

from typing import TYPE_CHECKING

from kladka.definitions.facts import ProgrammeLoaded
from kladka.messages import jobs as messages
from kladka.messages.facts import MessagesPosted
from kladka.portal import jobs as portal

if TYPE_CHECKING:
    from kladka.core.queue import Reactions

REACTIONS: "Reactions" = {
    ProgrammeLoaded: [portal.refresh_public_copies],
    MessagesPosted: [messages.send_waiting],
}
