"""Whether somebody proved more than a password: an authenticator app or a passkey."""

from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import Exists, OuterRef
from django.http import HttpRequest

from kladka.accounts.models import User

if TYPE_CHECKING:
    from django.db.models import QuerySet

REMEMBERED = "second_factor"  # in the session, so that a page does not ask the database each time
PLAIN = "plain"


def is_missing(request: HttpRequest, user: User) -> bool:
    """Whether this user must first set up a second factor."""
    if not is_needed(request):
        return False
    if request.session.get(REMEMBERED) == user.pk:
        return False
    if not has_one(user):
        return True
    request.session[REMEMBERED] = user.pk
    return False


KINDS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_one(user: User) -> bool:
    return bool(Authenticator.objects.filter(user_id=user.pk, type__in=KINDS).exists())


def without_one(users: "QuerySet[User]") -> "QuerySet[User]":
    """Those of these users who have only a password."""
    return users.exclude(Exists(Authenticator.objects.filter(user_id=OuterRef("pk"), type__in=KINDS)))


def is_needed(request: HttpRequest) -> bool:
    return bool(settings.SECOND_FACTOR_NEEDED) and not is_waived(request)


def is_waived(request: HttpRequest) -> bool:
    """Only in the municipalities of a demo, and only where the environment says so: KLADKA_DEMO_SIGN_IN=plain."""
    municipality = getattr(request, "tenant", None)
    return settings.DEMO_SIGN_IN == PLAIN and bool(getattr(municipality, "is_demo", False))


def forget(request: HttpRequest) -> None:
    """Ask the database again: what is remembered may just have been taken off."""
    request.session.pop(REMEMBERED, None)
