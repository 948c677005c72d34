"""Arithmetic of grants: what a source pays of a whole, and of each claim."""

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from kladka.finance.choices import PartRounding

GROSZ = Decimal("0.01")
_MODES = {PartRounding.CUT: ROUND_DOWN, PartRounding.HALF_UP: ROUND_HALF_UP}


def part(total: Decimal, rate_percent: Decimal, rounding: PartRounding = PartRounding.CUT) -> Decimal:
    """What a rate gives of a total, in the total's currency, to its hundredth.

    Cut down by default: rounding up would pass the ceiling rate, as 954168.75 at 85 % is 811043.43, not .44.
    Source: published values of three Silesian programmes (tests/facts).
    """
    return (total * rate_percent / 100).quantize(GROSZ, rounding=_MODES[rounding])


def eu_part(total: Decimal, rate_percent: Decimal) -> Decimal:
    """The European part of a total: always cut down."""
    return part(total, rate_percent)


def parts_of_claims(
    spent: Sequence[Decimal], rate_percent: Decimal, rounding: PartRounding = PartRounding.CUT
) -> list[Decimal]:
    """The part of each claim, so that together they make the part of the whole.

    The cumulative product is cut and what was claimed before is taken away; cutting each claim alone loses groszes.
    """
    parts, so_far, claimed = list[Decimal](), Decimal(0), Decimal(0)
    for amount in spent:
        so_far += amount
        parts.append(part(so_far, rate_percent, rounding) - claimed)
        claimed += parts[-1]
    return parts
