"""What every planned row has: the key that names it in a programme file, and its place there."""

from django.db import models
from django.db.models import UniqueConstraint
from django.utils.translation import gettext_lazy as _


class Planned(models.Model):
    key = models.SlugField(_("key"), max_length=60)
    position = models.PositiveIntegerField(_("position"), default=0)
    remark = models.TextField(_("remark"), blank=True)

    class Meta:
        abstract = True


class OfProgramme(Planned):
    """A row of a programme; it may be narrowed to one edition."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="+")
    edition = models.ForeignKey(
        "programmes.Edition", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        abstract = True
        ordering = ["programme", "position", "pk"]
        constraints = [UniqueConstraint(fields=["programme", "key"], name="%(class)s_one_of_a_key")]


class OfEdition(Planned):
    """A row of one edition; its key is unique there."""

    edition = models.ForeignKey("programmes.Edition", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True
        ordering = ["edition", "position", "pk"]
        constraints = [UniqueConstraint(fields=["edition", "key"], name="%(class)s_one_of_a_key")]
