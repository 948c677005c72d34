"""How the trail calls what is done here."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "reporting.file_imported": _("official file read in"),  # until imports had a module of their own
    "imports.file_imported": _("list of people read in"),
    "imports.file_uploaded": _("list of people uploaded"),
    "imports.mapping_said": _("columns of a list explained"),
    "imports.cells_corrected": _("cells of a list corrected"),
    "imports.file_given_up": _("list of people given up"),
    "imports.file_undone": _("list of people taken back"),
}
