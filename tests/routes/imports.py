from collections.abc import Sequence
from datetime import UTC, datetime

from kladka.imports.models import Import
from kladka.imports.tests.builders import ANNA, a_list, an_upload
from kladka.programmes.access import CASE_WORK, IN_PROGRAMMES
from kladka.programmes.tests.builders import a_user
from tests.routes import Build, Desk, Route, World


def its_programme(world: World) -> Sequence[object]:
    return [world.edition.programme.key]


def a_waiting_file(world: World) -> Sequence[object]:
    return [an_upload(world.edition, a_list(ANNA)).pk]


def a_list_that_came_in(world: World) -> Sequence[object]:
    at = datetime(2026, 7, 1, tzinfo=UTC)
    return [Import.objects.create(edition=world.edition, digest="0" * 64, made_by=a_user(), made_at=at).pk]


def worked(name: str, build: Build) -> Desk:
    return Desk(f"imports:{name}", opens=CASE_WORK, forbids=IN_PROGRAMMES - CASE_WORK, build=build)


def posted(name: str, build: Build) -> Desk:
    return Desk(
        f"imports:{name}",
        opens=CASE_WORK,
        forbids=IN_PROGRAMMES - CASE_WORK,
        build=build,
        method="post",
        data={"which": "good"},
        answers=302,
    )


ROUTES: list[Route] = [
    worked("imports", its_programme),
    worked("mapping", a_waiting_file),
    worked("rehearsal", a_waiting_file),
    worked("marked", a_waiting_file),
    posted("take_in", a_waiting_file),
    posted("leave", a_waiting_file),
    worked("imported", a_list_that_came_in),
    posted("undo", a_list_that_came_in),
]
