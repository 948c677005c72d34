"""What amended a grant agreement, and the one answer to the question how long it runs: the period in force on a day."""

from datetime import date

from django.db.models import DateField, Func, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from kladka.programmes.choices import Precision
from kladka.programmes.models.columns import held, line, partial_date
from kladka.programmes.models.planned import OfEdition
from kladka.programmes.rules import Moved, PartialDate, Period


class Amendment(OfEdition):
    """A change of the agreement; the days of the period after it, where they moved."""

    title = line(_("title"))
    signed, signed_precision = partial_date(_("signed"))
    starts, starts_precision = partial_date(_("starts after it"))
    ends, ends_precision = partial_date(_("ends after it"))

    class Meta(OfEdition.Meta):
        constraints = [
            *OfEdition.Meta.constraints,
            *held(
                "amendment", signed_precision=Precision, starts_precision=Precision, ends_precision=Precision
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def moved(self) -> Moved:
        """What it changed of the period, and since when."""
        return Moved(
            PartialDate.of(self.signed, self.signed_precision),
            Period(
                PartialDate.of(self.starts, self.starts_precision),
                PartialDate.of(self.ends, self.ends_precision),
            ),
        )


class LastDay(Func):
    """The last day that a published date may mean, as `PartialDate.last_day`: LastDay("ends", "ends_precision")."""

    arg_joiner = " + ('1 ' || "
    template = "(%(expressions)s)::interval - interval '1 day')::date"
    output_field = DateField()


def first_day_on(day: date, edition: str = "") -> Combinable:
    """As `Edition.period_on(day).first_day`, in a query; `edition` leads there from the rows that it asks for."""
    way = f"{edition}__" if edition else ""
    moved = _moved_by(day, f"{way}pk").exclude(starts=None).values("starts")
    return Coalesce(Subquery(moved[:1]), f"{way}starts", output_field=DateField())


def last_day_on(day: date, edition: str = "") -> Combinable:
    """As `Edition.period_on(day).last_day`, in a query."""
    way = f"{edition}__" if edition else ""
    moved = _moved_by(day, f"{way}pk").exclude(ends=None).values(last=LastDay("ends", "ends_precision"))
    agreed = LastDay(f"{way}ends", f"{way}ends_precision")
    return Coalesce(Subquery(moved[:1]), agreed, output_field=DateField())


def _moved_by(day: date, edition: str) -> QuerySet[Amendment]:
    """What was signed by this day, the last first; where nobody knows the day, it holds on every day."""
    signed = Amendment.objects.filter(Q(signed=None) | Q(signed__lte=day), edition=OuterRef(edition))
    return signed.order_by("-position", "-pk")
