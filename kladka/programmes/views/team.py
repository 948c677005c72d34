"""Users and roles: the pages of the administrator."""

from collections.abc import Callable

from django.contrib import messages
from django.db.models import QuerySet
from django.forms import BaseForm
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kladka.accounts import actions as accounts
from kladka.accounts import second_factor
from kladka.accounts.http import StaffRequest
from kladka.accounts.models import User
from kladka.audit.queries import trail_of
from kladka.core.clock import now, today
from kladka.core.errors import DomainError
from kladka.core.http import form_page, posted
from kladka.core.spreadsheets import Column, xlsx_response
from kladka.programmes import access, queries
from kladka.programmes.actions import end_role, give_role
from kladka.programmes.forms import EndForm, PasswordForm, ReasonForm, RoleForm, UserForm
from kladka.programmes.models import TeamMember

COLUMNS = [
    Column(gettext_lazy("First name and surname"), 28),
    Column(gettext_lazy("E-mail"), 30),
    Column(gettext_lazy("Role"), 22),
    Column(gettext_lazy("Where"), 40),
    Column(gettext_lazy("From")),
    Column(gettext_lazy("To")),
]


def users(request: StaffRequest) -> HttpResponse:
    """Everybody who can sign in, with what they may do today."""
    found = found_users(request)
    return render(request, "programmes/users.html", {"users": queries.users_with_roles(found, on=today())})


def users_xlsx(request: StaffRequest) -> FileResponse:
    listed = queries.users_with_roles(found_users(request), on=today())
    rows = (
        (one.user.name, one.user.email, role.get_role_display(), role.where, role.from_day, role.to_day)
        for one in listed
        for role in one.roles
    )
    return xlsx_response(rows, columns=COLUMNS, title=_("Users and roles"), filename="users-and-roles.xlsx")


def add_user(request: StaffRequest) -> HttpResponse:
    found_users(request)
    form = UserForm(posted(request))
    if form.is_valid():
        try:
            user = accounts.add_user(**form.cleaned_data, by=request.user, at=now())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The user is added. Now give a role."))
            return redirect("programmes:user", user.pk)
    return form_page(request, "programmes/user_add.html", form)


def user(request: StaffRequest, pk: int) -> HttpResponse:
    """One user: roles of all times, and what the trail knows."""
    one = found_user(request, pk)
    roles = queries.roles_ever(one)
    values = {
        "one": one,
        "roles": roles,
        "today": today(),
        "has_second_factor": second_factor.has_one(one),
        "trail": trail_of(one, *roles),
    }
    return render(request, "programmes/user.html", values)


def role(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a user a role."""
    one = found_user(request, pk)
    form = RoleForm(posted(request), today=today())

    def give() -> None:
        place, days = form.where, form.cleaned_data
        give_role(
            user=one,
            role=form.chosen,
            edition=place.edition,
            task=place.task,
            offer=place.offer,
            from_day=days["from_day"],
            to_day=days["to_day"],
            by=request.user,
            at=now(),
        )

    return done(request, one, form, give, _("The role is given.")) or form_page(
        request, "programmes/role.html", form, one=one
    )


def role_end(request: StaffRequest, pk: int) -> HttpResponse:
    member = get_object_or_404(TeamMember.objects.visible_to(request.user), pk=pk)
    form = EndForm(posted(request), initial={"on": today()})

    def end() -> None:
        end_role(member=member, **form.cleaned_data, by=request.user, at=now())

    return done(request, member.user, form, end, _("The last day of the role is written.")) or form_page(
        request, "programmes/role_end.html", form, member=member, one=member.user
    )


def password(request: StaffRequest, pk: int) -> HttpResponse:
    one = found_user(request, pk)
    form = PasswordForm(posted(request))

    def change() -> None:
        accounts.set_password(user=one, password=form.cleaned_data["password"], by=request.user, at=now())

    return done(request, one, form, change, _("The password is changed.")) or form_page(
        request, "programmes/user_password.html", form, one=one
    )


def factor(request: StaffRequest, pk: int) -> HttpResponse:
    """Take the second factor off somebody who lost the telephone."""
    one = found_user(request, pk)
    form = ReasonForm(posted(request))

    def drop() -> None:
        accounts.drop_second_factor(user=one, **form.cleaned_data, by=request.user, at=now())

    return done(
        request, one, form, drop, _("The next sign-in will ask for a new second factor.")
    ) or form_page(request, "programmes/user_factor.html", form, one=one)


def sign_in(request: StaffRequest, pk: int) -> HttpResponse:
    """Stop somebody's sign-in, or allow it again."""
    one = found_user(request, pk)
    form = ReasonForm(posted(request))

    def turn() -> None:
        accounts.let_sign_in(
            user=one, allowed=not one.is_active, **form.cleaned_data, by=request.user, at=now()
        )

    return done(request, one, form, turn, _("Saved.")) or form_page(
        request, "programmes/user_sign_in.html", form, one=one
    )


def found_users(request: StaffRequest) -> QuerySet[User]:
    """Through the door; the pages themselves are not there for anybody else."""
    if not access.can_manage_users(request.user):
        raise Http404
    return access.users_seen_by(request.user)


def found_user(request: StaffRequest, pk: int) -> User:
    return get_object_or_404(access.users_seen_by(request.user), pk=pk)


def done(
    request: HttpRequest, one: User, form: BaseForm, action: Callable[[], None], said: str
) -> HttpResponse | None:
    """After the action: back to the user, saying what was done. None: the form must be shown (again)."""
    if not form.is_valid():
        return None
    try:
        action()
    except DomainError as error:
        form.add_error(None, str(error))
        return None
    messages.success(request, said)
    return redirect("programmes:user", one.pk)
