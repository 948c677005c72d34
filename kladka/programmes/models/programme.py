"""The programme that residents know, and its grant agreements."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q, UniqueConstraint
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kladka.core.clock import today
from kladka.programmes.choices import Precision
from kladka.programmes.models.amendment import Amendment, first_day_on, last_day_on
from kladka.programmes.models.columns import held, line, partial_date
from kladka.programmes.models.planned import Planned
from kladka.programmes.models.team import TeamMember
from kladka.programmes.rules import Length, PartialDate, Period, in_force

if TYPE_CHECKING:
    from kladka.accounts.models import User


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    def visible_to(self, user: "User") -> Self:
        """Programmes with an edition in which the user works today."""
        return self.filter(Exists(Edition.objects.visible_to(user).filter(programme=OuterRef("pk"))))

    def public(self) -> Self:
        return self.filter(is_public=True)


class Programme(models.Model):
    """The series of editions that residents know under one name, and who made its public page."""

    key = models.SlugField(_("key"), max_length=60)
    title = line(_("title"))
    municipality = line(_("municipality"))
    kind = line(_("kind of programme"))
    revitalisation_programme = line(_("revitalisation programme"))
    language = models.CharField(_("language of its texts"), max_length=3, default="pl")
    is_public = models.BooleanField(_("has a public page"), default=True)
    remark = models.TextField(_("remark"), blank=True)

    produced_by = line(_("page produced by"))
    produced_on, produced_on_precision = partial_date(_("page produced on"))
    responsible = line(_("answers for the page"))
    published_by = line(_("page published by"))
    published_on, published_on_precision = partial_date(_("page published on"))

    revision = models.PositiveIntegerField(_("revision"), default=0)
    changed_at = models.DateTimeField(_("changed at"))

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = _("programme")
        ordering = ["title", "pk"]
        constraints = [
            UniqueConstraint(
                fields=["key"],
                name="programme_one_of_a_key",
                violation_error_message=_("There is already a programme of this short name."),
            ),
            *held("programme", produced_on_precision=Precision, published_on_precision=Precision),
        ]

    def __str__(self) -> str:
        return self.title


class EditionQuerySet(models.QuerySet["Edition"]):
    def visible_to(self, user: "User") -> Self:
        """Editions in which the user works today, or all of them for who works in all."""
        mine = TeamMember.objects.of(user, on=today()).working_in_programmes()
        return self.filter(Exists(mine.filter(Q(edition=None) | Q(edition=OuterRef("pk")))))

    def public(self) -> Self:
        return self.filter(programme__is_public=True)

    def with_period_on(self, day: date) -> Self:
        """Each with `first_day` and `last_day` of the period that is in force on a day, for a list."""
        return self.annotate(first_day=first_day_on(day), last_day=last_day_on(day))

    def running_on(self, day: date) -> Self:
        """Whose period holds the day; an end that is not known goes on."""
        begun = self.alias(begins=first_day_on(day), stops=last_day_on(day)).filter(begins__lte=day)
        return begun.filter(Q(stops=None) | Q(stops__gte=day))


class Edition(Planned):
    """One grant agreement: its own number, participations, targets and claims."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    title = line(_("title"))
    agreement_number = line(_("number of the agreement"))
    regime = models.CharField(_("regime"), max_length=60)
    export_profile = models.CharField(_("layout of the official file"), max_length=60, blank=True)
    fund = line(_("fund"))
    operational_programme = line(_("operational programme"))
    measure = line(_("measure"))
    call = line(_("call"))
    mode = line(_("mode"))
    starts, starts_precision = partial_date(_("starts"))
    ends, ends_precision = partial_date(_("ends"))
    lasts_months = models.PositiveSmallIntegerField(_("lasts months"), null=True, blank=True)
    lasts_words = line(_("lasts, in words"))
    period_is_planned = models.BooleanField(_("the period is only planned"), default=False)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        ordering = ["programme", "position", "pk"]
        constraints = [
            UniqueConstraint(fields=["programme", "key"], name="edition_one_of_a_key"),
            UniqueConstraint(
                fields=["programme", "number"],
                name="edition_one_of_a_number",
                violation_error_message=_("This programme already has an edition of this number."),
            ),
            *held("edition", starts_precision=Precision, ends_precision=Precision),
        ]

    def __str__(self) -> str:
        if self.title or not self.number:
            return self.title or str(self.programme)
        said = {"programme": self.programme, "number": self.number}
        return gettext("%(programme)s, edition %(number)s") % said

    def period_on(self, day: date) -> Period:
        """The period that is in force on a day: what was agreed, as amended by then."""
        amended = [one.moved for one in Amendment.objects.filter(edition=self)]
        return in_force(self.agreed_period, amended, on=day)

    @property
    def agreed_period(self) -> Period:
        """As first agreed; amendments may have moved it."""
        return Period(
            PartialDate.of(self.starts, self.starts_precision), PartialDate.of(self.ends, self.ends_precision)
        )

    @property
    def length(self) -> Length | None:
        known = self.lasts_months or self.lasts_words
        return Length(self.lasts_months, self.lasts_words) if known else None
