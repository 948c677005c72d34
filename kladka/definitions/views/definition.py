"""The programme as it is defined, for those who answer for it: read, downloaded, compared with its former versions."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from kladka.accounts.http import StaffRequest
from kladka.core.clock import today
from kladka.definitions import access
from kladka.definitions.canonical import canonical
from kladka.definitions.drafting.comparing import changes
from kladka.definitions.drafting.document import document_from
from kladka.definitions.models import Draft, Version
from kladka.definitions.queries import as_defined, before, versions_of
from kladka.definitions.showing import head, parts
from kladka.programmes.access import require
from kladka.programmes.models import Programme


def definition(request: StaffRequest, key: str) -> HttpResponse:
    """Every table of the definition, and the files from which it was loaded."""
    programme = found(request, key)
    defined, day = as_defined(programme), today()
    drafts = Draft.objects.visible_to(request.user).with_people().pending().filter(programme=programme)
    values = {
        "programme": programme,
        "head": head(defined, on=day),
        "parts": parts(defined, on=day),
        "versions": versions_of(programme),
        "drafts": drafts,
        "can_draft": access.can_draft(request.user, programme),
    }
    return render(request, "definitions/definition.html", values)


def file(request: StaffRequest, key: str) -> HttpResponse:
    """What is in force now, as a file."""
    programme = found(request, key)
    return as_file(canonical(as_defined(programme)), f"{programme.key}.toml")


def version(request: StaffRequest, key: str, revision: int) -> HttpResponse:
    """A former file, byte for byte."""
    kept = found_version(request, key, revision)
    return as_file(kept.text, f"{kept.programme.key}-{revision}.toml")


def version_changes(request: StaffRequest, key: str, revision: int) -> HttpResponse:
    """What a version brought, in words, and by whom and why."""
    kept = found_version(request, key, revision)
    earlier = before(kept)
    values = {
        "version": kept,
        "earlier": earlier,
        "draft": Draft.objects.visible_to(request.user).with_people().filter(version=kept).first(),
        "changes": changes(document_from(earlier.text) if earlier else None, document_from(kept.text)),
    }
    return render(request, "definitions/version.html", values)


def found(request: StaffRequest, key: str) -> Programme:
    """The programme behind the door, for those who may read all of it."""
    programme = get_object_or_404(Programme.objects.visible_to(request.user), key=key)
    require(access.can_read(request.user, programme))
    return programme


def found_version(request: StaffRequest, key: str, revision: int) -> Version:
    programme = found(request, key)
    versions = Version.objects.visible_to(request.user).select_related("programme", "loaded_by")
    return get_object_or_404(versions, programme=programme, revision=revision)


def as_file(text: str, name: str) -> HttpResponse:
    return HttpResponse(
        text,
        content_type="application/toml; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
