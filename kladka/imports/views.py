"""A list of people at the desk: uploaded, understood, rehearsed, done, and taken back."""

import tempfile
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now, today
from kladka.core.errors import DomainError
from kladka.core.http import REFUSED, form_page, posted
from kladka.core.spreadsheets import MEDIA_TYPE
from kladka.imports import actions
from kladka.imports.access import can_import
from kladka.imports.exports import write_marked
from kladka.imports.forms import CellsForm, MappingForm, UploadForm
from kladka.imports.models import Import, Upload
from kladka.imports.queries import layout_for
from kladka.imports.rules.mapping import SheetMap
from kladka.imports.telling import Outcome
from kladka.programmes.access import require
from kladka.programmes.models import Edition, Programme
from kladka.programmes.queries import chosen_edition

SHOWN = 50  # problems on one page; the marked sheet has them all


def imports(request: StaffRequest, key: str) -> HttpResponse:
    """Lists that came in, and the form for one more."""
    programme = get_object_or_404(Programme.objects.visible_to(request.user), key=key)
    edition = chosen(request, programme)
    require(can_import(request.user, edition))
    form = UploadForm(posted(request), request.FILES or None)
    if form.is_valid():
        name = form.cleaned_data["file"].name
        upload = actions.keep_upload(
            edition=edition, content=form.content, file_name=name, by=request.user, at=now()
        )
        return redirect("imports:mapping", upload.pk)
    done = Import.objects.visible_to(request.user).filter(edition=edition).select_related("made_by")[:SHOWN]
    return form_page(request, "imports/imports.html", form, edition=edition, done=done)


def chosen(request: StaffRequest, programme: Programme) -> Edition:
    """The edition that the address names; else the last one that has begun."""
    editions = Edition.objects.visible_to(request.user).filter(programme=programme)
    found = chosen_edition(editions, request.GET.get("edition", ""), on=today())
    if found is None:
        raise Http404
    return found


def waiting(request: StaffRequest, pk: int) -> Upload:
    """The file behind the door, for those who may take it in."""
    upload = get_object_or_404(
        Upload.objects.visible_to(request.user).select_related("edition__programme"), pk=pk
    )
    require(can_import(request.user, upload.edition))
    return upload


def tried(upload: Upload) -> Outcome:
    with actions.opened(upload) as sheet:
        return actions.rehearse(edition=upload.edition, sheet=sheet, at=now())


def mapping(request: StaffRequest, pk: int) -> HttpResponse:
    """What each column is, and what each unknown word means."""
    upload = waiting(request, pk)
    outcome = tried(upload)
    form = MappingForm(
        posted(request),
        outcome=outcome,
        mapping=outcome.mapping or SheetMap(),
        edition=upload.edition,
        layout=layout_for(upload.edition, on=today()),
    )
    if form.is_valid():
        actions.say_mapping(upload=upload, mapping=form.said, by=request.user, at=now())
        return redirect("imports:rehearsal", upload.pk)
    return form_page(request, "imports/mapping.html", form, upload=upload, outcome=outcome)


def rehearsal(request: StaffRequest, pk: int) -> HttpResponse:
    """What would happen; a POST writes cells anew."""
    upload = waiting(request, pk)
    outcome = tried(upload)
    problems = outcome.problems[:SHOWN]
    form = CellsForm(posted(request), problems=problems)
    if form.is_valid():
        actions.correct_cells(upload=upload, cells=form.written, by=request.user, at=now())
        return redirect("imports:rehearsal", upload.pk)
    return rehearsed(request, upload, outcome, form=form)


def rehearsed(
    request: StaffRequest,
    upload: Upload,
    outcome: Outcome,
    *,
    form: CellsForm | None = None,
    refusal: str = "",
) -> HttpResponse:
    problems = outcome.problems[:SHOWN]
    cells = form or CellsForm(problems=problems)
    values: dict[str, Any] = {
        "upload": upload,
        "outcome": outcome,
        "form": cells,
        "problems": [(one, cells[one.name] if one.name in cells.fields else None) for one in problems],
        "more": len(outcome.problems) - len(problems),
        "refusal": refusal,
    }
    refused = bool(refusal) or (cells.is_bound and bool(cells.errors))
    return render(request, "imports/rehearsal.html", values, status=REFUSED if refused else 200)


def marked(request: StaffRequest, pk: int) -> FileResponse:
    """The same sheet to download, with the cells marked."""
    upload = waiting(request, pk)
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    with actions.opened(upload) as sheet:
        outcome = actions.rehearse(edition=upload.edition, sheet=sheet, at=now())
        write_marked(file, sheet, outcome)
    file.seek(0)
    name = f"{upload.file_name.rpartition('.')[0] or upload.file_name}-{_('to correct')}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=MEDIA_TYPE)


@require_POST
def take_in(request: StaffRequest, pk: int) -> HttpResponse:
    """All rows, or only the good ones."""
    upload = waiting(request, pk)
    only_good = request.POST.get("which") == "good"
    try:
        made, outcome = actions.import_upload(upload=upload, only_good=only_good, by=request.user, at=now())
    except DomainError as error:
        return rehearsed(request, upload, tried(upload), refusal=str(error))
    if not outcome.is_written:
        return rehearsed(request, upload, outcome, refusal=_("Some rows are refused: nothing was written."))
    if made is None:
        messages.success(request, _("Everybody in the list is known already: nothing was changed."))
        return to_imports(upload.edition)
    return redirect("imports:imported", made.pk)


@require_POST
def leave(request: StaffRequest, pk: int) -> HttpResponse:
    """The file is given up."""
    upload = waiting(request, pk)
    actions.give_up(upload=upload, by=request.user, at=now())
    messages.success(request, _("The file is gone. Nothing was written."))
    return to_imports(upload.edition)


def to_imports(edition: Edition) -> HttpResponse:
    address = redirect("imports:imports", edition.programme.key)
    address.headers["Location"] += f"?edition={edition.key}"
    return address


def done(request: StaffRequest, pk: int) -> Import:
    made = get_object_or_404(
        Import.objects.visible_to(request.user).select_related("edition__programme", "made_by", "undone_by"),
        pk=pk,
    )
    require(can_import(request.user, made.edition))
    return made


def imported(request: StaffRequest, pk: int, *, refusal: str = "") -> HttpResponse:
    """What came in."""
    values = {"made": done(request, pk), "refusal": refusal}
    return render(request, "imports/imported.html", values, status=REFUSED if refusal else 200)


@require_POST
def undo(request: StaffRequest, pk: int) -> HttpResponse:
    """Everything as before, as long as nothing stands on it."""
    made = done(request, pk)
    try:
        actions.undo_import(made=made, by=request.user, at=now())
    except DomainError as error:
        return imported(request, pk, refusal=str(error))
    messages.success(request, _("The import is undone: its people are gone, what it changed is as before."))
    return redirect("imports:imported", made.pk)
