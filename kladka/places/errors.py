from django.utils.translation import gettext as _

from kladka.core.errors import DomainError


class PostcodeMalformed(DomainError):
    def __init__(self, postcode: str) -> None:
        super().__init__(
            _("Write the postcode as two digits, a hyphen and three digits, like 40-028, not “%(given)s”.")
            % {"given": postcode}
        )


class BuildingMissing(DomainError):
    def __init__(self, street: str) -> None:
        super().__init__(_("Write the number of the building in %(street)s.") % {"street": street})


class BuildingUnreadable(DomainError):
    def __init__(self, building: str) -> None:
        super().__init__(
            _("Write the building number so that it begins with a digit, like 10b, not “%(given)s”.")
            % {"given": building}
        )


class NameMissing(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Write a name."))
