"""What the trail calls that which is done to programme files."""

from django.utils.translation import gettext_lazy as _

VERBS = {"definitions.programme_loaded": _("programme loaded from a file")}
