"""Calls for residents' own initiatives, as they are planned."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kladka.programmes.choices import Precision, Relation
from kladka.programmes.models import OfEdition
from kladka.programmes.models.columns import count, held, line, money, partial_date, to


class InitiativeCall(OfEdition):
    """A call: who may apply, how much there is for all and for one."""

    task = to("programmes.Task", _("task"))
    title = line(_("title"))
    description = models.TextField(_("description"), blank=True)
    who_may_apply = line(_("who may apply"))
    smallest_group, smallest_group_relation = count(_("smallest group"))
    pot, pot_relation = money(_("money for all"))
    limit, limit_relation = money(_("money for one"))
    opens, opens_precision = partial_date(_("opens"))
    closes, closes_precision = partial_date(_("closes"))

    class Meta(OfEdition.Meta):
        constraints = [
            *OfEdition.Meta.constraints,
            *held(
                "initiative_call",
                smallest_group_relation=Relation,
                pot_relation=Relation,
                limit_relation=Relation,
                opens_precision=Precision,
                closes_precision=Precision,
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.key
