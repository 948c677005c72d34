from collections.abc import Mapping, Sequence

from kladka.messages.actions import came_back, send_waiting
from kladka.messages.models import READERS, Message
from kladka.messages.tests.builders import NINE, a_letter, a_message
from kladka.people.tests.builders import an_involvement
from kladka.programmes.access import CASE_WORK, LEADING
from kladka.programmes.tests.builders import a_user
from tests.routes import IN_THE_WHOLE, Build, Desk, Route, World


def the_message(world: World) -> Message:
    return a_message(an_involvement(edition=world.edition).person, edition=world.edition)


def posted(world: World) -> Sequence[object]:
    return [the_message(world).pk]


def returned(world: World) -> Sequence[object]:
    one = the_message(world)
    send_waiting(at=NINE)
    came_back(message=one, by=a_user(), at=NINE)
    return [one.pk]


def a_letter_to_print(world: World) -> Sequence[object]:
    return [a_letter(an_involvement(edition=world.edition).person, edition=world.edition).pk]


def somebody(world: World) -> Sequence[object]:
    return [an_involvement(edition=world.edition).person.public_id]


def one_wording(_world: World) -> Mapping[str, object]:
    """The words are the whole town's."""
    return {"occasion": "received", "language": "pl"}


def acted(name: str, build: Build) -> Desk:
    """A button: a controller reads and presses none."""
    opens, forbids = CASE_WORK, READERS - CASE_WORK
    return Desk(f"messages:{name}", opens=opens, forbids=forbids, build=build, method="post", answers=302)


ROUTES: list[Route] = [
    Desk("messages:messages", opens=READERS, hides=403, of_edition=False),
    Desk("messages:message", opens=READERS, build=posted),
    *(acted(name, returned) for name in ("again", "as_letter", "returned")),
    Desk("messages:wordings", opens=LEADING, hides=403, of_edition=False),
    Desk("messages:wording", opens=LEADING, hides=403, of_edition=False, asks=one_wording),
    Desk(
        "messages:as_shipped",
        opens=LEADING,
        hides=403,
        of_edition=False,
        asks=one_wording,
        method="post",
        answers=302,
    ),
    Desk("desk:letter", opens=CASE_WORK, forbids=READERS - CASE_WORK, build=a_letter_to_print),
    Desk("desk:letters", opens=CASE_WORK, hides=403, of_edition=False),
    Desk("desk:letters_printed", opens=CASE_WORK, hides=403, of_edition=False, method="post", answers=302),
    Desk("desk:person_messages", opens=READERS, forbids=IN_THE_WHOLE - READERS, build=somebody),
]
