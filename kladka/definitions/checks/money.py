"""Sums of money. Only exact amounts take part; one that is unknown or approximate ends the comparison."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from kladka.definitions.errors import Finding, Path, found
from kladka.definitions.format import ProgrammeFile
from kladka.definitions.format.money import Budget
from kladka.finance.choices import SourceKind
from kladka.finance.rules import GROSZ, part
from kladka.programmes.rules import Amount

_BY_RATE = {SourceKind.EU, SourceKind.STATE_BUDGET}


def exact(amount: Amount | None) -> Decimal | None:
    return amount.value if amount is not None and amount.is_exact else None


def exact_sum(amounts: Iterable[Amount | None]) -> tuple[Decimal, bool]:
    """Sum of the exact amounts, and whether all of them are exact."""
    known = [exact(amount) for amount in amounts]
    return sum((amount for amount in known if amount is not None), Decimal(0)), None not in known


def sources_add_up(programme: ProgrammeFile) -> Iterator[Finding]:
    for place, budget in enumerate(programme.budgets):
        amounts = [source.amount for source in programme.sources if source.budget == budget.key]
        path: Path = ("budgets", place, "total")
        # one source alone, such as the European one, is a part and not a wrong sum
        yield from _compared(
            path, "sum_of_sources", amounts, budget.total, whole=_names_the_own_side(programme, budget)
        )


def _names_the_own_side(programme: ProgrammeFile, budget: Budget) -> bool:
    kinds = {source.kind for source in programme.sources if source.budget == budget.key}
    return bool(kinds - _BY_RATE)


def years_add_up(programme: ProgrammeFile) -> Iterator[Finding]:
    wholes = {("budgets", budget.key): budget.total for budget in programme.budgets}
    wholes |= {("sources", source.key): source.amount for source in programme.sources}
    years: dict[tuple[str, str], list[Amount | None]] = defaultdict(list)
    last: dict[tuple[str, str], int] = {}
    for place, row in enumerate(programme.yearly_amounts):
        of = ("sources", row.source) if row.source else ("budgets", row.budget)
        years[of].append(row.amount)
        last[of] = place
    for of, amounts in years.items():
        yield from _compared(
            ("yearly_amounts", last[of], "amount"), "sum_of_years", amounts, wholes[of], whole=True
        )


def lines_add_up(programme: ProgrammeFile) -> Iterator[Finding]:
    """Lines with amounts make the total once every line has one."""
    for place, budget in enumerate(programme.budgets):
        totals = [line.total for line in programme.budget_lines if line.budget == budget.key]
        yield from _compared(("budgets", place, "total"), "sum_of_lines", totals, budget.total, whole=True)


def lines_multiply(programme: ProgrammeFile) -> Iterator[Finding]:
    for place, line in enumerate(programme.budget_lines):
        price, total = exact(line.unit_price), exact(line.total)
        if line.quantity is None or price is None or total is None:
            continue
        product = line.quantity * price
        if abs(product - total) >= GROSZ:
            context = {"quantity": line.quantity, "price": price, "product": f"{product:.2f}", "total": total}
            yield found(("budget_lines", place, "total"), "line_product", **context)


def parts_follow_rates(programme: ProgrammeFile) -> Iterator[Finding]:
    """European and state money is the exact product of total and rate, cut or rounded as the budget says."""
    budgets = {budget.key: budget for budget in programme.budgets}
    for place, budget in enumerate(programme.budgets):
        yield from _by_rate(("budgets", place, "grant"), budget, budget.grant_rate_percent, budget.grant)
    for place, source in enumerate(programme.sources):
        if source.kind in _BY_RATE:
            path: Path = ("sources", place, "amount")
            yield from _by_rate(path, budgets[source.budget], source.rate_percent, source.amount)


def conversions_are_whole(programme: ProgrammeFile) -> Iterator[Finding]:
    for place, budget in enumerate(programme.budgets):
        if bool(budget.converted_to) != (budget.conversion_rate is not None):
            yield found(("budgets", place), "half_conversion")


def _by_rate(path: Path, budget: Budget, rate: Decimal | None, amount: Amount | None) -> Iterator[Finding]:
    total, given = exact(budget.total), exact(amount)
    if total is None or given is None or rate is None:
        return
    expected = part(total, rate, budget.rounding)
    if given != expected:
        yield found(path, "wrong_part", rate=rate, total=total, expected=expected, given=given)


def _compared(
    path: Path, kind: str, parts: list[Amount | None], total: Amount | None, *, whole: bool
) -> Iterator[Finding]:
    """Parts that are all known must make the whole; parts of which some are not may not pass it."""
    made, complete = exact_sum(parts)
    wanted = exact(total)
    if wanted is None or not parts or made == wanted:
        return
    context = {"sum": made, "total": wanted, "difference": abs(made - wanted)}
    if made > wanted:
        yield found(path, "more_than_total" if not (complete and whole) else kind, **context)
    elif complete and whole:
        yield found(path, kind, **context)
