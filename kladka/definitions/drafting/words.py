"""What the parts and fields of a definition are called on the screens of a draft."""

from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kladka.core import wording
from kladka.definitions.choices import Section
from kladka.definitions.drafting.values import HEAD, PAGE
from kladka.definitions.tables import TABLES
from kladka.programmes.models import Programme


def of_part(part: str) -> str:
    """The name of a table, of the programme itself or of its page."""
    if part == HEAD:
        return _("The programme itself")
    return _("Who answers for the public page") if part == PAGE else str(Section(part).label)


def label(part: str, name: str) -> str:
    """The name that the field has everywhere else in the product; its key where the format does not know it."""
    meta = (Programme if part in {HEAD, PAGE} else TABLES[part])._meta  # noqa: SLF001 - documented by Django
    for column in (name, f"{name}_words"):
        try:
            field = meta.get_field(column)
        except FieldDoesNotExist:
            continue
        return wording.tidy(capfirst(str(getattr(field, "verbose_name", name))))
    return name
