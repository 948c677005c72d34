"""What a person said of itself: declared before the first support, amended after it."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now, today
from kladka.core.http import posted
from kladka.participation import actions, rules
from kladka.participation.forms import AmendmentForm, EntryForm
from kladka.participation.models import Participation
from kladka.participation.models.snapshot import TRAITS, as_text
from kladka.participation.views.doors import answer, participation_to_lead
from kladka.people.actions import read_sensitive
from kladka.programmes.access import can_read_sensitive, require


def entry(request: StaffRequest, participation_id: int) -> HttpResponse:
    """The declaration; once the first support has frozen it, the way leads to the amendment."""
    found = participation_to_lead(request, participation_id)
    if found.started_on is not None:
        return redirect("participation:amendment", found.pk)
    form = EntryForm(posted(request), initial=said_before(request, found))

    def declare() -> Participation:
        actions.record_entry_traits(
            participation=found,
            facts=form.facts,
            flags=form.flags,
            declared_on=form.cleaned_data["declared_on"],
            by=request.user,
            at=now(),
        )
        return found

    return answer(
        request,
        "participation/entry.html",
        form,
        declare,
        done=_("The declaration is saved."),
        participation=found,
    )


def said_before(request: StaffRequest, participation: Participation) -> dict[str, object]:
    """What is known already; the answers to the sensitive questions are shown, and so their reading is logged."""
    require(can_read_sensitive(request.user, participation.edition))
    why = _("declaration of entry, %(number)s") % {"number": participation.number}
    traits = read_sensitive(person=participation.person, why=why, by=request.user, at=now())
    said = participation.declared
    facts = {name: as_text(getattr(said, name)) for name in rules.FACTS} if said else {}
    declared_on = said.declared_on if said else today()
    return {**facts, "declared_on": declared_on, **{name: getattr(traits, name) for name in TRAITS}}


def amendment(request: StaffRequest, participation_id: int) -> HttpResponse:
    """The frozen values, of which some are corrected with a reason."""
    found = participation_to_lead(request, participation_id)
    if found.snapshot is None:
        return redirect("participation:entry", found.pk)
    require(can_read_sensitive(request.user, found.edition))
    why = _("amendment of the entry, %(number)s") % {"number": found.number}
    read_sensitive(person=found.person, why=why, by=request.user, at=now())
    form = AmendmentForm(posted(request), snapshot=found.snapshot)

    def amend() -> Participation:
        actions.amend_entry(
            participation=found,
            values=form.values,
            reason=form.cleaned_data["reason"],
            evidence=form.cleaned_data["evidence"],
            by=request.user,
            at=now(),
        )
        return found

    return answer(
        request,
        "participation/amendment.html",
        form,
        amend,
        done=_("The amendment is saved."),
        participation=found,
    )
