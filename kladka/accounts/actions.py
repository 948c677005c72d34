"""Everything that changes users. What they may do is given by `programmes.actions.give_role`."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models.functions import Now

from kladka.accounts import errors
from kladka.accounts.models import SYSTEM_EMAIL, User
from kladka.audit.actions import Change, record


@transaction.atomic
def add_user(*, name: str, email: str, password: str, by: User | None, at: datetime) -> User:
    """Somebody who can sign in from now on; without a role they see nothing yet.

    Raises NameMissing, EmailMalformed, EmailTaken, PasswordWeak.
    """
    user = User(name=_named(name), email=_addressed(email), added_at=at)
    if User.objects.filter(email=user.email).exists():
        raise errors.EmailTaken(user.email)
    _check_password(password, user)
    user.set_password(password)
    user.save()
    record("accounts.user_added", on=user, by=by or user, at=at)
    return user


@transaction.atomic
def set_password(*, user: User, password: str, by: User, at: datetime) -> None:
    """A new password; all other sessions of the user end. Raises PasswordWeak."""
    _check_password(password, user)
    user.set_password(password)
    user.save(update_fields=["password"])
    record("accounts.password_set", on=user, by=by, at=at)


@transaction.atomic
def let_sign_in(*, user: User, allowed: bool, reason: str = "", by: User, at: datetime) -> None:
    """Shut somebody out at once, or let them in again. Saying it twice changes nothing. Raises ShutOutOneself."""
    if user == by and not allowed:
        raise errors.ShutOutOneself
    user = User.objects.select_for_update().get(pk=user.pk)
    if user.is_active == allowed:
        return
    change = Change("is_active", user.is_active, allowed)
    user.is_active = allowed
    user.save(update_fields=["is_active"])
    record("accounts.sign_in_changed", on=user, by=by, at=at, reason=reason.strip(), changes=[change])


@transaction.atomic
def drop_second_factor(*, user: User, reason: str, by: User, at: datetime) -> None:
    """For somebody who lost the telephone and the codes: the next sign-in leads to a new second factor."""
    taken, _ = Authenticator.objects.filter(user_id=user.pk).delete()
    if taken:
        record("accounts.second_factor_dropped", on=user, by=by, at=at, reason=reason.strip())


def system_user() -> User:
    """The product itself: signs what jobs and commands do, and can never sign in."""
    made = {"name": "Kładka", "is_active": False, "password": "!", "added_at": Now()}
    return User.objects.get_or_create(email=SYSTEM_EMAIL, defaults=made)[0]


def _named(name: str) -> str:
    spaced = " ".join(name.replace("\0", "").split())
    if not spaced:
        raise errors.NameMissing
    if len(spaced) > User.LONGEST_NAME:
        raise errors.NameTooLong(User.LONGEST_NAME)
    return spaced


def _addressed(email: str) -> str:
    """An e-mail is one and the same in any case of its letters."""
    tidy = email.strip().lower()
    try:
        validate_email(tidy)
    except ValidationError as error:
        raise errors.EmailMalformed(tidy) from error
    return tidy


def _check_password(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise errors.PasswordWeak(error.messages) from error
