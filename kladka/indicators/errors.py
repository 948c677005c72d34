"""What the ledger refuses, each with what to do."""

from django.utils.translation import gettext as _

from kladka.core.errors import DomainError


class ReasonMissing(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Write why: the figure is shown with this reason."))


class CountedByRule(DomainError):
    def __init__(self) -> None:
        super().__init__(_("This figure follows from the records. Correct the record of the person instead."))


class SumDiffers(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Women and men together must make the total. Correct one of the three."))
