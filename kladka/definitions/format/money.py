"""Budgets, sources of money, amounts by year and budget lines. Amounts are in the budget's currency."""

from typing import Annotated

from pydantic import Field

from kladka.definitions.format.base import EditionRecord
from kladka.definitions.format.values import (
    Currency,
    Key,
    Line,
    MaybeAmount,
    MaybeCurrency,
    MaybeDate,
    MaybeDecimal,
    MaybeLine,
    MaybePercent,
    Refers,
)
from kladka.finance.choices import BudgetKind, CostCategory, CostMethod, PartRounding, SourceKind


class Budget(EditionRecord):
    """Money of one agreement, or of a further grant that extends it.

    `grant` is the European and the state part together, where the page does not split them.
    """

    edition: Annotated[Key, Refers("editions")]
    kind: Annotated[BudgetKind, Field(strict=False)] = BudgetKind.AGREEMENT
    title: MaybeLine = ""
    amendment: Annotated[Key | None, Refers("amendments")] = None
    currency: Currency
    total: MaybeAmount = None
    grant: MaybeAmount = None
    grant_rate_percent: MaybePercent = None
    rounding: Annotated[PartRounding, Field(strict=False)] = PartRounding.CUT
    converted_to: MaybeCurrency = ""
    conversion_rate: MaybeDecimal = None
    conversion_day: MaybeDate = None


class Source(EditionRecord):
    """Who pays a part; its amount may be unknown or approximate."""

    edition: Annotated[Key, Refers("editions")]
    budget: Annotated[Key, Refers("budgets")]
    kind: Annotated[SourceKind, Field(strict=False)]
    provider: MaybeLine = ""
    rate_percent: MaybePercent = None
    amount: MaybeAmount = None


class YearlyAmount(EditionRecord):
    """What of a budget, or of one of its sources, falls to a year."""

    edition: Annotated[Key, Refers("editions")]
    budget: Annotated[Key, Refers("budgets")]
    source: Annotated[Key | None, Refers("sources")] = None
    year: Annotated[int, Field(ge=1990, le=2100)]
    amount: MaybeAmount = None


class BudgetLine(EditionRecord):
    """A cost of a task; unit price and quantity when they are known."""

    edition: Annotated[Key, Refers("editions")]
    budget: Annotated[Key | None, Refers("budgets")] = None
    task: Annotated[Key | None, Refers("tasks")] = None
    title: Line
    category: Annotated[CostCategory | None, Field(strict=False)] = None
    method: Annotated[CostMethod | None, Field(strict=False)] = None
    unit: MaybeLine = ""
    quantity: MaybeDecimal = None
    unit_price: MaybeAmount = None
    total: MaybeAmount = None
    is_cross_financing: bool = False
    is_fixed_asset: bool = False
    is_in_kind: bool = False
