"""A draft's way from what is in force to what comes in force, by two people."""

from datetime import UTC, datetime
from typing import Any

import pytest

from kladka.audit.models import Entry
from kladka.definitions import actions
from kladka.definitions.actions import load
from kladka.definitions.canonical import canonical
from kladka.definitions.drafting.document import document_from, written
from kladka.definitions.errors import (
    DraftChanged,
    DraftClosed,
    DraftHasMistakes,
    DraftIsBehind,
    DraftIsYourOwn,
    NameTaken,
    NothingChanged,
    OtherProgramme,
)
from kladka.definitions.models import Draft, Version
from kladka.definitions.queries import as_defined
from kladka.definitions.tests.builders import A_FILE, a_programme
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Programme, Task, TeamMember
from kladka.programmes.tests.builders import a_role, a_user

pytestmark = pytest.mark.django_db
NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)
TASK = '\n[[tasks]]\nkey = "clubs"\ntitle = "Clubs"\n'
NEXT = '\n[[editions]]\nkey = "second"\nregime = "pl-2021-2027"\n'
CODE = "9901011"


@pytest.fixture
def programme() -> Programme:
    return load(file=a_programme(), municipality_code=CODE, by=a_user(), at=NINE).programme


def with_rows(**rows: list[dict[str, Any]]) -> Any:
    return lambda document: {**document, **rows}


CLUBS = with_rows(tasks=[{"key": "clubs", "title": "Clubs", "edition": "first"}])


def handed_in(programme: Programme, change: Any = CLUBS) -> Draft:
    author = a_user()
    draft = actions.begin_draft(programme=programme, by=author, at=NINE)
    actions.write(draft=draft, change=change, by=author, at=NINE)
    return actions.hand_in(draft=draft, reason="Clubs are added.", by=author, at=NINE)


def approved(draft: Draft, **given: Any) -> Draft:
    values: dict[str, Any] = {"revision": draft.revision, "by": a_user(), "at": NINE} | given
    actions.approve(draft=draft, municipality_code=CODE, **values)
    return Draft.objects.get(pk=draft.pk)


def test_an_approved_draft_is_the_programme_and_the_version_before_is_kept(programme: Programme) -> None:
    draft = handed_in(programme)
    before = Task.objects.count()
    second = a_user()

    after = approved(draft, by=second)

    assert (before, canonical(as_defined(programme))) == (0, canonical(a_programme(TASK)))
    assert list(Version.objects.values_list("revision", "text")) == [
        (2, canonical(a_programme(TASK))),
        (1, canonical(a_programme())),
    ]
    assert (after.state, after.decided_by, after.version) == (
        "approved",
        second,
        Version.objects.get(revision=2),
    )
    told = Entry.objects.filter(verb__startswith="definitions.draft").order_by("pk")
    assert [verb.partition("draft_")[2] for verb in told.values_list("verb", flat=True)] == [
        "begun",
        "written",
        "handed_in",
        "approved",
    ]


def test_nobody_approves_what_they_wrote_nor_what_changed_since_they_read_it(programme: Programme) -> None:
    draft = handed_in(programme)

    with pytest.raises(DraftIsYourOwn):
        approved(draft, by=draft.author)
    with pytest.raises(DraftChanged):
        approved(draft, revision=draft.revision - 1)

    assert Task.objects.count() == 0


def test_a_draft_that_was_sent_back_is_corrected_and_handed_in_again(programme: Programme) -> None:
    draft = handed_in(programme)
    actions.send_back(draft=draft, revision=draft.revision, remarks="Add courses.", by=a_user(), at=NINE)
    with pytest.raises(DraftClosed):
        approved(Draft.objects.get())

    both = with_rows(tasks=[{"key": one, "title": one, "edition": "first"} for one in ("clubs", "courses")])
    actions.write(draft=draft, change=both, by=draft.author, at=NINE)
    again = actions.hand_in(draft=draft, reason="Clubs and courses.", by=draft.author, at=NINE)
    approved(again)

    assert list(Task.objects.values_list("key", flat=True)) == ["clubs", "courses"]


def test_who_wrote_in_a_draft_of_another_does_not_approve_it(programme: Programme) -> None:
    draft, helper = actions.begin_draft(programme=programme, by=a_user(), at=NINE), a_user()
    actions.write(draft=draft, change=CLUBS, by=helper, at=NINE)
    draft = actions.hand_in(draft=draft, reason="Clubs.", by=draft.author, at=NINE)

    with pytest.raises(DraftIsYourOwn):
        approved(draft, by=helper)


def test_a_draft_is_written_only_until_it_is_handed_in(programme: Programme) -> None:
    draft = handed_in(programme)

    with pytest.raises(DraftClosed):
        actions.write(draft=draft, change=CLUBS, by=draft.author, at=NINE)
    actions.take_back(draft=draft, by=draft.author, at=NINE)
    actions.withdraw(draft=draft, by=draft.author, at=NINE)

    assert Draft.objects.get().state == "withdrawn"


def test_a_draft_with_mistakes_keeps_them_and_is_not_handed_in(programme: Programme) -> None:
    author = a_user()
    draft = actions.begin_draft(programme=programme, by=author, at=NINE)
    with pytest.raises(NothingChanged):
        actions.hand_in(draft=draft, reason="Nothing.", by=author, at=NINE)
    wrong = with_rows(tasks=[{"key": "clubs", "title": "Clubs", "edition": "first", "starts": "soon"}])

    draft = actions.write(draft=draft, change=wrong, by=author, at=NINE)

    with pytest.raises(DraftHasMistakes):
        actions.hand_in(draft=draft, reason="Clubs.", by=author, at=NINE)
    assert Draft.objects.get().content["tasks"][0]["starts"] == "soon"
    assert 'starts = "soon"' in written(draft.content)


def test_a_draft_that_is_behind_takes_over_what_others_changed_and_keeps_its_own(
    programme: Programme,
) -> None:
    draft = handed_in(programme)
    title = A_FILE.replace('title = "Close together"', 'title = "Closer together"')
    approved(handed_in(programme, lambda _document: document_from(title)))

    with pytest.raises(DraftIsBehind):
        approved(draft)
    actions.take_back(draft=draft, by=draft.author, at=NINE)
    draft = actions.catch_up(draft=draft, by=draft.author, at=NINE)

    assert draft.base == 2
    assert written(draft.content) == written(document_from(title + TASK))


def test_a_draft_keeps_the_short_name_of_its_programme(programme: Programme) -> None:
    other = document_from(A_FILE.replace("close-together", "far-away"))

    with pytest.raises(OtherProgramme):
        actions.begin_draft(programme=programme, content=other, by=a_user(), at=NINE)


def test_a_new_programme_is_made_by_two_people_and_overwrites_none_that_is_there() -> None:
    author = a_user()
    a_role(author, TeamRole.COORDINATOR)

    for _again in range(2):
        draft = actions.begin_programme(content=document_from(A_FILE + TASK), by=author, at=NINE)
        actions.hand_in(draft=draft, reason="A new programme.", by=author, at=NINE)
    first, second = Draft.objects.order_by("pk")
    approved(first)

    with pytest.raises(NameTaken):
        approved(second)
    assert canonical(as_defined(Programme.objects.get())) == canonical(a_programme(TASK))


def test_who_wrote_the_next_edition_of_her_programme_leads_it(programme: Programme) -> None:
    draft = handed_in(programme, lambda _document: document_from(A_FILE + NEXT))
    a_role(draft.author, TeamRole.COORDINATOR, programme.editions.get())

    approved(draft)

    led = TeamMember.objects.filter(user=draft.author, role="coordinator")
    assert list(led.values_list("edition__key", flat=True)) == ["first", "second"]
