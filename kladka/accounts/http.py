"""The request of somebody signed in, for annotations of desk views."""

from kladka.accounts.models import User
from kladka.core.http import SignedIn

StaffRequest = SignedIn[User]
