"""What the trail calls that which is done to users."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "accounts.user_added": _("user added"),
    "accounts.password_set": _("password set"),
    "accounts.sign_in_changed": _("sign-in allowed or stopped"),
    "accounts.second_factor_dropped": _("second factor taken off"),
}
