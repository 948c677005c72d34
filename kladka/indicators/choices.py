"""What the fields of a measure may say."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MeasureKind(models.TextChoices):
    OUTPUT = "output", _("output")
    RESULT = "result", _("result")


class MeasureUnit(models.TextChoices):
    PERSONS = "persons", _("persons")
    COMMUNITIES = "communities", _("communities")
    PLACES = "places", _("places")
    PROJECTS = "projects", _("projects")
    OBJECTS = "objects", _("objects")
    THINGS = "things", _("other units")
