"""What the directory refuses, each as one sentence that says what to do."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from kladka.core.errors import DomainError


class NoSuchMunicipality(DomainError):
    def __init__(self, slug: str, *, known: Iterable[str]) -> None:
        names = ", ".join(sorted(known)) or _("none yet")
        super().__init__(
            _("There is no municipality “%(slug)s” here; known are: %(names)s.")
            % {"slug": slug, "names": names}
        )


class MunicipalityRefused(DomainError):
    """A new municipality cannot be added as asked."""


class RegisterRefused(DomainError):
    """A file of a national register cannot be read as one."""
