"""What the fields of a programme may say."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Precision(models.TextChoices):
    """How exactly a date was published."""

    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


class Relation(models.TextChoices):
    """How a published number stands to the true one."""

    EXACTLY = "exactly", _("exactly")
    ABOUT = "about", _("about")
    AT_LEAST = "at_least", _("at least")
    OVER = "over", _("over")
    AT_MOST = "at_most", _("at most")
    UNDER = "under", _("under")


class Sex(models.TextChoices):
    WOMEN = "women", _("women")
    MEN = "men", _("men")


class OrganisationKind(models.TextChoices):
    MUNICIPALITY = "municipality", _("municipality")
    WELFARE_CENTRE = "welfare_centre", _("social-welfare centre")
    SERVICES_CENTRE = "services_centre", _("social-services centre")
    FAMILY_SUPPORT_CENTRE = "family_support_centre", _("county family-support centre")
    LABOUR_OFFICE = "labour_office", _("labour office")
    NGO = "ngo", _("non-governmental organisation")
    SCHOOL = "school", _("school")
    COMPANY = "company", _("company")
    AUTHORITY = "authority", _("public authority")
    OTHER = "other", _("other organisation")


class PartyRole(models.TextChoices):
    """What an organisation is in a programme."""

    BENEFICIARY = "beneficiary", _("beneficiary")
    IMPLEMENTING_UNIT = "implementing_unit", _("implementing unit")
    PARTNER = "partner", _("partner")
    COMMISSIONED = "commissioned", _("commissioned organisation")
    HOST = "host", _("internship host")
    MANAGING_AUTHORITY = "managing_authority", _("managing authority")
    INTERMEDIATE_BODY = "intermediate_body", _("intermediate body")


class TeamRole(models.TextChoices):
    """What a user does in a programme; the words on which every access is decided."""

    COORDINATOR = "coordinator", _("coordinator")
    SOCIAL_WORKER = "social_worker", _("social worker")
    ORGANISER = "organiser", _("community organiser")
    SPECIALIST = "specialist", _("specialist")
    COMMITTEE = "committee", _("committee member")
    ACCOUNTANT = "accountant", _("accountant")
    PARTNER = "partner", pgettext_lazy("team role", "partner's worker")
    COMMISSIONED = "commissioned", _("commissioned organisation's worker")
    CONTROLLER = "controller", _("controller")
    ADMINISTRATOR = "administrator", _("administrator")


class AreaKind(models.TextChoices):
    TOWN = "town", _("whole town")
    DISTRICT = "district", _("district")
    ESTATE = "estate", _("housing estate")
    STREETS = "streets", _("streets")
    REVITALISATION = "revitalisation", _("revitalisation area")
    REGION = "region", _("county or region")


class SiteRole(models.TextChoices):
    OFFICE = "office", _("office")
    SEAT = "seat", _("seat")
    MEETING_PLACE = "meeting_place", _("meeting place")
    VENUE = "venue", _("venue")


class TargetKind(models.TextChoices):
    """Which audience a target group is: people, or those who work for them."""

    PERSONS = "persons", _("persons")
    SURROUNDINGS = "surroundings", _("close environment")
    INSTITUTIONS = "institutions", _("institutions")
    STAFF = "staff", _("staff")


class CommunityKind(models.TextChoices):
    TERRITORIAL = "territorial", _("territorial")
    CATEGORICAL = "categorical", _("categorical")


class Scope(models.TextChoices):
    """Kind of an active-integration service, or what stands beside them."""

    SOCIAL = "social", _("social")
    VOCATIONAL = "vocational", _("vocational")
    EDUCATIONAL = "educational", _("educational")
    HEALTH = "health", _("health")
    COMMUNITY = "community", _("community")
    ACCOMPANYING = "accompanying", _("accompanying")


class Per(models.TextChoices):
    """What a fee or a quota is counted for."""

    MEETING = "meeting", _("meeting")
    PERSON = "person", _("person")
    WEEK = "week", _("week")
    MONTH = "month", _("month")
    YEAR = "year", _("year")
    EDITION = "edition", _("whole programme")


class FigureKind(models.TextChoices):
    """Whether a published figure tells what was reached or what was meant."""

    OUTCOME = "outcome", _("reached")
    PLANNED_EFFECT = "planned_effect", _("planned effect")
    FACT = "fact", pgettext_lazy("published figure", "fact")


class Topic(models.TextChoices):
    """What a public text speaks of."""

    GOAL = "goal", _("goal")
    DESCRIPTION = "description", _("description")
    TARGET_GROUP = "target_group", _("for whom")
    MAY_JOIN = "may_join", _("who may join")
    EXPECTED_EFFECT = "expected_effect", _("expected effect")
    VOLUNTEERING = "volunteering", _("volunteering")
    RECRUITMENT = "recruitment", _("recruitment")
    PRIVACY = "privacy", _("privacy notice")
    EASY_READ = "easy_read", _("easy to read")
    PORTAL = "portal", _("offered by the town's own page")


class MarkKind(models.TextChoices):
    FUND = "fund", _("mark of the fund")
    STATE = "state", _("colours of the state")
    REGION = "region", _("mark of the region")
    MUNICIPALITY = "municipality", _("mark of the municipality")
    PARTNER = "partner", _("mark of a partner")
    STATEMENT = "statement", _("statement of co-financing")
