"""What the fields of a budget may say."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class BudgetKind(models.TextChoices):
    AGREEMENT = "agreement", _("grant agreement")
    ADDITIONAL = "additional", _("additional grant")


class SourceKind(models.TextChoices):
    EU = "eu", _("European Union")
    STATE_BUDGET = "state_budget", _("state budget")
    LOCAL_GOV = "local_gov", _("local government")
    PARTNER = "partner", pgettext_lazy("source of money", "partner")
    PRIVATE = "private", _("private")
    IN_KIND = "in_kind", _("in kind")


class CostCategory(models.TextChoices):
    STAFF = "staff", _("staff")
    SERVICES = "services", _("external services")
    SUPPLIES = "supplies", _("supplies")
    FIXED_ASSETS = "fixed_assets", _("fixed and intangible assets")
    REAL_ESTATE = "real_estate", _("real estate")
    TAXES = "taxes", _("taxes and fees")
    DEPRECIATION = "depreciation", _("depreciation")
    PARTICIPANTS = "participants", _("financial support to participants")
    IN_KIND = "in_kind", _("contribution in kind")
    INDIRECT = "indirect", _("indirect costs")


class CostMethod(models.TextChoices):
    """How a line is settled."""

    REAL = "real", _("real costs")
    UNIT_COST = "unit_cost", _("unit cost")
    LUMP_SUM = "lump_sum", _("lump sum")
    FLAT_RATE = "flat_rate", _("flat rate")


class PartRounding(models.TextChoices):
    """What is done with what is smaller than the smallest coin."""

    CUT = "cut", _("cut down")
    HALF_UP = "half_up", _("rounded half up")
