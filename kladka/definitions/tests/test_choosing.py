"""How places are given, as a file says it: what is refused, and that nothing is lost on the way."""

from datetime import UTC, datetime

import pytest

from kladka.definitions.actions import load
from kladka.definitions.canonical import canonical
from kladka.definitions.queries import as_defined
from kladka.definitions.tests.builders import A_FILE, a_programme, refusals
from kladka.programmes.tests.builders import a_user

NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)
SCHEME = """
[[schemes]]
key = "one"
title = "Scheme"

[[criteria]]
key = "disability"
scheme = "one"
kind = "premium"
title = "Disability"
answer = "one"

[[criteria]]
key = "alone"
scheme = "one"
kind = "premium"
title = "Lives alone"
points = "3"

[[criterion_options]]
key = "severe"
criterion = "disability"
title = "severe"
points = "5"

[[tie_breaks]]
key = "first"
scheme = "one"
by = "criterion"
criterion = "disability"

[[tie_breaks]]
key = "second"
scheme = "one"
by = "lot"

[[rounds]]
key = "spring"
title = "Spring"
scheme = "one"
limit = 10
total = 30
answer_days = 7

[[round_quotas]]
key = "severe-first"
round = "spring"
trait = "criterion"
criterion = "disability"
option = "severe"
share = "30"

[[round_quotas]]
key = "elders"
round = "spring"
trait = "age"
age_from = 60
number = 2
"""
WEIGHED = SCHEME.replace('title = "Scheme"', 'title = "Scheme"\ncombining = "weighted"')


@pytest.mark.django_db
def test_a_scheme_with_its_round_is_exported_as_it_was_loaded() -> None:
    file = a_programme(SCHEME)

    programme = load(file=file, municipality_code="9901011", by=a_user(), at=NINE).programme

    assert (as_defined(programme), canonical(as_defined(programme))) == (file, canonical(file))


@pytest.mark.parametrize(
    ("was", "is_now", "sentence"),
    [
        ('answer = "one"', "", "levels in `criterion_options` and `answer` belong together"),
        ('answer = "one"', 'answer = "number"', "the answer is a number: write from which number on"),
        ('points = "3"', "", "it gives no points: write `points`"),
        ("number = 2", 'number = 2\nshare = "20"', "write either `number` of places or their `share`"),
        ('share = "30"', 'share = "130"', "130 % is more than all places: write at most 100"),
        ("age_from = 60", "", '"age" does not say of whom: add `age_from`'),
        ('by = "lot"', 'by = "criterion"', "write `criterion` where"),
        ('title = "Scheme"', 'title = "Scheme"\ncombining = "share"', "the weights of its sources make 0 %"),
    ],
)
def test_what_a_scheme_lacks_is_said(was: str, is_now: str, sentence: str) -> None:
    found = refusals(A_FILE + SCHEME.replace(was, is_now))

    assert any(sentence in one for one in found), found


def test_weighed_points_come_from_a_source_that_is_weighed() -> None:
    sources = '\n[[scheme_sources]]\nkey = "talk"\nscheme = "one"\nsource = "interview"\nweight = "100"\n'

    found = refusals(A_FILE + WEIGHED + sources)

    assert [one.rpartition(": ")[2] for one in found] == [
        'write `source`, one of those that `scheme_sources` weighs for "one"'
    ] * 2
