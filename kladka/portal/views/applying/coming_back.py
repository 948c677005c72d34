"""Coming back to an unfinished application: by its link and the code, or by both copied from paper."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from kladka.core import clock
from kladka.core.http import form_page, posted
from kladka.portal.forms.applying import said
from kladka.portal.forms.start import CodeForm, ReturnForm
from kladka.portal.queries.applying import Filling, filling_of
from kladka.portal.views.applying.doors import address_of, filling_for, is_open, network_of, private
from kladka.recruitment import knocks
from kladka.recruitment.choices import Knock
from kladka.recruitment.errors import TooManyKnocks


@private
def apply_code(request: HttpRequest, secret: str) -> HttpResponse:
    """The link that was kept: while the answers are open it leads to them, later it asks for the code."""
    filling = filling_for(secret)
    form = CodeForm(posted(request))
    if not form.is_bound and is_open(filling):
        return redirect(where_it_stopped(filling))
    if form.is_valid() and opened(filling, form):
        return redirect(where_it_stopped(filling))
    return form_page(request, "portal/apply/code.html", form, filling=filling)


@private
def apply_return(request: HttpRequest) -> HttpResponse:
    """The end of the address and the code, copied from paper. A wrong pair tells nothing of either."""
    form = ReturnForm(posted(request))
    if form.is_valid():
        filling = filling_of(form.cleaned_data["secret"], on=clock.today())
        if filling is None:
            missed(request, form)
        elif opened(filling, form):
            return redirect(where_it_stopped(filling))
    return form_page(request, "portal/apply/return.html", form)


def opened(filling: Filling, form: CodeForm) -> bool:
    try:
        if is_open(filling, form.cleaned_data["code"]):
            return True
    except TooManyKnocks as error:
        form.add_error(None, said(error))
        return False
    form.add_error("code", wrong())
    return False


def missed(request: HttpRequest, form: CodeForm) -> None:
    """Guessing addresses is counted by where it comes from."""
    try:
        knocks.knock(Knock.CODE, network_of(request), at=clock.now())
    except TooManyKnocks as error:
        form.add_error(None, said(error))
    else:
        form.add_error("code", wrong())


def wrong() -> str:
    return gettext("Compare the address and the code with what you wrote down: they do not fit together.")


def where_it_stopped(filling: Filling) -> str:
    return address_of(filling, filling.unanswered)
