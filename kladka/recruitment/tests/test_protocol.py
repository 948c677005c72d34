"""From cards to a sealed protocol, decisions, the reserve and appeals."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from kladka.audit import sealing
from kladka.core.errors import DomainError
from kladka.people.actions import settle
from kladka.people.choices import Sex
from kladka.people.tests.builders import a_person
from kladka.places.models import Address, AreaStreet, RevitalisationArea
from kladka.programmes.choices import AreaKind, Relation
from kladka.programmes.models import Area
from kladka.programmes.tests.builders import a_user, an_edition
from kladka.recruitment import actions, canonical
from kladka.recruitment.choices import AppealResult, PlaceAnswer, Signing, TieKey, Trait, Way
from kladka.recruitment.models import Application, Decision, Draw, Protocol, Round, RoundQuota, TieBreak
from kladka.recruitment.queries.ranking import ranked
from kladka.recruitment.queries.reserve import reserve_of
from kladka.recruitment.tests.builders import (
    CAME,
    NOW,
    a_card,
    a_meeting,
    a_round,
    a_scheme,
    a_seat,
    an_application,
)

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

    from kladka.recruitment.models import CommitteeMember

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=1)


def a_spring(*, limit: int = 1, reserve: int = 1, **given: object) -> Round:
    edition = an_edition()
    exact = {"limit_relation": Relation.EXACTLY}
    return a_round(edition, scheme=a_scheme(edition), limit=limit, reserve=reserve, **exact, **given)


def applied(spring: Round, **given: Any) -> Application:
    return an_application(edition=spring.edition, round=spring, **given)


def chosen(spring: Round, seat: "CommitteeMember", **given: object) -> Protocol:
    meeting = a_meeting(seat, **given)
    return actions.seal_protocol(round=spring, meeting=meeting, by=seat.user, at=NOW)


def three(spring: Round, seat: "CommitteeMember") -> list[Application]:
    """With 15, 10 and 5 points."""
    people = [applied(spring) for _ in range(3)]
    a_card(people[0], seat.user, "food", level="three")
    a_card(people[1], seat.user, level="three")
    a_card(people[2], seat.user, level="two")
    return people


def outcomes() -> dict[str, str]:
    return dict(Decision.objects.in_force().values_list("application__number", "outcome"))


def test_the_protocol_puts_everybody_on_a_list_and_says_why() -> None:
    spring = a_spring()
    seat = a_seat(spring)
    three(spring, seat)
    out = an_application(edition=spring.edition, round=spring, is_complete=False)

    protocol = chosen(spring, seat)

    assert (protocol.received, protocol.correct, protocol.rejected) == (4, 3, 1)
    assert list(protocol.entries.values_list("application__number", "position", "outcome", "because")) == [
        ("Z-0001", 1, "qualified", "15 punktów"),
        ("Z-0002", 2, "reserve", "10 punktów"),
        ("Z-0003", 3, "not_qualified", "5 punktów; brak miejsca"),
        (
            out.number,
            None,
            "not_qualified",
            "Zestaw dokumentów nie był kompletny i podpisany.",
        ),
    ]
    assert outcomes() == {
        "Z-0001": "qualified",
        "Z-0002": "reserve",
        "Z-0003": "not_qualified",
        "Z-0004": "not_qualified",
    }
    assert set(Decision.objects.values_list("protocol", flat=True)) == {protocol.pk}


def test_what_was_sealed_can_be_read_back_and_names_no_applicant() -> None:
    spring = a_spring()
    seat = a_seat(spring)
    ana = an_application(a_person("Łąkowa", "Ewa"), edition=spring.edition, round=spring)
    a_card(ana, seat.user)

    protocol = chosen(spring, seat, objections="none")

    bytes_kept = sealing.opened(protocol.content, digest=protocol.digest, name=protocol.number)
    content = canonical.read(bytes_kept)
    assert (content["number"], content["ranking"][0]["number"], content["objections"]) == (
        protocol.number,
        "Z-0001",
        "none",
    )
    assert "Łąkowa" not in bytes_kept.decode()
    assert canonical.written(content) == bytes_kept


def test_a_later_change_is_a_new_protocol_and_only_what_changed_is_decided_again() -> None:
    spring = a_spring(reserve=2)
    seat = a_seat(spring)
    first, second, third = three(spring, seat)
    before = chosen(spring, seat)

    a_card(first, seat.user)
    after = actions.seal_protocol(round=spring, meeting=a_meeting(seat), by=seat.user, at=LATER)

    assert (after.replaces, list(Protocol.objects.in_force())) == (before, [after])
    assert outcomes() == {"Z-0001": "reserve", "Z-0002": "qualified", "Z-0003": "reserve"}
    assert [one.decisions.count() for one in (first, second, third)] == [2, 2, 1]
    with pytest.raises(DomainError, match="A later protocol replaced this one"):
        actions.publish_results(protocol=before, by=seat.user, at=LATER)


def test_nothing_is_sealed_before_everybody_is_scored_and_the_quorum_is_there() -> None:
    spring = a_spring()
    seat, other = a_seat(spring, quorum=2), a_seat(spring)
    with pytest.raises(DomainError, match="At least 2 members must be there"):
        chosen(spring, seat)
    both = a_meeting(seat, other)
    with pytest.raises(DomainError, match="Nobody applied in this round"):
        actions.seal_protocol(round=spring, meeting=both, by=seat.user, at=NOW)
    one = applied(spring)
    with pytest.raises(DomainError, match=f"Score these applications first: {one.number}"):
        actions.seal_protocol(round=spring, meeting=both, by=seat.user, at=NOW)
    with pytest.raises(DomainError, match="Only members of the committee"):
        actions.seal_protocol(round=spring, meeting=both, by=a_user(), at=NOW)

    assert not Protocol.objects.exists()


def test_equal_ones_at_the_cut_are_ordered_by_the_committee_and_the_protocol_says_how() -> None:
    spring = a_spring()
    seat = a_seat(spring)
    one, two = applied(spring), applied(spring)
    for each in (one, two):
        a_card(each, seat.user)
    with pytest.raises(DomainError, match="Decide first who of these goes before whom: Z-0001, Z-0002"):
        chosen(spring, seat)

    actions.rule_among_equals(round=spring, order=[two, one], how="by vote, 3 : 0", by=seat.user, at=NOW)
    protocol = chosen(spring, seat)

    content = canonical.read(sealing.opened(protocol.content, digest=protocol.digest, name=""))
    assert outcomes() == {"Z-0002": "qualified", "Z-0001": "reserve"}
    assert content["rulings"] == [
        {"number": "Z-0002", "place": 1, "how": "by vote, 3 : 0"},
        {"number": "Z-0001", "place": 2, "how": "by vote, 3 : 0"},
    ]
    assert content["ranking"][0]["because"] == "0 punktów; przed Z-0001, decyduje: decyzja komisji"


def test_who_joins_equals_after_the_ruling_is_not_put_last_by_it() -> None:
    spring = a_spring(reserve=5)
    seat = a_seat(spring)
    one, two = applied(spring), applied(spring)
    for each in (one, two):
        a_card(each, seat.user)
    actions.rule_among_equals(round=spring, order=[two, one], how="vote", by=seat.user, at=NOW)

    late = applied(spring)
    a_card(late, seat.user)

    assert ranked(spring).lists.undecided == (("Z-0001", "Z-0002", "Z-0003"),)
    with pytest.raises(DomainError, match="all those, and only those"):
        actions.rule_among_equals(round=spring, order=[two, late], how="vote", by=seat.user, at=NOW)


def test_keys_of_the_scheme_part_equals_without_the_committee() -> None:
    spring = a_spring()
    seat = a_seat(spring)
    TieBreak.objects.create(edition=spring.edition, scheme=spring.scheme, key="time", by=TieKey.RECEIVED)
    late = applied(spring, received_at=CAME + timedelta(hours=2))
    early = applied(spring)
    for each in (late, early):
        a_card(each, seat.user)

    protocol = chosen(spring, seat)

    assert [entry.because for entry in protocol.entries.all()] == [
        f"0 punktów; przed {late.number}, decyduje: data i godzina wpływu",
        f"0 punktów; po {early.number}, decyduje: data i godzina wpływu",
    ]


def test_places_kept_for_women_are_filled_first() -> None:
    spring = a_spring(limit=2)
    RoundQuota.objects.create(
        edition=spring.edition, round=spring, key="women", title="women", trait=Trait.WOMEN, number=1
    )
    seat = a_seat(spring)
    for sex, level in ((Sex.MAN, "three"), (Sex.MAN, "two"), (Sex.WOMAN, "")):
        one = an_application(a_person(sex=sex), edition=spring.edition, round=spring)
        a_card(one, seat.user, level=level)

    protocol = chosen(spring, seat)

    assert outcomes() == {"Z-0001": "qualified", "Z-0002": "reserve", "Z-0003": "qualified"}
    assert protocol.entries.last().because == "0 punktów; miejsce zastrzeżone: women"  # type: ignore[union-attr]


def test_who_lives_in_the_area_is_read_from_the_register_of_streets(
    django_assert_num_queries: "DjangoAssertNumQueries",
) -> None:
    spring = a_spring(limit=1)
    degraded = RevitalisationArea.objects.create(name="Old town")
    AreaStreet.objects.create(area=degraded, street="Lipowa", from_no=1, to_no=9, valid_from=date(2020, 1, 1))
    programme = spring.edition.programme
    area = Area.objects.create(programme=programme, key="old", kind=AreaKind.REVITALISATION, name="Old town")
    RoundQuota.objects.create(
        edition=spring.edition, round=spring, key="old", trait=Trait.AREA, area=area, number=1
    )
    clerk = a_user()
    for building in ("11", "7", "?"):
        one = applied(spring)
        a_card(one, clerk, level="three" if building == "11" else "")
        address = Address.objects.create(
            street="Lipowa", building=building, locality="Town", municipality_code="9901011", key=building
        )
        settle(person=one.person, address=address, from_day=date(2000, 1, 1), by=clerk, at=NOW)

    with django_assert_num_queries(17):
        lists = ranked(spring).lists

    assert (lists.main, list(lists.by_quota)) == (("Z-0002",), ["Z-0002"])


def test_a_lottery_is_drawn_once_and_its_start_value_is_in_the_protocol() -> None:
    edition = an_edition()
    spring = a_round(edition, way=Way.LOTTERY, limit=2, limit_relation=Relation.EXACTLY, reserve=0)
    seat = a_seat(spring)
    for _ in range(5):
        applied(spring)
    with pytest.raises(DomainError, match="Draw the lot first"):
        chosen(spring, seat)

    actions.draw_lots(round=spring, seed="17-4-33", by=seat.user, at=NOW)
    protocol = chosen(spring, seat)

    content = canonical.read(sealing.opened(protocol.content, digest=protocol.digest, name=""))
    assert (content["lot"], sorted(outcomes().values())) == (
        "17-4-33",
        ["not_qualified"] * 3 + ["qualified"] * 2,
    )
    with pytest.raises(DomainError, match="it is drawn only once"):
        actions.draw_lots(round=spring, by=seat.user, at=NOW)
    assert Draw.objects.count() == 1


def test_members_sign_by_name_or_on_paper_once_and_only_if_they_were_there() -> None:
    spring = a_spring()
    anna, jan, away = a_seat(spring), a_seat(spring), a_seat(spring)
    three(spring, anna)
    protocol = actions.seal_protocol(round=spring, meeting=a_meeting(anna, jan), by=anna.user, at=NOW)

    actions.sign_protocol(protocol=protocol, member=anna, way=Signing.BY_NAME, by=anna.user, at=LATER)
    actions.sign_protocol(protocol=protocol, member=jan, way=Signing.ON_PAPER, by=anna.user, at=LATER)

    assert list(protocol.signatures.values_list("member", "way")) == [
        (anna.pk, "by_name"),
        (jan.pk, "on_paper"),
    ]
    for member, by, sentence in (
        (jan, anna.user, "Only members of the committee"),
        (away, away.user, "who were at the meeting"),
        (anna, anna.user, "already signed"),
    ):
        with pytest.raises(DomainError, match=sentence):
            actions.sign_protocol(protocol=protocol, member=member, way=Signing.BY_NAME, by=by, at=LATER)


def test_a_free_place_goes_to_the_reserve_in_its_order() -> None:
    spring = a_spring(reserve=2)
    seat = a_seat(spring)
    first, second, third = three(spring, seat)
    chosen(spring, seat)
    clerk = a_user()
    with pytest.raises(DomainError, match="No place is free"):
        actions.offer_place(round=spring, by=clerk, at=LATER)

    actions.withdraw(application=first, on=LATER.date(), by=clerk, at=LATER)
    offered = actions.offer_place(round=spring, vacated_by=first, by=clerk, at=LATER)
    with pytest.raises(DomainError, match="No place is free"):
        actions.offer_place(round=spring, by=clerk, at=LATER)
    actions.answer_place(
        promotion=offered,
        answer=PlaceAnswer.REFUSED,
        on=LATER.date(),
        reason="found a job",
        by=clerk,
        at=LATER,
    )
    again = actions.offer_place(round=spring, vacated_by=first, by=clerk, at=LATER)
    actions.answer_place(promotion=again, answer=PlaceAnswer.ACCEPTED, on=LATER.date(), by=clerk, at=LATER)

    assert (offered.application, again.application, again.answer_by) == (second, third, date(2026, 3, 17))
    assert outcomes() == {"Z-0001": "qualified", "Z-0002": "reserve", "Z-0003": "qualified"}
    assert [entry.application for entry in reserve_of(spring)] == [second]
    with pytest.raises(DomainError, match="No place is free"):
        actions.offer_place(round=spring, by=clerk, at=LATER)


def test_grounds_are_checked_again_before_a_place_is_offered() -> None:
    spring = a_spring(reserve=2)
    seat = a_seat(spring)
    first, second, third = three(spring, seat)
    chosen(spring, seat)
    Application.objects.filter(pk=second.pk).update(is_complete=False)
    actions.vacate_place(application=first, on=LATER.date(), by=seat.user, at=LATER)

    offered = actions.offer_place(round=spring, by=seat.user, at=LATER)

    assert offered.application == third
    assert list(second.promotions.values_list("answer", "reason")) == [
        ("lapsed", "The set of papers was not complete and signed.")
    ]
    with pytest.raises(DomainError, match="Wait for the answer"):
        actions.answer_place(
            promotion=offered, answer=PlaceAnswer.NO_ANSWER, on=LATER.date(), by=seat.user, at=LATER
        )


def test_an_appeal_is_received_and_decided() -> None:
    spring = a_spring()
    seat = a_seat(spring)
    *_, third = three(spring, seat)
    with pytest.raises(DomainError, match="no decision yet"):
        actions.receive_appeal(
            application=third, words="unfair", received_on=NOW.date(), by=seat.user, at=NOW
        )
    chosen(spring, seat)

    appeal = actions.receive_appeal(
        application=third, words="unfair", received_on=NOW.date(), by=seat.user, at=NOW
    )
    given: Any = {"decided_on": NOW.date(), "by": seat.user, "at": NOW}
    decided = actions.decide_appeal(
        appeal=appeal, result=AppealResult.DISMISSED, reason="points are right", **given
    )

    assert (decided.result, decided.decided_by) == ("dismissed", seat.user)
    with pytest.raises(DomainError, match="already decided"):
        actions.decide_appeal(appeal=appeal, result=AppealResult.UPHELD, reason="x", **given)


def test_results_are_published_once() -> None:
    spring = a_spring()
    seat = a_seat(spring)
    three(spring, seat)
    protocol = chosen(spring, seat)

    for moment in (NOW, LATER):
        actions.publish_results(protocol=protocol, by=seat.user, at=moment)

    assert list(Protocol.objects.values_list("published_at", flat=True)) == [NOW]


def test_the_ranking_asks_as_often_for_one_as_for_many(
    django_assert_num_queries: "DjangoAssertNumQueries",
) -> None:
    spring = a_spring()
    seat = a_seat(spring)
    a_card(applied(spring), seat.user)
    with django_assert_num_queries(15) as one:
        ranked(spring)
    for _ in range(10):
        a_card(applied(spring), seat.user)
    with django_assert_num_queries(len(one)):
        ranked(spring)
