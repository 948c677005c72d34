"""One form renderer for the whole product.

    {% load ui %}
    {% error_summary form %}
    <form method="post" novalidate class="stack lg">{% csrf_token %}
      {% fields form %}
      {% submit _("Save") %}
    </form>

Django itself writes `aria-invalid` and `aria-describedby="<id>_helptext <id>_error"`; the templates of
`templates/forms/` and `templates/django/forms/` only have to carry exactly these two ids.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms import BoundField
from django.forms.renderers import TemplatesSetting
from django.http import QueryDict

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class StyledField(BoundField):
    """A field with the class of the component library, and the id that an error leads to."""

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        built = super().build_widget_attrs(attrs, widget)
        own = (widget or self.field.widget).attrs.get("class", "")
        return {**built, "class": f"{own} ds-input".strip()}

    @property
    def first_id(self) -> str:
        """Where a link in the error summary must lead: the first radio, else the input."""
        return f"{self.auto_id}_0" if self.use_fieldset else str(self.id_for_label)


class Renderer(TemplatesSetting):
    """FORM_RENDERER of the settings."""

    field_template_name = "forms/field.html"
    bound_field_class = StyledField


class DayInput(forms.DateInput):
    """A near day, picked in the browser's own calendar. A day known by heart is typed: `DayField`."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


@dataclass(frozen=True)
class Chip:
    """One filter that is on: what it says and the query without it."""

    label: "str | _StrPromise"
    value: str
    without: str


class FilterFormMixin(forms.Form):
    """A GET form: every field is optional, so saying so at each of them is noise."""

    hide_optional = True
    data: QueryDict

    def chips(self) -> Iterator[Chip]:
        """The filters that are on, each with the address that takes it off."""
        for field in self:
            said = self.data.getlist(field.html_name)
            for value in filter(None, said):
                yield Chip(field.label, self._words(field, value), self._without(field.html_name, value))

    def _words(self, field: BoundField, value: str) -> str:
        choices = getattr(field.field, "choices", ())
        return next((str(label) for key, label in choices if str(key) == value), value)

    def _without(self, name: str, value: str) -> str:
        query = self.data.copy()
        query.setlist(name, [one for one in query.getlist(name) if one != value])
        query.pop("page", None)
        return f"?{query.urlencode()}"
