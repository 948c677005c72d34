"""Dictionaries and rates of a call, by date; none is a constant in code."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from kladka.programmes.choices import Precision
from kladka.programmes.models.columns import held, line, number, partial_date
from kladka.programmes.models.planned import OfProgramme
from kladka.programmes.rules import PartialDate


class DictionaryEntryQuerySet(models.QuerySet["DictionaryEntry"]):
    def codes_on(self, day: date, *, regime: str, dictionary: str) -> frozenset[str]:
        """What the dictionary holds that day; an entry that names no regime is of every one."""
        every = self.filter(dictionary=dictionary, regime__in=["", regime])
        return frozenset(one.code for one in every if one.holds_on(day))


class DictionaryEntry(OfProgramme):
    """One value of a dictionary of the call, from a day to a day."""

    regime = models.CharField(_("regime"), max_length=60, blank=True)
    dictionary = models.CharField(_("dictionary"), max_length=60)
    code = models.CharField(_("code"), max_length=60)
    label = line(_("wording"))
    valid_from, valid_from_precision = partial_date(_("valid from"))
    valid_to, valid_to_precision = partial_date(_("valid to"))
    source = line(_("source"))

    objects = DictionaryEntryQuerySet.as_manager()

    class Meta(OfProgramme.Meta):
        constraints = [
            *OfProgramme.Meta.constraints,
            *held("dictionary_entry", valid_from_precision=Precision, valid_to_precision=Precision),
        ]

    def __str__(self) -> str:
        return self.label

    def holds_on(self, day: date) -> bool:
        """Both days count; one that is not known bounds nothing."""
        since = PartialDate.of(self.valid_from, self.valid_from_precision)
        until = PartialDate.of(self.valid_to, self.valid_to_precision)
        return (since is None or since.first_day <= day) and (until is None or day <= until.last_day)


class DatedRate(OfProgramme):
    """A rate or a threshold, from a day to a day."""

    regime = models.CharField(_("regime"), max_length=60, blank=True)
    name = models.CharField(_("name"), max_length=60)
    value = number(_("value"))
    unit = line(_("unit"))
    valid_from, valid_from_precision = partial_date(_("valid from"))
    valid_to, valid_to_precision = partial_date(_("valid to"))
    source = line(_("source"))

    class Meta(OfProgramme.Meta):
        constraints = [
            *OfProgramme.Meta.constraints,
            *held("dated_rate", valid_from_precision=Precision, valid_to_precision=Precision),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.value}"
