"""The page Appearance: letters, colours, contrast. A form and a cookie; no script, no account."""

from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from kladka.core import look as looks
from kladka.core.http import form_page, posted


class LookForm(forms.Form):
    size = forms.ChoiceField(
        label=_("Size of letters"),
        widget=forms.RadioSelect,
        choices=[("", _("A – usual")), ("lg", _("A+ – large"))],
        required=False,
    )
    scheme = forms.ChoiceField(
        label=_("Colours"),
        widget=forms.RadioSelect,
        choices=[("auto", _("As on the device")), ("light", _("Light")), ("dark", _("Dark"))],
        error_messages={"required": _("Choose the colours of the pages.")},
    )
    contrast = forms.BooleanField(label=_("High contrast: yellow on black"), required=False)
    back = forms.CharField(widget=forms.HiddenInput, required=False)

    # Two of three have an answer already; to say "(optional)" at them would only worry.
    hide_optional = True

    @property
    def chosen(self) -> looks.Look:
        data = self.cleaned_data
        return looks.Look(size=data["size"], wanted_scheme=data["scheme"], contrast=data["contrast"])


def look(request: HttpRequest) -> HttpResponse:
    """Show what is chosen; keep a new choice and come back here, in the new look."""
    now = looks.read(request)
    came_from = safe(
        request, request.POST.get("back") or request.GET.get("back") or request.headers.get("Referer", "")
    )
    initial = {"size": now.size, "scheme": now.wanted_scheme, "contrast": now.contrast, "back": came_from}
    form = LookForm(posted(request), initial=initial)
    if form.is_valid():
        response = HttpResponseRedirect(f"{request.path}?{urlencode({'saved': 1, 'back': came_from})}")
        looks.remember(response, form.chosen, secure=request.is_secure())
        return response
    return form_page(request, "portal/look.html", form, came_from=came_from, saved="saved" in request.GET)


def safe(request: HttpRequest, address: str) -> str:
    """A page of this host and not this page itself; else nothing."""
    ours = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if ours and request.path not in address else ""
