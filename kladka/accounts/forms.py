"""Forms of sign-in: allauth's, in our words (`ACCOUNT_FORMS` and `MFA_FORMS` of the settings)."""

from typing import TYPE_CHECKING, Any, ClassVar

from allauth.account import forms as account
from allauth.mfa.base import forms as factor
from allauth.mfa.totp import forms as app
from allauth.mfa.webauthn import forms as passkey
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django import forms
    from django.utils.functional import _StrPromise

    Words = dict[str, _StrPromise]
    OptionalForm = forms.Form
else:
    OptionalForm = object

CODE = _("Code")
PASSWORD = _("Password")


class InOurWords(OptionalForm):
    """Labels and help of our own; a placeholder that repeats the label helps nobody."""

    labels: "ClassVar[Words]" = {}
    helps: "ClassVar[Words]" = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.labels.get(name, field.label)
            field.help_text = self.helps.get(name, "")
            field.widget.attrs.pop("placeholder", None)


class SignInForm(InOurWords, account.LoginForm):  # type: ignore[misc]
    labels: "ClassVar[Words]" = {"login": _("E-mail"), "password": PASSWORD}


class ConfirmForm(InOurWords, account.ReauthenticateForm):  # type: ignore[misc]
    labels: "ClassVar[Words]" = {"password": PASSWORD}


class PasswordForm(InOurWords, account.ChangePasswordForm):  # type: ignore[misc]
    labels: "ClassVar[Words]" = {
        "oldpassword": _("Current password"),
        "password1": _("New password"),
        "password2": _("New password again"),
    }
    helps: "ClassVar[Words]" = {
        "password1": _("At least ten characters; three words are better than one with digits.")
    }


class CodeForm(InOurWords, factor.AuthenticateForm):  # type: ignore[misc]
    labels: "ClassVar[Words]" = {"code": CODE}
    helps: "ClassVar[Words]" = {"code": _("Six digits from the app, or one of your recovery codes.")}


class ConfirmByCodeForm(InOurWords, factor.ReauthenticateForm):  # type: ignore[misc]
    labels: "ClassVar[Words]" = {"code": CODE}
    helps: "ClassVar[Words]" = {"code": _("Six digits from the app, or one of your recovery codes.")}


class AppForm(InOurWords, app.ActivateTOTPForm):  # type: ignore[misc]
    labels: "ClassVar[Words]" = {"code": _("Code that the app shows")}


class AddPasskeyForm(InOurWords, passkey.AddWebAuthnForm):  # type: ignore[misc]
    labels: "ClassVar[Words]" = {
        "name": _("Name of this passkey"),
        "passwordless": _("Sign in with this passkey alone, without a password"),
    }
    helps: "ClassVar[Words]" = {"passwordless": _("The device will ask for a finger, a face or its PIN.")}


class PasskeyNameForm(InOurWords, passkey.EditWebAuthnForm):  # type: ignore[misc]
    labels: "ClassVar[Words]" = {"name": _("Name of this passkey")}
