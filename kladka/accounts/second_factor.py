"""Whether somebody proved more than a password: an authenticator app or a passkey."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

from kladka.accounts.models import User

REMEMBERED = "second_factor"  # in the session, so that a page does not ask the database each time
PLAIN = "plain"


def is_missing(request: HttpRequest, user: User) -> bool:
    """Whether this user must first set up a second factor."""
    if not settings.SECOND_FACTOR_NEEDED or is_waived(request):
        return False
    if request.session.get(REMEMBERED) == user.pk:
        return False
    if not has_one(user):
        return True
    request.session[REMEMBERED] = user.pk
    return False


def has_one(user: User) -> bool:
    kinds = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    return bool(Authenticator.objects.filter(user_id=user.pk, type__in=kinds).exists())


def is_waived(request: HttpRequest) -> bool:
    """Only in the municipalities of a demo, and only where the environment says so: KLADKA_DEMO_SIGN_IN=plain."""
    municipality = getattr(request, "tenant", None)
    return settings.DEMO_SIGN_IN == PLAIN and bool(getattr(municipality, "is_demo", False))


def forget(request: HttpRequest) -> None:
    """Ask the database again: what is remembered may just have been taken off."""
    request.session.pop(REMEMBERED, None)
