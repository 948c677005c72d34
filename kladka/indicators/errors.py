"""What the ledger refuses, each with what to do."""

from collections.abc import Iterable

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


class WhichProgramme(DomainError):
    def __init__(self, known: Iterable[str]) -> None:
        super().__init__(_("Say which programme: --programme %(known)s") % {"known": " | ".join(known)})


class NoSuchProgramme(DomainError):
    def __init__(self, asked: str, known: Iterable[str]) -> None:
        super().__init__(
            _("There is no programme “%(asked)s” here. Known are: %(known)s.")
            % {"asked": asked, "known": ", ".join(known) or "–"}
        )


class WhichEdition(DomainError):
    def __init__(self, known: Iterable[object]) -> None:
        said = " | ".join(map(str, known))
        super().__init__(_("Say which edition: --edition %(known)s") % {"known": said})
