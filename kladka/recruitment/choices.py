"""What the fields of recruitment may say."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CriterionKind(models.TextChoices):
    FORMAL = "formal", _("formal")
    PREMIUM = "premium", _("premium")
    PRECEDENCE = "precedence", _("precedence")
    QUOTA = "quota", _("quota")


class Evidence(models.TextChoices):
    """How a ground or a criterion is proved."""

    STATEMENT = "statement", _("statement")
    FORM = "form", _("data of the form")
    CERTIFICATE = "certificate", _("certificate")
    RULING = "ruling", _("ruling")
    REGISTER = "register", _("register")


class Way(models.TextChoices):
    """How those who get a place are chosen."""

    POINTS = "points", _("formal criteria, then points")
    ORDER = "order", _("order of application")
    PRECEDENCE = "precedence", _("precedence, then points")
    LOTTERY = "lottery", _("lottery")


class Channel(models.TextChoices):
    """How an application reached the office."""

    IN_PERSON = "in_person", _("in person")
    POST = "post", _("by post")
    EMAIL = "email", _("by e-mail")
    TELEPHONE = "telephone", _("by telephone")
    PORTAL = "portal", _("on the portal")


class Outcome(models.TextChoices):
    """Which list the committee puts the person on."""

    QUALIFIED = "qualified", _("main list")
    RESERVE = "reserve", _("reserve list")
    NOT_QUALIFIED = "not_qualified", _("not qualified")
