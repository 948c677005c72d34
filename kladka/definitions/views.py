"""The programme as it is defined, for those who answer for it: read, downloaded, replaced by a file."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now, today
from kladka.core.errors import DomainError
from kladka.core.http import form_page, posted
from kladka.definitions import access
from kladka.definitions.actions import load
from kladka.definitions.canonical import canonical
from kladka.definitions.comparing import differences
from kladka.definitions.forms import FileForm
from kladka.definitions.models import Version
from kladka.definitions.queries import as_defined, versions_of
from kladka.definitions.showing import head, parts
from kladka.municipalities.queries import current_municipality
from kladka.programmes.access import require
from kladka.programmes.models import Programme


def definition(request: StaffRequest, key: str) -> HttpResponse:
    """Every table of the definition, and the files from which it was loaded."""
    programme = found(request, key)
    defined, day = as_defined(programme), today()
    values = {
        "programme": programme,
        "head": head(defined, on=day),
        "parts": parts(defined, on=day),
        "versions": versions_of(programme),
        "can_load": access.can_load(request.user, programme),
    }
    return render(request, "definitions/definition.html", values)


def file(request: StaffRequest, key: str) -> HttpResponse:
    """What is in force now, as a file."""
    programme = found(request, key)
    return as_file(canonical(as_defined(programme)), f"{programme.key}.toml")


def version(request: StaffRequest, key: str, revision: int) -> HttpResponse:
    """A former file, byte for byte."""
    programme = found(request, key)
    kept = get_object_or_404(Version.objects.visible_to(request.user), programme=programme, revision=revision)
    return as_file(kept.text, f"{programme.key}-{revision}.toml")


def load_file(request: StaffRequest, key: str) -> HttpResponse:
    """A file is chosen, its differences are shown, and only then it comes in force."""
    programme = found(request, key)
    require(access.can_load(request.user, programme))
    form = FileForm(posted(request), request.FILES or None, of=programme)
    if not form.is_valid():
        return form_page(request, "definitions/load.html", form, programme=programme)
    if form.is_confirmed and _is_loaded(request, form):
        messages.success(request, _("The programme says now what the file says."))
        return redirect("definitions:definition", programme.key)
    values = {
        "programme": programme,
        "form": form,
        "to_confirm": form.to_confirm(),
        "differences": differences(as_defined(programme), form.programme),
        "is_stale": bool(form.cleaned_data["text"]) and not form.is_confirmed,
    }
    return render(request, "definitions/compare.html", values)


def _is_loaded(request: StaffRequest, form: FileForm) -> bool:
    town = current_municipality()
    code = town.teryt_code if town else ""
    try:
        load(file=form.programme, municipality_code=code, by=request.user, at=now())
    except DomainError as error:
        form.add_error(None, str(error))
        return False
    return True


def found(request: StaffRequest, key: str) -> Programme:
    """The programme behind the door, for those who may read all of it."""
    programme = get_object_or_404(Programme.objects.visible_to(request.user), key=key)
    require(access.can_read(request.user, programme))
    return programme


def as_file(text: str, name: str) -> HttpResponse:
    return HttpResponse(
        text,
        content_type="application/toml; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
