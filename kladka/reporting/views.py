"""The official file: made with a button, kept as it was sent, with what is wrong in words."""

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now, today
from kladka.core.errors import DomainError
from kladka.core.http import REFUSED
from kladka.core.spreadsheets import xlsx_response
from kladka.programmes.access import require
from kladka.programmes.models import Edition, Programme
from kladka.programmes.queries import chosen_edition
from kladka.reporting import access, actions, exports, queries
from kladka.reporting.actions.exporting import layout_of
from kladka.reporting.layouts import Layout
from kladka.reporting.models import Package

PAGE = 50


def packages(request: StaffRequest, key: str) -> HttpResponseBase:
    """The files that were made; a POST makes one more."""
    programme = get_object_or_404(Programme.objects.visible_to(request.user), key=key)
    edition = chosen(request, programme)
    require(access.can_look(request.user, edition))
    if request.method == "POST":
        return make(request, edition)
    if request.GET.get("file") == "xlsx":
        rows = exports.package_rows(packages_of(request, edition))
        return xlsx_response(rows, columns=exports.PACKAGES, title=str(edition), filename=f"{key}.xlsx")
    return listing(request, edition)


def chosen(request: StaffRequest, programme: Programme) -> Edition:
    """The edition that the address names; else the last one that has begun."""
    editions = Edition.objects.visible_to(request.user).filter(programme=programme)
    found = chosen_edition(editions, request.GET.get("edition", ""), on=today())
    if found is None:
        raise Http404
    return found


def make(request: StaffRequest, edition: Edition) -> HttpResponse:
    require(access.can_export(request.user, edition))
    try:
        made = actions.export_participants(
            edition=edition, profile=request.POST.get("profile", ""), by=request.user, at=now()
        )
    except DomainError as error:
        return listing(request, edition, refusal=str(error))
    return redirect("reporting:package", made.package.pk)


def listing(request: StaffRequest, edition: Edition, *, refusal: str = "") -> HttpResponse:
    layout = known_layout(edition)
    page = Paginator(queries.faulty(edition), PAGE).get_page(request.GET.get("page"))
    context = {
        "edition": edition,
        "layout": layout,
        "packages": packages_of(request, edition)[:PAGE],
        "troubles": list(queries.troubles(list(page.object_list), layout)) if layout else [],
        "page": page,
        "can_make": access.can_export(request.user, edition),
        "refusal": refusal,
    }
    return render(request, "reporting/packages.html", context, status=REFUSED if refusal else 200)


def known_layout(edition: Edition) -> Layout | None:
    """None where the regime has no layout yet: only the command may force one, with a warning."""
    try:
        return layout_of(edition, on=today())
    except DomainError:
        return None


def packages_of(request: StaffRequest, edition: Edition) -> "list[Package]":
    every = Package.objects.visible_to(request.user).filter(edition=edition)
    return list(every.without_content().select_related("made_by"))


def package(request: StaffRequest, pk: int) -> FileResponse | HttpResponse:
    """The bytes as they were sealed."""
    kept = get_object_or_404(Package.objects.visible_to(request.user).select_related("edition"), pk=pk)
    require(access.can_look(request.user, kept.edition))
    content = actions.open_package(package=kept, by=request.user, at=now())
    answer = HttpResponse(content, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{kept.file_name}"'
    return answer
