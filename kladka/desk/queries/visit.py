"""Where a visit stands, and what of it is known already."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import Q

from kladka.participation import rules
from kladka.participation.models import EntryDeclaration, Participation
from kladka.participation.models.snapshot import as_text
from kladka.programmes.models import Edition
from kladka.recruitment.access import editions_to_enter
from kladka.recruitment.choices import Outcome
from kladka.recruitment.models import Application, Ground

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.people.models import Person


class Stage(StrEnum):
    """What comes next; the words are those of the addresses."""

    DECISION = "visit_decision"
    AGREEMENT = "visit_agreement"
    DONE = "visit_done"


def stage_of(application: Application) -> Stage | None:
    """None: decided otherwise or withdrawn, and so nothing for a visit."""
    if Participation.objects.filter(application=application).exists():
        return Stage.DONE
    decided = application.decisions.in_force().first()
    if decided is None and application.withdrawn_on is None:
        return Stage.DECISION
    if decided is not None and decided.outcome == Outcome.QUALIFIED and application.withdrawn_on is None:
        return Stage.AGREEMENT
    return None


def editions_for(user: "User", *, on: date) -> list[Edition]:
    """Those that have not ended, and where the user may take applications and sign."""
    seen = Edition.objects.visible_to(user).with_period_on(on).select_related("programme")
    lasting = seen.filter(Q(last_day=None) | Q(last_day__gte=on))
    return editions_to_enter(user, lasting, on=on)


def open_application(person: "Person", edition: Edition, *, user: "User") -> Application | None:
    """The one that this person has there already, from the portal or from an earlier visit."""
    seen = Application.objects.visible_to(user).filter(person=person, edition=edition, withdrawn_on=None)
    return seen.order_by("-received_at").first()


def declared_by(person: "Person", *, user: "User") -> EntryDeclaration | None:
    """What the person declared last, in an edition that the user may see."""
    seen = Participation.objects.visible_to(user).filter(person=person)
    return EntryDeclaration.objects.filter(participation__in=seen).order_by("-declared_on", "-pk").first()


def said_before(person: "Person", *, user: "User") -> dict[str, object]:
    """Shown to be confirmed."""
    last = declared_by(person, user=user)
    return {name: as_text(getattr(last, name)) for name in rules.FACTS} if last else {}


def grounds_of(application: Application) -> list[Ground]:
    return list(Ground.objects.filter(edition=application.edition_id))
