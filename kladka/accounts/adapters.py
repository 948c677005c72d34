"""Where allauth meets our rules and words: `ACCOUNT_ADAPTER` and `MFA_ADAPTER` of the settings."""

import time
from typing import Any, ClassVar

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kladka.accounts import actions, second_factor
from kladka.accounts.models import User
from kladka.audit import keys
from kladka.core.clock import now

TRY_LATER = _("Too many attempts. Wait five minutes and try again, or ask your administrator.")
WRONG_CODE = _("The code is not right. Wait for the next one in the app and write it here.")

# What was done, said on the next page; a template of allauth that is not here says nothing.
DONE = {
    "account/messages/password_changed.txt": _("The password is changed."),
    "mfa/messages/totp_activated.txt": _("The authenticator app is on."),
    "mfa/messages/totp_deactivated.txt": _("The authenticator app is off."),
    "mfa/messages/webauthn_added.txt": _("The passkey is added."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
    "mfa/messages/recovery_codes_generated.txt": _("New recovery codes are ready; the old ones are void."),
}


def signed_in_lately(request: HttpRequest) -> bool:
    """Whether the password or the code was given in the last minutes, in this very session."""
    times = [one["at"] for one in get_authentication_records(request, request.user)]
    return bool(times) and time.time() - max(times) < app_settings.REAUTHENTICATION_TIMEOUT


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages: ClassVar[dict[str, object]] = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account may not sign in. Ask your administrator."),
        "email_password_mismatch": _("The e-mail or the password is not right. Check both and try again."),
        "enter_current_password": _("This is not your current password."),
        "incorrect_password": _("The password is not right."),
        "incorrect_code": WRONG_CODE,
        "too_many_login_attempts": TRY_LATER,
        "rate_limited": TRY_LATER,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - as allauth calls it
        """Users are added by an administrator only."""
        return False

    def set_password(self, user: User, password: str) -> None:
        """Who changes their own password leaves an entry in the trail, like everybody else."""
        actions.set_password(user=user, password=password, by=user, at=now())

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Not of somebody who signed in a moment ago, nor before the first second factor: nobody could go on."""
        request = context.request
        if signed_in_lately(request) or not second_factor.has_one(request.user):
            return False
        return bool(super().is_reauthentication_required(app=app))

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        """The ways to prove again who one is, in our words."""
        words = {
            reverse("account_reauthenticate"): _("Use the password"),
            reverse("mfa_reauthenticate"): _("Use the authenticator app or a recovery code"),
            reverse("mfa_reauthenticate_webauthn"): _("Use a passkey"),
        }
        ways = super().get_reauthentication_methods(user)
        return [{**way, "description": words.get(way["url"], way["description"])} for way in ways]

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: object = None,  # noqa: ARG002
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        said = message or DONE.get(message_template or "")
        if said:
            messages.add_message(request, level, str(said), extra_tags=extra_tags)


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    error_messages: ClassVar[dict[str, object]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": WRONG_CODE,
        "cannot_delete_authenticator": _("The second factor cannot be taken off."),
        "cannot_generate_recovery_codes": _("Set up an authenticator app or a passkey first."),
    }

    def encrypt(self, text: str) -> str:
        """Secrets of authenticator apps open only with the municipality's key, which is not in the database."""
        return keys.seal({"secret": text}, person=None).decode()

    def decrypt(self, encrypted_text: str) -> str:
        opened = keys.unseal(encrypted_text.encode(), person=None)
        if opened is None:
            message = "The municipality's key is missing from the data folder: restore it from its backup."
            raise FileNotFoundError(message)
        return str(opened["secret"])

    def get_totp_issuer(self) -> str:
        return f"Kładka {context.request.tenant}"

    def generate_authenticator_name(self, user: User, type: str) -> str:  # noqa: A002 - as allauth calls it
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return str(_("Passkey %(number)s") % {"number": number})
