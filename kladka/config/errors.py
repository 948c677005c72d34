"""What answers when a page is not there or not for this person; desk and portal keep their own frames."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def _frame(request: HttpRequest) -> str:
    user = getattr(request, "user", None)
    on_desk = request.path.startswith("/desk/") and user is not None and user.is_authenticated
    return "desk" if on_desk else "portal"


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - as Django calls it
    """404: one answer for "not there" and "not yours"."""
    return render(request, f"{_frame(request)}/missing.html", status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: seen but not allowed. The refusal's own sentence, when it has one."""
    said = " ".join(str(part) for part in exception.args[:1])
    return render(request, f"{_frame(request)}/forbidden.html", {"said": said}, status=403)
