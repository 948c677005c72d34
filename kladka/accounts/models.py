"""Users of one municipality and what their sign-in needs to remember."""

from collections.abc import Hashable, Mapping
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    """Users are made by `actions.add_user`; here is only what Django and allauth ask for."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser):
    """Somebody who can sign in to this municipality. What they may do follows from roles, never from here."""

    privacy: ClassVar[Mapping[str, str]] = {
        "email": "personal",
        "name": "personal",
        "phone": "personal",
        "last_login": "personal",
    }

    LONGEST_NAME: ClassVar[int] = 150

    email = models.EmailField(_("e-mail"), max_length=254)
    name = models.CharField(_("first name and surname"), max_length=LONGEST_NAME)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    is_active = models.BooleanField(_("may sign in"), default=True)
    added_at = models.DateTimeField(_("added at"))

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name", "added_at"]

    # What one request has already asked about its user: the door opens it and it ends with this object.
    # Anywhere else it stays None, and nothing is kept.
    notebook: dict[Hashable, Any] | None = None

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["name", "pk"]
        constraints = [
            CheckConstraint(condition=Q(email=Lower("email")), name="user_email_is_lower_case"),
            UniqueConstraint(
                fields=["email"],
                name="user_one_of_an_email",
                violation_error_message=_("Somebody with this e-mail can already sign in here."),
            ),
            CheckConstraint(condition=~Q(name=""), name="user_name_is_said"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    @property
    def is_system(self) -> bool:
        """The product itself: signs what jobs and commands do, and can never sign in."""
        return self.email == SYSTEM_EMAIL


SYSTEM_EMAIL = "system@kladka.invalid"


class SharedCache(models.Model):
    """Rows of Django's database cache, which counts failed sign-ins for all web processes at once.

    Its shape is Django's (`django.core.cache.backends.db`); nothing else reads it.
    """

    privacy: ClassVar[Mapping[str, str]] = {}

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "accounts_cache"
