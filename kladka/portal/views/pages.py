"""The small pages: accessibility statement, data protection, contact, search, site map."""

from datetime import date
from typing import TypedDict

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, override

from kladka.core import clock
from kladka.core.http import REFUSED
from kladka.portal.forms.finding import SearchForm
from kladka.portal.freshness import kept
from kladka.portal.models import AccessibilityStatement, PrivacyNotice
from kladka.portal.queries import contacts, finding, notices


@kept
def statement(request: HttpRequest) -> HttpResponse:
    """The statement in the reader's language, else the whole page in Polish, which binds."""
    said = AccessibilityStatement.objects.public().spoken(get_language() or "pl").first()
    if said is None:
        raise Http404
    with override(said.language):
        return render(request, "portal/statement.html", {"said": said})


@kept
def privacy(request: HttpRequest) -> HttpResponse:
    """The notices in the reader's language, else the whole page in Polish, which binds."""
    rows = notices.in_order(PrivacyNotice.objects.public().spoken(get_language() or "pl"))
    with override(rows[0].language if rows else get_language()):
        return render(request, "portal/privacy.html", {"notices": rows})


@kept
def contact(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/contact.html", {"desks": contacts.contacts_by_programme()})


def search(request: HttpRequest) -> HttpResponse:
    """Programmes, events and pages that hold the words, in any case and without diacritics."""
    form = SearchForm(request.GET)
    asked = form.cleaned_data["q"].strip() if form.is_valid() else ""
    groups = finding.found(asked, **reader()) if asked else []
    context = {"form": form, "asked": asked, "groups": groups, "found": finding.in_words(asked, groups)}
    return render(request, "portal/search.html", context, status=200 if form.is_valid() else REFUSED)


@kept
def site_map(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/site_map.html", {"groups": finding.everything(**reader())})


class Reader(TypedDict):
    """Whose language and which day a list is made for."""

    language: str
    today: date


def reader() -> Reader:
    return {"language": get_language() or "pl", "today": clock.today()}
