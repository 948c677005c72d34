"""Where each published fact of six programmes lives in a definition: facts path → what the public page's data say.

The same table is held against a definition read from its file and against one read from the records.
"""

from collections.abc import Callable, Iterable
from typing import Any

from kladka.definitions.format.values import Line
from kladka.definitions.public import PublicEdition, PublicPage, PublicPart
from kladka.programmes.choices import CommunityKind, PartyRole, Relation, Scope, SiteRole, Topic
from kladka.programmes.rules import Amount, Count, Length

Fact = Callable[[PublicPage], Any]
SAID = {Relation.AT_LEAST: "co najmniej"}


def one(values: Iterable[Any]) -> Any:
    """The only value; more or fewer are a mistake."""
    (value,) = values
    return value


def titles(rows: Iterable[Any]) -> list[Line]:
    return [row.title for row in rows]


def day(value: object) -> str | None:
    return None if value is None else str(value)


def number(count: Count | None) -> int | None:
    return count.number if count else None


def exact(amount: Amount | None) -> str | None:
    assert amount is None or amount.is_exact
    return None if amount is None else str(amount.value)


def about(amount: Amount | None) -> str | None:
    assert amount is None or amount.relation == Relation.ABOUT
    return None if amount is None else f"{amount.value:.0f}"


def edition(page: PublicPage, place: int = 0) -> PublicEdition:
    return page.editions[place]


def task(place: int, fact: Callable[[PublicPart], Any]) -> Fact:
    return lambda page: fact(edition(page).tasks[place])


def supports(section: str) -> Fact:
    return lambda page: titles(edition(page).beside_tasks.supports_in(section))


def target(fact: Callable[[Any], Any]) -> Fact:
    return lambda page: fact(one(edition(page).targets).target)


def figure(key: str, fact: Callable[[Any], Any]) -> Fact:
    return lambda page: fact(one(row for row in page.of.figures if row.key == key))


COMMON: dict[str, Fact] = {
    "programme.municipality": lambda page: page.head.municipality,
    "programme.title": lambda page: page.head.title,
    "programme.kind": lambda page: page.head.kind,
    "programme.beneficiary": lambda page: one(page.parties(PartyRole.BENEFICIARY)),
    "programme.implementing_unit": lambda page: one(page.parties(PartyRole.IMPLEMENTING_UNIT)),
    "programme.partners": lambda page: list(page.parties(PartyRole.PARTNER)),
    "programme.districts": lambda page: list(page.districts),
    "programme.places": lambda page: list(page.sites(SiteRole.VENUE)),
    "programme.revitalisation_programme": lambda page: page.head.revitalisation_programme,
    "programme.fund": lambda page: edition(page).edition.fund,
    "programme.measure": lambda page: edition(page).edition.measure,
    "programme.period": lambda page: [day(edition(page).period.start), day(edition(page).period.end)],
    "programme.starts": lambda page: day(edition(page).period.start),
    "programme.ends": lambda page: day(edition(page).period.end),
    "programme.ended_on": lambda page: day(edition(page).period.end),
    "money.currency": lambda page: one({row.budget.currency for row in edition(page).budgets}),
    "money.total": lambda page: exact(one(edition(page).budgets).budget.total),
    "money.eu": lambda page: exact(one(one(edition(page).budgets).sources).amount),
    "money.rate_percent": lambda page: one(one(edition(page).budgets).sources).rate_percent,
    "money.value_about": lambda page: about(one(edition(page).budgets).budget.total),
    "public.goal": lambda page: one(page.texts(Topic.GOAL)),
    "public.portal": lambda page: list(page.texts(Topic.PORTAL)),
    "public.supports": supports(""),
    "targets.relation": target(lambda row: SAID[row.total.relation]),
    "targets.persons": target(lambda row: number(row.total)),
}

KATOWICE: dict[str, Fact] = {
    "programme.office": lambda page: one(page.sites(SiteRole.OFFICE)),
    "programme.seat": lambda page: one(page.sites(SiteRole.SEAT)),
    "public.contacts": lambda page: [contact.role for contact in page.contacts],
    "public.page_metadata": lambda page: (
        [
            *["informację wytworzył" for _ in [page.metadata.produced_by] if _],
            f"data wytworzenia: {page.metadata.produced_on}",
            *["osoba odpowiedzialna za treść" for _ in [page.metadata.responsible] if _],
        ]
        if page.metadata
        else []
    ),
    **{f"tasks.{place}.title": task(place, lambda part: part.task and part.task.title) for place in range(5)},
    "tasks.0.staff": task(0, lambda part: {row.role: number(row.number) for row in part.staff}),
    "tasks.0.clubs": task(0, lambda part: titles(part.clubs)),
    "tasks.0.club_audiences": task(0, lambda part: {club.title: club.group.audience for club in part.clubs}),
    "tasks.0.supports": task(0, lambda part: titles(part.supports)),
    "tasks.1.supports": task(1, lambda part: titles(part.supports)),
    "tasks.1.groups": task(1, lambda part: [club.group.audience for club in part.other_groups]),
    "tasks.1.initiatives": task(1, lambda part: one(part.initiative_calls).description),
    "tasks.2.events": task(2, lambda part: titles(part.events)),
    "tasks.2.open_to": task(2, lambda part: part.task and part.task.open_to),
    "tasks.3.persons": task(3, lambda part: part.task and number(part.task.persons)),
    "tasks.3.groups_count": task(3, lambda part: part.task and number(part.task.groups)),
    "tasks.3.stages": task(3, lambda part: titles(part.stages)),
    "tasks.3.supports_social": task(3, lambda part: titles(part.supports_of(Scope.SOCIAL))),
    "tasks.3.supports_educational": task(3, lambda part: titles(part.supports_of(Scope.EDUCATIONAL))),
    "tasks.3.supports_vocational": task(3, lambda part: titles(part.supports_of(Scope.VOCATIONAL))),
    "tasks.3.commissioned_to": task(3, lambda part: part.deliverer),
    "tasks.4.costs": task(4, lambda part: titles(part.costs)),
    "targets.women": target(lambda row: number(row.women)),
    "targets.men": target(lambda row: number(row.men)),
}

MIKOLOW: dict[str, Fact] = {
    "money.grant": lambda page: exact(one(edition(page).budgets).budget.grant),
    "money.rate_percent": lambda page: one(edition(page).budgets).budget.grant_rate_percent,
    "public.communities.territorial": lambda page: [
        row.name for row in page.communities if row.kind == CommunityKind.TERRITORIAL
    ],
    "public.communities.categorical": lambda page: one(
        number(row.number) for row in page.communities if row.kind == CommunityKind.CATEGORICAL
    ),
    "public.communities.total": figure("communities", lambda row: number(row.total)),
    "public.local_activity_programme.area": lambda page: (
        f"{one(page.local_programmes).title} (obszar rewitalizowany)"
        if one(page.local_programmes).area.is_revitalised
        else one(page.local_programmes).title
    ),
    "public.local_activity_programme.meeting_place": lambda page: one(
        page.local_programmes
    ).meeting_place.removesuffix(", Mikołów"),  # the page names its own town nowhere
    "public.local_activity_programme.goal": lambda page: one(page.local_programmes).programme.goal,
    "public.local_activity_programme.staff": lambda page: [
        f"{row.role}: {row.duties}" if row.duties else row.role for row in one(page.local_programmes).staff
    ],
    "public.may_join": lambda page: one(page.texts(Topic.MAY_JOIN)),
    "public.expected_effects": lambda page: list(page.texts(Topic.EXPECTED_EFFECT)),
}

AKTYWNE_CENTRUM: dict[str, Fact] = {
    "money.additional_funding_about": lambda page: about(one(edition(page).budgets).budget.grant),
}

MORS: dict[str, Fact] = {
    "public.target_group": lambda page: one(edition(page).target_groups).title,
    "public.activities": supports(""),
    "outcomes.persons_supported": figure("persons-supported", lambda row: number(row.total)),
    "outcomes.job_seeking_learning_qualified_or_employed_after_exit": figure(
        "any-result", lambda row: number(row.total)
    ),
    "editions.0.number": lambda page: edition(page, 1).edition.number,
    "editions.0.value_about": lambda page: about(one(edition(page, 1).budgets).budget.total),
    "editions.0.starts": lambda page: day(edition(page, 1).period.start),
    "editions.0.lasts_months": lambda page: edition(page, 1).edition.lasts.months,  # type: ignore[union-attr]
    "editions.0.target_group": lambda page: titles(edition(page, 1).target_groups),
    "editions.0.supports": lambda page: titles(edition(page, 1).beside_tasks.supports),
}

TYLE_WSPARCIA: dict[str, Fact] = {
    "public.training_flat.for": lambda page: _audience(page, one(edition(page).beside_tasks.training_flats)),
    "public.training_flat.trainings": lambda page: list(
        one(edition(page).beside_tasks.training_flats).trainings
    ),
    "public.training_flat.place": lambda page: page.site(one(edition(page).beside_tasks.training_flats).site),
    "public.training_flat.running": lambda page: one(edition(page).beside_tasks.training_flats).running,
    "public.child_therapies.for": lambda page: one(
        {_audience(page, row) for row in edition(page).beside_tasks.therapies}
    ),
    "public.child_therapies.kinds": lambda page: titles(edition(page).beside_tasks.therapies),
    "public.parents": supports("parents"),
    "public.trainings": supports("trainings"),
    "public.local_activity_programmes": lambda page: titles(page.local_programmes),
    "public.local_activity": supports("local-activity"),
    "public.vocational": supports("vocational"),
    "city_total.value_about": lambda page: about(one(page.announced_totals).total),
    "city_total.eu_about": lambda page: about(one(page.announced_totals).eu),
    "city_total.own_about": lambda page: about(one(page.announced_totals).own),
}

_SCOPE: Fact = lambda page: one({row.scope for row in edition(page).outcomes or page.figures})  # noqa: E731 - a row of the table

ZAWIERCIE: dict[str, Fact] = {
    "programme.mode": lambda page: edition(page).edition.mode,
    "programme.lasts": lambda page: (edition(page).edition.lasts or Length()).words,
    "public.local_activity_programmes": lambda page: titles(page.local_programmes),
    "public.community": supports("community"),
    "public.volunteering": lambda page: one(edition(page).beside_tasks.volunteer_centres).description,
    "outcomes.scope": _SCOPE,
    "outcomes.recruited": figure("recruited", lambda row: number(row.total)),
    "outcomes.social_contracts_signed": figure("social-contracts-signed", lambda row: number(row.total)),
    "outcomes.completed_planned_pathway": figure("completed-planned-pathway", lambda row: number(row.total)),
    "outcomes.internships_completed": figure("internships-completed", lambda row: number(row.total)),
    "outcomes.vocational_course_completed": figure(
        "vocational-course-completed", lambda row: {"course": row.of, "persons": number(row.total)}
    ),
}

FACTS: dict[str, dict[str, Fact]] = {
    "katowice-welnowiec-jozefowiec-dab": COMMON | KATOWICE,
    "mikolow-wsparcie-spolecznosci": COMMON | MIKOLOW,
    "sosnowiec-aktywne-centrum": COMMON | AKTYWNE_CENTRUM,
    "sosnowiec-mors": COMMON | MORS,
    "sosnowiec-tyle-wsparcia": COMMON | TYLE_WSPARCIA,
    "zawiercie-partnerstwo": COMMON | ZAWIERCIE,
}


def _audience(page: PublicPage, row: Any) -> Any:
    return one(group.title for group in page.target_groups if group.key == row.target_group)
