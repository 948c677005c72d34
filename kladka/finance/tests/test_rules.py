from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kladka.finance.choices import PartRounding
from kladka.finance.rules import eu_part, part, parts_of_claims

MONEY = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("total", "rate", "eu"),
    [
        ("954168.75", "85", "811043.43"),  # published: Sosnowiec, the first edition
        ("0.01", "85", "0.00"),
        ("100.00", "85", "85.00"),
    ],
)
def test_the_european_part_is_cut_down_to_the_grosz(total: str, rate: str, eu: str) -> None:
    assert eu_part(Decimal(total), Decimal(rate)) == Decimal(eu)


def test_an_agreement_may_ask_for_rounding_half_up() -> None:
    assert part(Decimal("954168.75"), Decimal(85), PartRounding.HALF_UP) == Decimal("811043.44")


@given(spent=st.lists(MONEY, min_size=1, max_size=20), rate=st.decimals(min_value=0, max_value=100, places=2))
def test_the_parts_of_claims_together_are_the_part_of_the_whole(spent: list[Decimal], rate: Decimal) -> None:
    parts = parts_of_claims(spent, rate)

    assert sum(parts) == part(sum(spent, Decimal(0)), rate)
