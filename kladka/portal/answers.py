"""What somebody answered, as the page shows it before it is sent."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kladka.core import wording
from kladka.core.templatetags.ui import grouped
from kladka.portal.forms.applying import FORMS
from kladka.portal.queries.applying import Filling
from kladka.recruitment.models import Draft
from kladka.recruitment.rules import Step


@dataclass(frozen=True)
class Answer:
    label: str
    value: str
    step: Step


def answers_of(filling: Filling) -> Iterator[Answer]:
    """One line for each thing that was asked; what was left empty says so."""
    for step in filling.steps:
        for label, value in LINES[step](filling):
            yield Answer(label, value or _("not given"), step)


def chosen(step: Step, field: str, value: str) -> str:
    """The words of a choice as the question put them."""
    choices = FORMS[step].base_fields[field].choices  # type: ignore[attr-defined]
    return next((str(label) for key, label in choices if str(key) == value), "")


def whom(filling: Filling) -> list[tuple[str, str]]:
    return [(_("I am signing up"), chosen(Step.WHOM, "for_whom", filling.draft.for_whom))]


def name(filling: Filling) -> list[tuple[str, str]]:
    draft = filling.draft
    return [(_("First name and surname"), f"{draft.first_name} {draft.last_name}")]


def birth(filling: Filling) -> list[tuple[str, str]]:
    draft = filling.draft
    return [
        (_("Date of birth"), wording.day(draft.birth_date) if draft.birth_date else ""),
        (_("Sex"), chosen(Step.BIRTH, "sex", draft.sex)),
        (_("Citizenship"), chosen(Step.BIRTH, "citizenship", draft.citizenship)),
        (_("PESEL"), draft.pesel),
    ]


def guardian(filling: Filling) -> list[tuple[str, str]]:
    draft = filling.draft
    return [
        (_("Your first name and surname"), draft.guardian_name),
        (_("I am this person's"), chosen(Step.GUARDIAN, "kinship", draft.kinship)),
    ]


def contact(filling: Filling) -> list[tuple[str, str]]:
    draft = filling.draft
    return [
        (_("Telephone number"), grouped(draft.phone)),
        (_("E-mail address"), draft.email),
        (_("How shall we answer?"), chosen(Step.CONTACT, "way", draft.way)),
        (_("Arrangements"), _("yes, we will ask which") if draft.needs_arrangements else _("none needed")),
    ]


def home(filling: Filling) -> list[tuple[str, str]]:
    return [(_("Address"), address(filling.draft))]


def choice(filling: Filling) -> list[tuple[str, str]]:
    draft = filling.draft
    opening = filling.enrolment.opening(f"{draft.round_id}-{draft.offer_id or 0}")
    return [(_("What you join"), opening.title if opening else "")]


def address(draft: Draft) -> str:
    """Kwiatowa 4/2, 40-001 Katowice."""
    house = f"{draft.building}/{draft.flat}" if draft.flat else draft.building
    parts = [f"{draft.street} {house}", f"{draft.postcode} {draft.locality}"]
    return ", ".join(part.strip() for part in parts if part.strip())


LINES = {
    Step.WHOM: whom,
    Step.NAME: name,
    Step.BIRTH: birth,
    Step.GUARDIAN: guardian,
    Step.CONTACT: contact,
    Step.HOME: home,
    Step.CHOICE: choice,
}
