"""A group that meets: what the pages of sessions show on the day of the screens."""

from datetime import UTC, date, datetime, timedelta

TODAY_AT_TEN = datetime(2026, 6, 11, 8, tzinfo=UTC)
NAMES = ("Agrestowa", "Bratkowa", "Ćwikłowa", "Łubinowa", "Niezapominajkowa-Przebiśniegowska", "Волошкова")


def fill() -> None:
    """Session 1 is today's, half marked; 2 is planned; 3 an event that was counted. Group 1 has six members."""
    from kladka.activities.actions import add_member, record_attendance, record_tally  # noqa: PLC0415
    from kladka.activities.choices import Mark  # noqa: PLC0415
    from kladka.activities.tests import builders  # noqa: PLC0415
    from kladka.participation.tests.builders import a_declared_participation  # noqa: PLC0415
    from kladka.people.tests.builders import a_person  # noqa: PLC0415
    from kladka.programmes.tests.builders import a_support, a_user, an_edition, an_offer  # noqa: PLC0415

    edition, by = an_edition(), a_user("Beata Organizatorka")
    offer = an_offer(edition, support=a_support(edition))
    group = builders.a_group(edition, offer=offer, title="Warsztaty animacyjne")
    people = [a_declared_participation(person=a_person(name, "Halina"), edition=edition) for name in NAMES]
    for one in people:
        add_member(group=group, participation=one, from_day=date(2026, 2, 5), by=by, at=TODAY_AT_TEN)
    activity, room = builders.an_activity(group, support=offer.support), builders.a_room()
    common = {"room": room, "venue": room.venue, "title": "Przygotowanie pikniku"}
    today = builders.a_session(activity, starts_at=TODAY_AT_TEN, **common)
    builders.a_session(activity, starts_at=TODAY_AT_TEN + timedelta(days=7), **common)
    picnic = builders.a_session(
        builders.an_open_activity(builders.an_event(edition)), starts_at=TODAY_AT_TEN - timedelta(days=4)
    )
    marks = {people[0]: Mark.PRESENT, people[1]: Mark.ABSENT, people[2]: Mark.EXCUSED}
    record_attendance(session=today, marks=marks, by=by, at=TODAY_AT_TEN)
    record_tally(session=picnic, counts={("women", "over_54"): 40, ("", ""): 22}, by=by, at=TODAY_AT_TEN)
