"""Budgets, sources of money, amounts by year and budget lines. Amounts are in the budget's currency."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kladka.finance.choices import BudgetKind, CostCategory, CostMethod, PartRounding, SourceKind
from kladka.programmes.choices import Precision, Relation
from kladka.programmes.models import OfEdition
from kladka.programmes.models.columns import held, held_or_empty, line, money, number, partial_date, to


class Budget(OfEdition):
    """Money of one agreement, or of a further grant that extends it.

    `grant` is the European and the state part together, where they were not published apart.
    """

    kind = models.CharField(_("kind"), max_length=10, choices=BudgetKind, default=BudgetKind.AGREEMENT)
    title = line(_("title"))
    amendment = to("programmes.Amendment", _("amendment"))
    currency = models.CharField(_("currency"), max_length=3)
    total, total_relation = money(_("total"))
    grant, grant_relation = money(_("grant"))
    grant_rate_percent = number(_("rate of the grant, per cent"))
    rounding = models.CharField(
        _("rounding of parts"), max_length=7, choices=PartRounding, default=PartRounding.CUT
    )
    converted_to = models.CharField(_("converted to"), max_length=3, blank=True)
    conversion_rate = number(_("rate of conversion"))
    conversion_day, conversion_day_precision = partial_date(_("day of the rate"))

    class Meta(OfEdition.Meta):
        constraints = [
            *OfEdition.Meta.constraints,
            *held(
                "budget",
                kind=BudgetKind,
                rounding=PartRounding,
                total_relation=Relation,
                grant_relation=Relation,
                conversion_day_precision=Precision,
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(self.get_kind_display())


class Source(OfEdition):
    """Who pays a part; its amount may be unknown or approximate."""

    budget = models.ForeignKey(Budget, on_delete=models.PROTECT, related_name="sources")
    kind = models.CharField(_("kind"), max_length=12, choices=SourceKind)
    provider = line(_("paid by"))
    rate_percent = number(_("rate, per cent"))
    amount, amount_relation = money(_("amount"))

    class Meta(OfEdition.Meta):
        constraints = [
            *OfEdition.Meta.constraints,
            *held("source", kind=SourceKind, amount_relation=Relation),
        ]

    def __str__(self) -> str:
        return self.provider or str(self.get_kind_display())


class YearlyAmount(OfEdition):
    """What of a budget, or of one of its sources, falls to a year."""

    budget = models.ForeignKey(Budget, on_delete=models.PROTECT, related_name="years")
    source = to("finance.Source", _("source"))
    year = models.PositiveSmallIntegerField(_("year"))
    amount, amount_relation = money(_("amount"))

    class Meta(OfEdition.Meta):
        constraints = [*OfEdition.Meta.constraints, *held("yearly_amount", amount_relation=Relation)]

    def __str__(self) -> str:
        return str(self.year)


class BudgetLine(OfEdition):
    """A cost of a task; unit price and quantity when they are known."""

    budget = to("finance.Budget", _("budget"))
    task = to("programmes.Task", _("task"))
    title = line(_("title"))
    category = models.CharField(_("category"), max_length=12, choices=CostCategory, blank=True)
    method = models.CharField(_("settled by"), max_length=9, choices=CostMethod, blank=True)
    unit = line(_("unit"))
    quantity = number(_("quantity"))
    unit_price, unit_price_relation = money(_("unit price"))
    total, total_relation = money(_("total"))
    is_cross_financing = models.BooleanField(_("cross-financing"), default=False)
    is_fixed_asset = models.BooleanField(_("fixed asset"), default=False)
    is_in_kind = models.BooleanField(_("in kind"), default=False)

    class Meta(OfEdition.Meta):
        constraints = [
            *OfEdition.Meta.constraints,
            *held("budget_line", unit_price_relation=Relation, total_relation=Relation),
            *held_or_empty("budget_line", category=CostCategory, method=CostMethod),
        ]

    def __str__(self) -> str:
        return self.title
