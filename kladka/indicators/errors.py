"""What the ledger refuses, each with what to do."""

from django.utils.translation import gettext as _

from kladka.core.errors import DomainError, Forbidden


class FiguresNotYours(Forbidden):
    def __init__(self) -> None:
        super().__init__(_("The figures are for those who work in the whole programme. Ask its coordinator."))


class PeopleNotYours(Forbidden):
    def __init__(self) -> None:
        super().__init__(
            _("This list tells sensitive things about people. Ask the coordinator or a social worker.")
        )


class DecisionNotYours(Forbidden):
    def __init__(self) -> None:
        super().__init__(_("Only the coordinator decides about a figure. Ask the coordinator."))


class ReasonMissing(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Write why: the figure is shown with this reason."))


class CountedByRule(DomainError):
    def __init__(self) -> None:
        super().__init__(_("This figure follows from the records. Correct the record of the person instead."))


class SumDiffers(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Women and men together must make the total. Correct one of the three."))
