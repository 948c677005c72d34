"""One renderer for every form: ids that errors lead to, and filters that can be taken off."""

from django import forms
from django.http import QueryDict
from django.template import Context, Template
from django.utils.translation import override

from kladka.core.forms import Chip, DayInput, FilterFormMixin


class ContactForm(forms.Form):
    name = forms.CharField(label="Name", help_text="As in the document.")
    mail = forms.EmailField(label="E-mail", required=False)
    how = forms.ChoiceField(
        label="How?", widget=forms.RadioSelect, choices=[("t", "By telephone"), ("s", "By SMS")]
    )
    agreed = forms.BooleanField(label="Agreed", required=False)
    code = forms.CharField(widget=forms.HiddenInput)


class PeopleFilter(FilterFormMixin):
    q = forms.CharField(label="Search", required=False)
    group = forms.MultipleChoiceField(
        label="Group", required=False, choices=[("s", "Seniors"), ("p", "Parents")]
    )


def shown(form: forms.BaseForm) -> str:
    with override("en"):
        page = Template("{% load ui %}{% error_prefix form %}{% error_summary form %}{% fields form %}")
        return page.render(Context({"form": form}))


def test_a_refused_field_points_to_its_help_and_its_error() -> None:
    page = shown(ContactForm({}))

    assert 'aria-describedby="id_name_helptext id_name_error"' in page
    assert 'id="id_name_helptext"' in page
    assert 'id="id_name_error"' in page


def test_the_summary_leads_to_each_field_and_to_the_first_of_a_group() -> None:
    page = shown(ContactForm({"code": "1"}))

    assert 'role="alert"' in page
    assert "autofocus" in page
    assert 'href="#id_name"' in page
    assert 'href="#id_how_0"' in page
    assert 'id="id_how_0"' in page


def test_a_refusal_of_a_hidden_field_or_of_the_whole_form_is_in_the_summary_too() -> None:
    form = ContactForm({"name": "Ala", "how": "t"})
    form.add_error(None, "The group is full.")

    page = shown(form)

    assert "<li>The group is full.</li>" in page
    assert "<li>This field is required.</li>" in page


def test_nothing_typed_is_lost() -> None:
    page = shown(ContactForm({"name": "Zofia Ćwikłowa", "mail": "not one", "how": "s", "code": "1"}))

    assert 'value="Zofia Ćwikłowa"' in page
    assert 'value="not one"' in page
    assert page.count(" checked") == 1


def test_only_fields_that_may_be_left_empty_say_so() -> None:
    page = shown(ContactForm())

    assert page.count("(optional)") == 1
    assert "Error" not in page


def test_a_near_day_is_picked_in_the_browser() -> None:
    class DayForm(forms.Form):
        day = forms.DateField(widget=DayInput, initial="2022-06-09")

    assert '<input type="date" name="day" value="2022-06-09" required class="ds-input"' in str(
        DayForm()["day"]
    )


def test_filters_do_not_say_that_they_are_optional() -> None:
    assert "(optional)" not in shown(PeopleFilter(QueryDict()))


def test_each_filter_that_is_on_can_be_taken_off_alone() -> None:
    form = PeopleFilter(QueryDict("q=ala&group=s&group=p&page=3&sort=name"))

    assert list(form.chips()) == [
        Chip("Search", "ala", "?group=s&group=p&sort=name"),
        Chip("Group", "Seniors", "?q=ala&group=p&sort=name"),
        Chip("Group", "Parents", "?q=ala&group=s&sort=name"),
    ]
