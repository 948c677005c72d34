"""Everything about one person, for the person: a copy of the data (article 15 of the GDPR)."""

import json
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now, today
from kladka.core.http import form_page, posted
from kladka.people import access
from kladka.people.exports import AsSaid, export_person
from kladka.people.forms_around import ExportForm
from kladka.programmes.access import require


def everything(request: StaffRequest, public_id: UUID) -> HttpResponse:
    """A coordinator writes why, and gets the file; both stand in the history of the person."""
    person = access.person_seen_by(request.user, public_id)
    require(
        access.can_export(request.user, person, on=today()),
        _("A copy of all data is made by a coordinator of every programme in which the person takes part."),
    )
    form = ExportForm(posted(request))
    if form.is_valid():
        copy = export_person(person=person, why=form.cleaned_data["why"], by=request.user, at=now())
        written = json.dumps(copy, cls=AsSaid, ensure_ascii=False, indent=2)
        name = f"dane-osoby-{today()}.json"
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
        return HttpResponse(written, content_type="application/json; charset=utf-8", headers=headers)
    return form_page(request, "people/everything.html", form, person=person)
