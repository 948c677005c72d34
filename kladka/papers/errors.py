from django.utils.translation import gettext as _

from kladka.core.errors import DomainError


class PaperErased(DomainError):
    def __init__(self) -> None:
        super().__init__(
            _("The data of this paper were erased with the person's record; only its number is left.")
        )


class NothingToPrint(DomainError):
    def __init__(self) -> None:
        super().__init__(_("Nothing fits these filters, so there is nothing to print."))


class TooManyPapers(DomainError):
    def __init__(self, most: int) -> None:
        super().__init__(
            _("At most %(most)s papers are printed at once: narrow the filters.") % {"most": most}
        )
