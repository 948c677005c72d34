"""Who signs what commands do."""

from datetime import datetime

from kladka.accounts.models import SYSTEM_EMAIL, User


def system_user(*, at: datetime) -> User:
    """The product itself, which can never sign in."""
    made = {"name": "Kładka", "is_active": False, "password": "!", "added_at": at}
    return User.objects.get_or_create(email=SYSTEM_EMAIL, defaults=made)[0]
