"""What a person agreed to, needs, and how to reach them: each a page of its own."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now, today
from kladka.core.errors import DomainError
from kladka.core.http import posted
from kladka.people import actions
from kladka.people.choices import Answer, ConsentKind, ContactKind
from kladka.people.forms_around import ConsentForm, ContactForm, NeedsForm, WithdrawConsentForm
from kladka.people.queries import around
from kladka.people.views.records import answer, person_to_change


def contacts(request: StaffRequest, public_id: UUID) -> HttpResponse:
    """How to reach the person; one way is the preferred one."""
    person = person_to_change(request, public_id)
    form = ContactForm(posted(request))

    def add() -> None:
        said = form.cleaned_data
        actions.add_contact(
            person=person,
            kind=ContactKind(said["kind"]),
            value=said["value"],
            is_preferred=said["is_preferred"],
            note=said["note"],
            by=request.user,
            at=now(),
        )

    return answer(request, "people/contacts.html", form, add, person=person, back="people:contacts")


@require_POST
def contact(request: StaffRequest, public_id: UUID, contact_id: int) -> HttpResponse:
    """A way of contact becomes the preferred one, or is no longer true."""
    person = person_to_change(request, public_id)
    one = get_object_or_404(person.contacts, pk=contact_id)
    if request.POST.get("gone"):
        actions.remove_contact(contact=one, by=request.user, at=now())
    else:
        actions.prefer_contact(contact=one, by=request.user, at=now())
    messages.success(request, _("The data are saved."))
    return redirect("people:contacts", person.public_id)


def consents(request: StaffRequest, public_id: UUID) -> HttpResponse:
    """Every answer, with the version of the text that was read, when it was given and withdrawn."""
    person = person_to_change(request, public_id)
    form = ConsentForm(posted(request), initial={"given_on": today(), "answer": Answer.YES})

    def note() -> None:
        said = form.cleaned_data
        actions.note_consent(
            person=person,
            kind=ConsentKind(said["kind"]),
            answer=Answer(said["answer"]),
            given_on=said["given_on"],
            text_version=said["text_version"],
            by=request.user,
            at=now(),
        )

    return answer(request, "people/consents.html", form, note, person=person, back="people:consents")


def consent(request: StaffRequest, public_id: UUID, consent_id: int) -> HttpResponse:
    """A consent that was given is withdrawn from a day on."""
    person = person_to_change(request, public_id)
    one = get_object_or_404(person.consents, pk=consent_id)
    form = WithdrawConsentForm(posted(request), initial={"withdrawn_on": today()})

    def withdraw() -> None:
        actions.withdraw_consent(consent=one, on=form.cleaned_data["withdrawn_on"], by=request.user, at=now())

    return answer(
        request, "people/consent.html", form, withdraw, person=person, back="people:consents", consent=one
    )


def needs(request: StaffRequest, public_id: UUID) -> HttpResponse:
    """What the person needs in order to take part."""
    person = person_to_change(request, public_id)
    known = list(person.needs.values_list("kind", flat=True))
    form = NeedsForm(posted(request), initial={"kinds": known})

    def state() -> None:
        actions.state_needs(person=person, kinds=form.needs, by=request.user, at=now())

    return answer(request, "people/needs.html", form, state, person=person, back="people:needs")


def household(request: StaffRequest, public_id: UUID) -> HttpResponse:
    """Who lives with the person and who is close, from when until when."""
    person = person_to_change(request, public_id)
    links = person.close_ones.select_related("other").order_by("-same_household", "role", "pk")
    context = {"person": person, "links": links, "around": around(person, on=today())}
    return render(request, "people/household.html", context)


@require_POST
def close_one_ends(request: StaffRequest, public_id: UUID, link_id: int) -> HttpResponse:
    """Somebody lives elsewhere from now on, or is no longer close."""
    person = person_to_change(request, public_id)
    link = get_object_or_404(person.close_ones, pk=link_id)
    try:
        if request.POST.get("end"):
            actions.end_link(link=link, on=today(), by=request.user, at=now())
        else:
            actions.move_household(link=link, same=not link.same_household, by=request.user, at=now())
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("people:household", person.public_id)
