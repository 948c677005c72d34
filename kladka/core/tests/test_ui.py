"""Components: what they write, and that a typo does not survive the compiling of a page."""

from collections.abc import Iterator

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory
from django.utils.translation import override

from kladka.core.charts import Figure, meter
from kladka.core.templatetags import ui


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with override("en"):
        yield


def written(source: str, address: str = "/desk/people/", **values: object) -> str:
    """What a page with this source shows, its lines put together."""
    request = RequestFactory().get(address)
    page = Template("{% load ui %}" + source).render(Context({"request": request, **values}))
    return " ".join(page.split())


@pytest.mark.parametrize(
    "wrong",
    [
        '{% tag "x" tone="sucess" %}',
        '{% tag "x" colour="success" %}',
        '{% tag "x" "success" %}',
        '{% button "x" %}',
        '{% button "x" href="/" variant="primry" %}',
        '{% alert tone="red" %}x{% endalert %}',
        "{% panel %}x{% endpanel %}",
        "{% panel title=1 %}x",
    ],
)
def test_a_typo_fails_when_the_page_compiles(wrong: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        Template("{% load ui %}" + wrong)


def test_a_word_that_only_the_page_knows_is_taken_as_it_comes() -> None:
    assert 'data-color="danger"' in written('{% tag "late" tone=tone %}', tone="danger")


def test_words_from_records_are_escaped() -> None:
    assert "<b>" not in written(
        '{% tag name %}{% button name href="/" %}{% back name href="/" %}', name="<b>x</b>"
    )


def test_a_state_is_a_word_in_a_colour() -> None:
    assert written('{% tag "Active" tone="success" %}') == (
        '<span class="ds-tag" data-size="sm" data-color="success">Active</span>'
    )


def test_a_button_tells_a_screen_reader_what_it_is_about() -> None:
    assert written('{% button "Register" href="/x/" variant="secondary" about="Picnic" %}') == (
        '<a class="ds-button" data-variant="secondary" href="/x/">'
        'Register<span class="ds-sr-only">: Picnic</span></a>'
    )


def test_a_button_of_a_form_says_what_it_sends() -> None:
    assert written('{% submit "Save" name="all" value="1" %}') == (
        '<button class="ds-button" type="submit" name="all" value="1">Save</button>'
    )


@pytest.mark.parametrize(
    ("number", "dialled"), [("32 000 00 00", "+48320000000"), ("+380 44 000 00 00", "+380440000000")]
)
def test_a_telephone_number_can_be_dialled(number: str, dialled: str) -> None:
    assert f'href="tel:{dialled}"' in ui.phone(number)


def test_a_fact_with_nothing_in_it_leaves_no_line() -> None:
    source = '{% summary %}{% fact label="Where" %}{{ place }}{% endfact %}{% endsummary %}'

    assert written(source, place="") == '<dl class="sum"></dl>'
    assert "<dt>Where</dt><dd>Hall</dd>" in written(source, place="Hall")


def test_a_panel_is_named_by_its_heading() -> None:
    assert written('{% panel title="To do" count=3 %}x{% endpanel %}') == (
        '<section class="panel" aria-labelledby="to-do"> '
        '<h2 id="to-do">To do <span class="muted">3</span></h2> x </section>'
    )


def test_the_nearest_tab_is_the_current_one() -> None:
    shown = written('{% tabs items label="File" %}', "/b/", items=[("A", "/a/"), ("B", "/b/")])

    assert shown.count("aria-current") == 1
    assert '<a href="/b/" aria-current="page">B</a>' in shown


def test_a_column_sorts_by_itself_and_then_backwards_and_forgets_the_page() -> None:
    first = written('{% column "Name" sort="name" %}', "/?q=a&page=3")
    again = written('{% column "Name" sort="name" %}', "/?q=a&sort=name")

    assert 'href="?q=a&amp;sort=name"' in first
    assert "aria-sort" not in first
    assert 'aria-sort="ascending"' in again
    assert 'href="?q=a&amp;sort=-name"' in again


def test_pages_of_a_list_keep_the_filters() -> None:
    page = Paginator(range(100), 10).page(5)

    shown = written("{% pagination page %}", "/?q=a&page=5", page=page)

    assert 'href="?q=a&amp;page=4" rel="prev"' in shown
    assert 'href="?q=a&amp;page=6" rel="next"' in shown
    assert shown.count('aria-current="true"') == 1
    assert shown.count("<li>") == 9  # previous, 1 … 4 5 6 … 10, next


def test_a_list_of_one_page_has_no_pagination() -> None:
    assert written("{% pagination page %}", page=Paginator(range(3), 10).page(1)) == ""


def test_a_chart_comes_with_its_numbers_as_a_table() -> None:
    one = Figure("6 women are missing", meter(1, 2), ["Sex", "Reached"], [("Women", 31)], csv="?csv=1")

    shown = written("{% figure one %}", one=one)

    assert "<figcaption>6 women are missing</figcaption>" in shown
    assert '<tr><th scope="row">Women</th><td class="num end">31</td></tr>' in shown
    assert '<a href="?csv=1">Download CSV</a>' in shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("320000000", "32 000 00 00"),
        ("600000000", "600 000 000"),
        ("32 000 00 00", "32 000 00 00"),
        ("112", "112"),
        ("+380440000000", "+380440000000"),
    ],
)
def test_a_telephone_number_is_written_in_groups(number: str, shown: str) -> None:
    assert f">{shown.replace(' ', chr(0xA0))}</a>" in ui.phone(number)
