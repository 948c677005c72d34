from kladka.programmes.models.amendment import Amendment, first_day_on, last_day_on
from kladka.programmes.models.audience import Area, Community, LocalActivityProgramme, Site, TargetGroup
from kladka.programmes.models.months import ClosedMonth
from kladka.programmes.models.organisations import Organisation, Party
from kladka.programmes.models.planned import OfEdition, OfProgramme, Planned
from kladka.programmes.models.programme import Edition, Programme
from kladka.programmes.models.public import AnnouncedTotal, Contact, Figure, FundMark, Text
from kladka.programmes.models.reference import DatedRate, DictionaryEntry
from kladka.programmes.models.team import TeamMember
from kladka.programmes.models.work import Offer, Quota, Staff, Stage, Support, Task

__all__ = [
    "Amendment",
    "AnnouncedTotal",
    "Area",
    "ClosedMonth",
    "Community",
    "Contact",
    "DatedRate",
    "DictionaryEntry",
    "Edition",
    "Figure",
    "FundMark",
    "LocalActivityProgramme",
    "OfEdition",
    "OfProgramme",
    "Offer",
    "Organisation",
    "Party",
    "Planned",
    "Programme",
    "Quota",
    "Site",
    "Staff",
    "Stage",
    "Support",
    "TargetGroup",
    "Task",
    "TeamMember",
    "Text",
    "first_day_on",
    "last_day_on",
]
