"""Closed lists of the portal's own records."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Language(TextChoices):
    """Languages of the portal; Polish is the one that binds."""

    PL = "pl", _("Polish")
    EN = "en", _("English")
    UK = "uk", _("Ukrainian")


class Conformity(TextChoices):
    """How far a site meets the act of 4 April 2019, in the three steps the act knows."""

    FULL = "full", _("compliant")
    PARTIAL = "partial", _("partly compliant")
    NONE = "none", _("not compliant")


class Audience(TextChoices):
    """Whose data a privacy notice is about: each has a purpose and a legal basis of its own."""

    CANDIDATES = "candidates", _("Candidates")
    PARTICIPANTS = "participants", _("Participants")
    ENVIRONMENT = "environment", _("Family and close environment")
    VOLUNTEERS = "volunteers", _("Volunteers")
    INITIATIVES = "initiatives", _("Initiative groups")
    ADVICE = "advice", _("People who ask for advice")
    STAFF = "staff", _("Staff and experts")
    VISITORS = "visitors", _("Visitors of this site")
