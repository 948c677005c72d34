from kladka.people.models.close import Guardian, PersonLink
from kladka.people.models.involvement import Involvement
from kladka.people.models.merging import Alias, Merge, Resemblance
from kladka.people.models.person import Person
from kladka.people.models.reach import Contact, PersonAddress
from kladka.people.models.sensitive import Consent, Need, SensitiveTraits

__all__ = [
    "Alias",
    "Consent",
    "Contact",
    "Guardian",
    "Involvement",
    "Merge",
    "Need",
    "Person",
    "PersonAddress",
    "PersonLink",
    "Resemblance",
    "SensitiveTraits",
]
