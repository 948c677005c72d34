"""The programme as defined: read by those who answer for its figures; drafts belong to those who lead and approve."""

from collections.abc import Sequence

from kladka.core.clock import now
from kladka.definitions.models import Draft, Version
from kladka.definitions.tests.builders import a_draft
from kladka.programmes.access import ADMINISTRATORS, FIGURES, IN_PROGRAMMES, LEADING
from kladka.programmes.tests.builders import a_user
from tests.routes import Desk, World


def a_programme(world: World) -> Sequence[object]:
    return (world.edition.programme.key,)


def a_version(world: World) -> Sequence[object]:
    programme = world.edition.programme
    said = {"text": "format = 1\n", "loaded_by": a_user(), "loaded_at": now()}
    Version.objects.create(programme=programme, revision=1, **said)
    return (programme.key, 1)


def a_draft_of_another(world: World) -> Sequence[object]:
    return (a_draft(world.edition.programme).pk,)


def a_draft_handed_in(world: World) -> Sequence[object]:
    draft = a_draft(world.edition.programme)
    Draft.objects.filter(pk=draft.pk).update(state="handed_in", handed_in_at=now())
    return (draft.pk,)


OUTSIDE_FIGURES = IN_PROGRAMMES - FIGURES
DRAFTING = LEADING | ADMINISTRATORS
ROUTES = [
    Desk("definitions:definition", opens=FIGURES, forbids=OUTSIDE_FIGURES, build=a_programme),
    Desk("definitions:file", opens=FIGURES, forbids=OUTSIDE_FIGURES, build=a_programme),
    Desk("definitions:version", opens=FIGURES, forbids=OUTSIDE_FIGURES, build=a_version),
    Desk("definitions:version_changes", opens=FIGURES, forbids=OUTSIDE_FIGURES, build=a_version),
    Desk("definitions:amend", opens=LEADING, forbids=IN_PROGRAMMES - LEADING, build=a_programme),
    Desk("definitions:load", opens=LEADING, forbids=IN_PROGRAMMES - LEADING, build=a_programme),
    Desk("definitions:drafts", opens=DRAFTING, hides=403, of_edition=False),
    Desk("definitions:draft", opens=DRAFTING, build=a_draft_of_another),
    Desk("definitions:comparison", opens=DRAFTING, build=a_draft_of_another),
    Desk("definitions:draft_file", opens=DRAFTING, build=a_draft_of_another),
    Desk("definitions:import_file", opens=DRAFTING, build=a_draft_of_another),
    Desk("definitions:hand_in", opens=DRAFTING, build=a_draft_of_another),
    Desk("definitions:catch_up", opens=DRAFTING, build=a_draft_of_another, method="post", answers=302),
    Desk("definitions:withdraw", opens=DRAFTING, build=a_draft_of_another, method="post", answers=302),
    Desk("definitions:take_back", opens=DRAFTING, build=a_draft_handed_in, method="post", answers=302),
    Desk("definitions:decide", opens=DRAFTING, build=a_draft_handed_in),
]
