from collections.abc import Callable, Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kladka.accounts.http import StaffRequest
from kladka.core import wording
from kladka.core.clock import now, today
from kladka.core.errors import DomainError, Forbidden
from kladka.core.http import form_page, posted
from kladka.core.spreadsheets import xlsx_response
from kladka.municipalities.queries import current_municipality, municipalities_held
from kladka.people import access, actions, documents, queries
from kladka.people.choices import AddressKind, Kinship
from kladka.people.forms import (
    AddressForm,
    ChangePersonForm,
    CloseOneForm,
    GuardianForm,
    NewPersonForm,
    PeopleFilterForm,
    RefusingForm,
)
from kladka.people.models import Person
from kladka.people.queries.likeness import Alike, alike_and_seen
from kladka.programmes.access import CASE_WORK, reads_records, require, works_somewhere_as
from kladka.programmes.models import Edition

TYPED = ("last_name", "first_name", "pesel", "identifier")


def people(request: StaffRequest) -> HttpResponseBase:
    """Everybody whom the user may see: searched, filtered, as pages or as a spreadsheet."""
    require(reads_records(request.user))
    form = PeopleFilterForm(request.GET, editions=Edition.objects.visible_to(request.user))
    asked = form.asked
    if request.GET.get("format") == "xlsx":
        everybody = list(queries.Listing(asked, user=request.user)[:])
        rows = documents.rows(queries.in_batches(everybody, user=request.user), on=today())
        return xlsx_response(
            rows, columns=documents.COLUMNS, title=_("People"), filename=f"osoby-{today()}.xlsx"
        )
    page = queries.page_of(asked, request.GET.get("page"), user=request.user)
    count = page.paginator.count
    everyone = count if asked.is_everybody else queries.count_seen(request.user)
    context = {
        "form": form,
        "page": page,
        "found": wording.people(count) if count == everyone else wording.people_of(count, everyone),
        "download": download_query(request.GET),
        "may_add": access.can_register(request.user, on=today()),
        "may_merge": access.may_merge_somewhere(request.user, on=today()),
        "may_visit": works_somewhere_as(request.user, CASE_WORK),
    }
    return render(request, "people/people.html", context)


def download_query(asked: QueryDict) -> str:
    """The same filter, asked for as a spreadsheet."""
    query = asked.copy()
    query.pop("page", None)
    query["format"] = "xlsx"
    return query.urlencode()


def add_person(request: StaffRequest) -> HttpResponse:
    """Somebody new, in a programme in which the user may write."""
    editions = access.editions_to_write_in(request.user, on=today())
    if not editions.exists():
        raise Forbidden(_("Ask a coordinator: your role may look at people and not write them down."))
    form = NewPersonForm(posted(request), editions=editions)
    if form.is_valid():
        known = alike_and_seen(form.details, user=request.user, on=today())
        if form.is_answered(known):
            try:
                person = written_down(request, form, known)
            except DomainError as error:
                form.refuse(error)
            else:
                return redirect("people:change_person", person.public_id)
    return form_page(request, "people/add_person.html", form)


def written_down(request: StaffRequest, form: NewPersonForm, known: Sequence[Alike]) -> Person:
    """Somebody new; or the person of the record whom the clerk has recognised, who takes part here too."""
    edition, person = form.cleaned_data["edition"], form.chosen(known)
    if person is None:
        unlike = [one.person for one in known]
        person = actions.register_person(
            details=form.details,
            contacts=form.contacts,
            edition=edition,
            unlike=unlike,
            by=request.user,
            at=now(),
        )
        messages.success(request, _("%(person)s is in the record.") % {"person": person.spoken_name})
        return person
    actions.recognise(
        person=person, edition=edition, contacts=form.contacts, on=today(), by=request.user, at=now()
    )
    messages.success(request, _("%(person)s was in the record already.") % {"person": person.spoken_name})
    different = typed_otherwise(form, person)
    if different:
        said = _("You typed something else: %(what)s. If that is right, change it here.")
        messages.warning(request, said % {"what": different})
    return person


def typed_otherwise(form: NewPersonForm, person: Person) -> str:
    """What was typed and is not what the record says, so that nothing typed is lost."""
    said = [(form.fields[name].label, form.data.get(name, ""), getattr(person, name)) for name in TYPED]
    return ", ".join(f"{label}: {typed}" for label, typed, kept in said if typed and typed != (kept or ""))


def person_to_change(request: StaffRequest, public_id: UUID) -> Person:
    """404 for "not there" and "not yours" alike; 403 for who may only look."""
    person = access.person_seen_by(request.user, public_id)
    if not access.can_change(request.user, person, on=today()):
        raise Forbidden(_("Ask a coordinator: your role may look at people and not write them down."))
    return person


def answer(
    request: StaffRequest,
    template: str,
    form: RefusingForm,
    act: Callable[[], object],
    *,
    person: Person,
    back: str = "people:change_person",
    **context: object,
) -> HttpResponse:
    """The form, with what was refused; or, once done, the data of the person."""
    if form.is_valid():
        try:
            act()
        except DomainError as error:
            form.refuse(error)
        else:
            messages.success(request, _("The data are saved."))
            return redirect(back, person.public_id)
    shown = queries.card(person, user=request.user)
    around = queries.around(person, on=today())
    return form_page(request, template, form, person=shown, around=around, today=today(), **context)


def change_person(request: StaffRequest, public_id: UUID) -> HttpResponse:
    """Correct what is known of a person; a reason for all that the official file carries."""
    person = person_to_change(request, public_id)
    form = ChangePersonForm.of(person, posted(request))

    def change() -> None:
        reason = form.cleaned_data["reason"]
        actions.change_person(
            person=person,
            details=form.details,
            contacts=form.contacts,
            reason=reason,
            by=request.user,
            at=now(),
        )

    may_export = access.can_export(request.user, person, on=today())
    return answer(request, "people/change_person.html", form, change, person=person, may_export=may_export)


def address(request: StaffRequest, public_id: UUID) -> HttpResponse:
    """Where the person lives from a day on; the official file takes the residence of the day of the start."""
    person = person_to_change(request, public_id)
    here = current_municipality()
    own = here.teryt_code if here else ""
    held = municipalities_held(on=today())
    form = AddressForm(
        posted(request),
        municipalities=held or [(own, str(here))],
        initial={"from_day": today(), "municipality_code": own},
    )

    def move_in() -> None:
        said = form.cleaned_data
        actions.move_in(
            person=person,
            written=form.written,
            kind=AddressKind(said["kind"]),
            from_day=said["from_day"],
            by=request.user,
            at=now(),
        )

    return answer(request, "people/address.html", form, move_in, person=person)


def guardian(request: StaffRequest, public_id: UUID) -> HttpResponse:
    """Who signs for a minor or a ward."""
    person = person_to_change(request, public_id)
    form = GuardianForm(posted(request), initial={"from_day": today(), "kinship": Kinship.PARENT})

    def name() -> None:
        actions.name_guardian(person=person, **form.cleaned_data, by=request.user, at=now())

    return answer(request, "people/guardian.html", form, name, person=person)


def close_one(request: StaffRequest, public_id: UUID) -> HttpResponse:
    """Who belongs to the close environment of the person."""
    person = person_to_change(request, public_id)
    form = CloseOneForm(posted(request), initial={"from_day": today()})

    def link() -> None:
        other = queries.the_one(form.cleaned_data["other"], user=request.user)
        said = {**form.cleaned_data, "other": other}
        actions.link_environment(person=person, **said, by=request.user, at=now())

    return answer(request, "people/close_one.html", form, link, person=person)
