"""A paper as an answer: a download that no browser keeps."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from kladka.core.errors import DomainError
from kladka.core.http import REFUSED
from kladka.papers.documents import KINDS, PDF, file_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kladka.papers.actions import Paper


def not_printed(request: HttpRequest, why: DomainError) -> HttpResponse:
    """A page that says why, instead of a file."""
    return render(request, "papers/not_printed.html", {"why": why}, status=REFUSED)


def paper_response(request: HttpRequest, papers: "Sequence[Paper]") -> HttpResponse:
    """As the address asks: `?file=docx` or `?file=zip`, else PDF; `?mono=1` for a printer without colours."""
    asked = request.GET.get("file", PDF)
    file = file_of(papers, kind=asked if asked in KINDS else PDF, mono=request.GET.get("mono") == "1")
    answer = HttpResponse(file.content, content_type=file.kind)
    answer.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file.name)
    answer.headers["Cache-Control"] = "no-store, private"
    return answer
