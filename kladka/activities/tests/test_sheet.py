from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kladka.activities.actions import add_member, close_register, record_attendance
from kladka.activities.choices import Mark
from kladka.activities.models import Activity, Attendance, Session, Tally
from kladka.activities.tests.builders import TEN, a_meeting, a_session
from kladka.participation.tests.builders import a_declared_participation, a_participation
from kladka.people.models import Involvement
from kladka.people.tests.builders import a_person
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_role, a_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_april")]
LAST_DAY = timedelta(days=40)


def sheet(session: Session) -> str:
    return reverse("activities:attendance", args=[session.pk])


def marks() -> dict[int, str]:
    return dict(Attendance.objects.values_list("participation", "mark"))


@pytest.mark.usefixtures("worker")
def test_the_sheet_saves_ticks_and_says_what_follows(client: Client, edition: Edition) -> None:
    session, (ana, jan) = a_meeting(edition, "Agrestowa", "Bratkowa")
    said = {f"mark-{ana.pk}": "present", f"was-{ana.pk}": "", f"mark-{jan.pk}": "absent", f"was-{jan.pk}": ""}

    page = client.post(sheet(session), said, follow=True).content.decode()

    assert marks() == {ana.pk: "present", jan.pk: "absent"}
    assert "Zapisano listę." in page
    assert "Agrestowa Anna: udział od 3\xa0marca 2026." in page
    assert "od 3\xa0marca · 2\xa0godz." in page
    assert "2 z 2" in page


@pytest.mark.usefixtures("worker")
def test_the_others_are_present_in_one_press(client: Client, edition: Edition) -> None:
    session, (ana, jan) = a_meeting(edition, "Agrestowa", "Bratkowa")
    said = {f"mark-{ana.pk}": "excused", f"was-{ana.pk}": "", f"was-{jan.pk}": "", "others_present": "1"}

    client.post(sheet(session), said)

    assert marks() == {ana.pk: "excused", jan.pk: "present"}


@pytest.mark.usefixtures("worker")
def test_a_mark_is_taken_back_without_a_script(client: Client, edition: Edition) -> None:
    session, (ana,) = a_meeting(edition, "Agrestowa")
    record_attendance(session=session, marks={ana: Mark.PRESENT}, by=a_user(), at=TEN + LAST_DAY)
    said = {f"mark-{ana.pk}": "present", f"was-{ana.pk}": "present", f"back-{ana.pk}": "on"}

    page = client.post(sheet(session), said, follow=True).content.decode()

    assert marks() == {}
    assert "Agrestowa Anna: udział jeszcze się nie zaczął." in page


@pytest.mark.usefixtures("worker")
def test_an_older_page_undoes_nothing_and_a_conflict_is_told(client: Client, edition: Edition) -> None:
    session, (ana, jan) = a_meeting(edition, "Agrestowa", "Bratkowa")
    both = {ana: Mark.ABSENT, jan: Mark.PRESENT}
    record_attendance(session=session, marks=both, by=a_user(), at=TEN + LAST_DAY)
    said = {f"mark-{ana.pk}": "present", f"was-{ana.pk}": "", f"was-{jan.pk}": ""}

    page = client.post(sheet(session), said, follow=True).content.decode()

    assert marks() == {ana.pk: "present", jan.pk: "present"}
    assert "Agrestowa Anna: ktoś zapisał wcześniej „nieobecność”. Teraz jest: „obecność”." in page


@pytest.mark.usefixtures("worker")
def test_a_refused_sheet_keeps_what_was_ticked_and_says_what_is_missing(
    client: Client, edition: Edition
) -> None:
    session, (ana,) = a_meeting(edition, "Agrestowa")
    undeclared = a_participation(person=a_person("Bez", "Ewa"), edition=edition)
    group = session.activity.group
    assert group is not None
    add_member(group=group, participation=undeclared, from_day=date(2026, 2, 5), by=a_user(), at=TEN)
    said = {f"mark-{one.pk}": "present" for one in (ana, undeclared)}

    answer = client.post(sheet(session), said)

    assert answer.status_code == 422
    assert "deklaracj" in answer.content.decode()
    assert answer.content.decode().count(" checked") == 2
    assert marks() == {}


@pytest.mark.usefixtures("worker")
def test_a_closed_list_asks_for_the_reason(client: Client, edition: Edition) -> None:
    session, (ana,) = a_meeting(edition, "Agrestowa")
    close_register(session=session, by=a_user(), at=TEN + LAST_DAY)

    refused = client.post(sheet(session), {f"mark-{ana.pk}": "present"})
    client.post(sheet(session), {f"mark-{ana.pk}": "present", "reason": "Znaleziona lista"})

    assert refused.status_code == 422
    assert marks() == {ana.pk: "present"}


def test_a_controller_reads_the_list_and_cannot_write_it(client: Client, edition: Edition) -> None:
    session, (ana,) = a_meeting(edition, "Agrestowa")
    controller = a_user()
    a_role(controller, TeamRole.CONTROLLER, edition)
    client.force_login(controller)

    page, refused = client.get(sheet(session)), client.post(sheet(session), {f"mark-{ana.pk}": "present"})

    assert "Zapisz listę" not in page.content.decode()
    assert "radio" not in page.content.decode()
    assert (page.status_code, refused.status_code, marks()) == (200, 403, {})


@pytest.mark.usefixtures("worker")
@pytest.mark.parametrize("name", ["attendance", "walk_in", "tally", "cancel"])
def test_a_session_of_another_programme_is_not_there(client: Client, name: str) -> None:
    foreign = a_session()

    assert client.get(reverse(f"activities:{name}", args=[foreign.pk])).status_code == 404


@pytest.mark.usefixtures("worker")
def test_a_walk_in_participant_is_found_added_and_present(client: Client, edition: Edition) -> None:
    session, _people = a_meeting(edition, "Agrestowa")
    late = a_declared_participation(person=a_person("Żurawinowa", "Ewa"), edition=edition)
    address = reverse("activities:walk_in", args=[session.pk])

    found = client.get(address, {"name": "zuraw"}).content.decode()
    client.post(address, {"participation": str(late.pk)})

    assert "Żurawinowa Ewa" in found
    assert "Agrestowa" not in found
    assert marks() == {late.pk: "present"}


@pytest.mark.usefixtures("worker")
def test_a_walk_in_whom_nobody_knows_is_counted_as_a_guest(client: Client, edition: Edition) -> None:
    session, _people = a_meeting(edition)
    address = reverse("activities:walk_in", args=[session.pk])

    found = client.get(address, {"name": "Nikt"}).content.decode()
    client.post(address, {"sex": "women", "age_band": ""})

    assert "Nikt w programie nie pasuje do „Nikt”" in found
    assert list(Tally.objects.values_list("sex", "age_band", "number")) == [("women", "", 1)]


@pytest.mark.usefixtures("worker")
def test_a_walk_in_without_papers_is_refused_with_what_is_missing(client: Client, edition: Edition) -> None:
    session, _people = a_meeting(edition)
    undeclared = a_participation(edition=edition)

    answer = client.post(
        reverse("activities:walk_in", args=[session.pk]), {"participation": str(undeclared.pk)}
    )

    assert answer.status_code == 422
    assert "deklaracj" in answer.content.decode()
    assert marks() == {}


@pytest.mark.usefixtures("worker")
def test_the_head_count_is_written_by_age_and_sex(client: Client, edition: Edition) -> None:
    session, _people = a_meeting(edition)
    address = reverse("activities:tally", args=[session.pk])
    assert "Na tej liście nikogo nie ma" in client.get(sheet(session)).content.decode()

    refused = client.post(address, {"heads-women-over_54": "-1", "heads-men-": "3"})
    page = client.post(address, {"heads-women-over_54": "7", "heads-men-": "3"}, follow=True)

    assert "Bez nazwiska: 10\xa0osób" in page.content.decode()
    assert refused.status_code == 422
    assert sorted(Tally.objects.values_list("sex", "age_band", "number")) == [
        ("men", "", 3),
        ("women", "over_54", 7),
    ]


def test_a_trainer_of_an_offer_finds_only_her_people(client: Client, edition: Edition) -> None:
    session, (ana,) = a_meeting(edition, "Agrestowa")
    stranger = a_declared_participation(person=a_person("Obca"), edition=edition)
    trainer = a_user()
    a_role(trainer, TeamRole.COMMISSIONED, edition, offer=session.activity.group.offer)  # type: ignore[union-attr]
    Session.objects.filter(pk=session.pk).update(title="Temat")
    Activity.objects.update(offer=session.activity.group.offer)  # type: ignore[union-attr]
    client.force_login(trainer)

    found = client.get(reverse("activities:walk_in", args=[session.pk]), {"name": "obca"}).content.decode()
    client.post(sheet(session), {f"mark-{ana.pk}": "present"})

    assert str(stranger.number) not in found
    assert marks() == {ana.pk: "present"}
    assert Involvement.objects.filter(person=ana.person).count() == 2
