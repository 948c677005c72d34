from django.utils.translation import gettext as _

from kladka.core.errors import DomainError


class PostcodeMalformed(DomainError):
    def __init__(self, postcode: str) -> None:
        super().__init__(
            _(
                "Write the postcode as two digits, a hyphen and three digits, for example 40-028; here is “%(given)s”."
            )
            % {"given": postcode}
        )


class BuildingMissing(DomainError):
    def __init__(self, street: str) -> None:
        super().__init__(_("Write the number of the building in %(street)s.") % {"street": street})


class BuildingUnreadable(DomainError):
    def __init__(self, building: str) -> None:
        super().__init__(
            _(
                "Write the number of the building so that it begins with a digit, for example 10b; here is “%(given)s”."
            )
            % {"given": building}
        )


class VenueWithoutPlace(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Give the venue a name."))
