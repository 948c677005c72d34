"""Users that tests sign in."""

import time
from datetime import UTC, datetime
from itertools import count

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth

from kladka.accounts.models import User

MOMENT = datetime(2026, 1, 5, 9, tzinfo=UTC)
PASSWORD = "three-quiet-words"  # noqa: S105 - of nobody real
_numbers = count(1)


def a_user(name: str = "Anna Przykładowa", **given: object) -> User:
    email = f"user{next(_numbers)}@example.org"
    user = User(**{"name": name, "email": email, "added_at": MOMENT, **given})
    user.set_password(PASSWORD)
    user.save()
    return user


def with_app(user: User) -> str:
    """The user gets an authenticator app; the secret that it was given."""
    secret: str = auth.generate_totp_secret()
    auth.TOTP.activate(user, secret)
    return secret


def with_recovery_codes(user: User) -> list[str]:
    codes: list[str] = RecoveryCodes.activate(user).get_unused_codes()
    return codes


def code_of(secret: str) -> str:
    """What the app shows at this moment."""
    value = auth.hotp_value(secret, int(time.time()) // 30)
    return str(auth.format_hotp_value(value))
