"""Programmes as nobody would write them, for tests of the round trip."""

import unicodedata
from typing import Any

from hypothesis import strategies as st

from kladka.definitions.format import ProgrammeFile
from kladka.programmes.choices import Precision, Relation, SiteRole
from kladka.programmes.rules import Amount, Count, Length, PartialDate

LETTERS = st.characters(exclude_categories=["Cc", "Cs", "Cf", "Co", "Cn"])
LINES = st.text(LETTERS, max_size=40).map(lambda text: unicodedata.normalize("NFC", text.lstrip()))
TITLES = LINES.map(lambda text: text or "Klub")
PROSE = st.text(st.sampled_from("ab\"\\\n żЇ'#[]={}"), max_size=60)
PRECISIONS = {Precision.DAY: "%Y-%m-%d", Precision.MONTH: "%Y-%m", Precision.YEAR: "%Y"}
DATES = st.builds(
    lambda day, form: PartialDate.parse(day.strftime(form)),
    st.dates(min_value=PartialDate.parse("1990").first_day, max_value=PartialDate.parse("2090").first_day),
    st.sampled_from(list(PRECISIONS.values())),
)
RELATIONS = st.sampled_from(list(Relation))
COUNTS = st.builds(Count, st.integers(0, 2_000_000_000), RELATIONS)
AMOUNTS = st.builds(Amount, st.decimals(0, 10**12 - 1, places=2), RELATIONS)
LENGTHS = st.builds(Length, st.integers(1, 1200), LINES) | TITLES.map(lambda words: Length(words=words))
RATES = st.decimals(0, 999, places=4).map(str)
KEYS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8})?", fullmatch=True)
# A house has one postcode: the record of an address learns it and keeps it for every file.
ADDRESSES = st.fixed_dictionaries(
    {"locality": st.sampled_from(["Katowice", "Żory  Północ"])},
    optional={
        "street": st.sampled_from(["ulica Lipowa", "os. Nowe", "Pl. Wolności", "Rynek", "al.Róż", "3 Maja"]),
        "building": st.sampled_from(["1", "10 B", "7a"]),
        "flat": st.sampled_from(["", "3", "3 A"]),
    },
).map(lambda said: {**said, "postcode": "40-028"} if "building" in said else {**said, "street": ""})
VENUES = st.fixed_dictionaries(
    {"name": TITLES, "note": LINES, "is_revitalised": st.booleans()},
    optional={"address": ADDRESSES, "district": LINES},
)


def rows(fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[tuple[dict[str, Any], ...]]:
    row = st.fixed_dictionaries({"key": KEYS, "remark": PROSE, **fields})
    return st.lists(row, max_size=3, unique_by=lambda one: one["key"]).map(tuple)


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


@st.composite
def programmes(draw: st.DrawFn) -> ProgrammeFile:
    sites = draw(rows({"role": st.sampled_from(list(SiteRole)), "venue": VENUES}))[:1]
    named = (
        st.lists(st.sampled_from([site["key"] for site in sites]), unique=True).map(tuple)
        if sites
        else st.just(())
    )
    of_one = {"edition": st.just("one")}
    budget = {"currency": st.just("PLN"), "total": maybe(AMOUNTS), "conversion_rate": st.just("4.25")}
    task = {"title": TITLES, "starts": maybe(DATES), "persons": maybe(COUNTS), "description": PROSE}
    event = {"kind": st.just("outing"), "title": TITLES, "sites": named, "times": maybe(COUNTS)}
    source = {"rate_percent": maybe(RATES), "amount": maybe(AMOUNTS), "kind": st.just("private")}
    budgets = draw(rows({**of_one, **budget, "converted_to": st.just("EUR")}))
    in_budget = st.sampled_from([one["key"] for one in budgets]) if budgets else st.nothing()
    return ProgrammeFile.model_validate(
        {
            "format": 1,
            "programme": {"key": "close", "title": draw(TITLES), "kind": draw(LINES), "remark": draw(PROSE)},
            "page": {"produced_on": draw(maybe(DATES)), "responsible": draw(LINES)},
            "editions": ({"key": "one", "regime": "pl-2021-2027", "lasts": draw(maybe(LENGTHS))},),
            "sites": sites,
            "tasks": draw(rows({**of_one, **task})),
            "events": draw(rows({**of_one, **event})),
            "budgets": budgets,
            "sources": draw(rows({**of_one, **source, "budget": in_budget})) if budgets else (),
        }
    )
