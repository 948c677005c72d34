"""Drafts: begun, looked at as a whole, compared, exported and imported, handed in or given up."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now
from kladka.core.errors import DomainError
from kladka.core.http import form_page, posted
from kladka.definitions import access, actions
from kladka.definitions.drafting.comparing import changes
from kladka.definitions.drafting.document import written
from kladka.definitions.drafting.overview import overview
from kladka.definitions.forms.deciding import HandInForm
from kladka.definitions.forms.file import FileForm
from kladka.definitions.models import Draft
from kladka.definitions.queries import in_force
from kladka.definitions.views.definition import as_file, found
from kladka.programmes.access import require


def drafts(request: StaffRequest) -> HttpResponse:
    """Every draft that the user may write or decide on, the last changed first."""
    seen = Draft.objects.visible_to(request.user).with_people()
    require(access.can_begin(request.user))
    values = {"pending": seen.pending(), "settled": seen.exclude(pk__in=seen.pending())[:50]}
    return render(request, "definitions/drafts.html", values)


def amend(request: StaffRequest, key: str) -> HttpResponse:
    """A draft is begun from what is in force."""
    programme = found(request, key)
    require(access.can_draft(request.user, programme))
    if request.method == "POST":
        draft = actions.begin_draft(programme=programme, by=request.user, at=now())
        return redirect("definitions:draft", draft.pk)
    seen = Draft.objects.visible_to(request.user).with_people().pending().filter(programme=programme)
    return render(request, "definitions/amend.html", {"programme": programme, "drafts": seen})


def load_file(request: StaffRequest, key: str) -> HttpResponse:
    """A file becomes a draft; its differences are the next page."""
    programme = found(request, key)
    require(access.can_draft(request.user, programme))
    form = FileForm(posted(request), request.FILES or None)
    if form.is_valid():
        try:
            draft = actions.begin_draft(programme=programme, content=form.content, by=request.user, at=now())
        except DomainError as error:
            form.add_error("file", str(error))
        else:
            return redirect("definitions:comparison", draft.pk)
    return form_page(request, "definitions/load.html", form, programme=programme)


def draft(request: StaffRequest, draft_id: int) -> HttpResponse:
    """The parts of the draft, what is still wrong in each, and what happens next."""
    one = found_draft(request, draft_id)
    values = {
        "draft": one,
        "overview": overview(one.content, in_force(one)),
        "is_behind": is_behind(one),
        "can_write": one.is_open,
        "can_decide": access.can_decide(request.user, one),
    }
    return render(request, "definitions/draft.html", values)


def comparison(request: StaffRequest, draft_id: int) -> HttpResponse:
    """What the draft would change, before and after."""
    one = found_draft(request, draft_id)
    values = {"draft": one, "changes": changes(in_force(one), one.content), "is_behind": is_behind(one)}
    return render(request, "definitions/comparison.html", values)


def draft_file(request: StaffRequest, draft_id: int) -> HttpResponse:
    """The draft as a file, also with what is wrong in it."""
    one = found_draft(request, draft_id)
    name = one.programme.key if one.programme else "programme"
    return as_file(written(one.content), f"{name}-draft-{one.pk}.toml")


def import_file(request: StaffRequest, draft_id: int) -> HttpResponse:
    """A file takes the place of what the draft says."""
    one = found_draft(request, draft_id)
    form = FileForm(posted(request), request.FILES or None)
    if form.is_valid():
        try:
            actions.write(draft=one, change=lambda _before: form.content, by=request.user, at=now())
        except DomainError as error:
            form.add_error("file", str(error))
        else:
            messages.success(request, _("The draft says now what the file says."))
            return redirect("definitions:draft", one.pk)
    return form_page(request, "definitions/import.html", form, draft=one)


@require_POST
def catch_up(request: StaffRequest, draft_id: int) -> HttpResponse:
    one = found_draft(request, draft_id)
    return answered(
        request,
        one,
        lambda: actions.catch_up(draft=one, by=request.user, at=now()),
        _("The draft is up to date."),
    )


def hand_in(request: StaffRequest, draft_id: int) -> HttpResponse:
    """Why it changes; then it waits for a second person."""
    one = found_draft(request, draft_id)
    form = HandInForm(
        posted(request), of=one.content, initial={"reason": one.reason, "amendment": one.amendment}
    )
    if form.is_valid():
        try:
            actions.hand_in(draft=one, **form.cleaned_data, by=request.user, at=now())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The draft waits for approval by somebody else."))
            return redirect("definitions:draft", one.pk)
    values = {"draft": one, "overview": overview(one.content, in_force(one)), "is_behind": is_behind(one)}
    return form_page(request, "definitions/hand_in.html", form, **values)


@require_POST
def take_back(request: StaffRequest, draft_id: int) -> HttpResponse:
    one = found_draft(request, draft_id)
    return answered(
        request, one, lambda: actions.take_back(draft=one, by=request.user, at=now()), _("You can write on.")
    )


@require_POST
def withdraw(request: StaffRequest, draft_id: int) -> HttpResponse:
    one = found_draft(request, draft_id)
    return answered(
        request,
        one,
        lambda: actions.withdraw(draft=one, by=request.user, at=now()),
        _("The draft is withdrawn."),
    )


def answered(request: StaffRequest, one: Draft, act: Callable[[], object], done: str) -> HttpResponse:
    """One step of a draft's way, and back to it with what happened in words."""
    try:
        act()
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    return redirect("definitions:draft", one.pk)


def found_draft(request: StaffRequest, draft_id: int) -> Draft:
    """The draft behind the door. Whoever may see it may write in it, and then somebody else approves it."""
    return get_object_or_404(Draft.objects.visible_to(request.user).with_people(), pk=draft_id)


def is_behind(one: Draft) -> bool:
    """Whether the programme was changed since the draft was begun."""
    return one.is_pending and one.programme is not None and one.programme.revision != one.base
