from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RoleName(TextChoices):
    """What somebody does in a programme. Who holds which role, where and from when: `programmes.TeamMember`."""

    COORDINATOR = "coordinator", _("coordinator")
    SOCIAL_WORKER = "social_worker", _("social worker")
    COMMUNITY_ORGANISER = "community_organiser", _("community organiser")
    SPECIALIST = "specialist", _("specialist")
    COMMITTEE_MEMBER = "committee_member", _("committee member")
    ACCOUNTANT = "accountant", _("accountant")
    PARTNER = "partner", _("partner")
    COMMISSIONED_NGO = "commissioned_ngo", _("commissioned NGO")
    CONTROLLER = "controller", _("controller")
    ADMINISTRATOR = "administrator", _("administrator")
