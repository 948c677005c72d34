"""The question at entry: is it one of these? Asked in the form itself, so that nothing typed is lost."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kladka.people.queries.likeness import Alike

if TYPE_CHECKING:
    from kladka.people.models import Person

FIELD, NEW = "same_as", "new"


class AskingForm(forms.Form):
    """A form about somebody who may be in the record already."""

    def is_answered(self, known: Sequence[Alike]) -> bool:
        """Whether the clerk has said who it is; if not, the form asks from now on, with all that was typed."""
        answers = {NEW, *(str(one.person.public_id) for one in known)}
        if not known or self.data.get(FIELD) in answers:
            return True
        self.fields[FIELD] = forms.ChoiceField(
            label=_("Is it one of these people?"),
            choices=[
                *((str(one.person.public_id), shown(one)) for one in known),
                (NEW, _("No, somebody new")),
            ],
            widget=forms.RadioSelect,
            required=False,
        )
        self.order_fields([FIELD, *self.fields])
        self.add_error(FIELD, _("Say whether it is one of these people, or somebody new."))
        return False

    def chosen(self, known: Sequence[Alike]) -> "Person | None":
        return next((one.person for one in known if str(one.person.public_id) == self.data.get(FIELD)), None)


def shown(one: Alike) -> SafeString:
    """Who it is, what is the same and where they take part, as far as the reader sees it."""
    person: Any = one.person
    seen = dict.fromkeys(str(each.edition) for each in person.seen_involvements)
    more = [one.said, _("PESEL %(pesel)s") % {"pesel": person.pesel} if person.pesel else "", *seen]
    return format_html(
        '{}, {}<span class="muted sm"> – {}</span>',
        person,
        date_format(person.birth_date, "SHORT_DATE_FORMAT"),
        "; ".join(filter(None, more)),
    )
