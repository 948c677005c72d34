"""Refusals of the demo."""

from django.utils.translation import gettext as _

from kladka.core.errors import DomainError


class NoDemo(DomainError):
    def __init__(self) -> None:
        super().__init__(_("There is no demo in this database yet: `kladka demo` makes it."))
