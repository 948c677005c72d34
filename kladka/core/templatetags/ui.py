"""Components of every page: `{% load ui %}`. docs/adr/0004-interface.md lists them with an example each.

Words are always given translated: `{% tag _("Active") tone="success" %}`. A wrong keyword or a wrong
word for a `Literal` fails when the template compiles.
"""

from itertools import pairwise
from typing import Literal

from django.core.paginator import Page
from django.forms import BaseForm
from django.template import RequestContext
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from kladka.core import charts
from kladka.core.anchors import anchor
from kladka.core.components import Components

register = Components()

Tone = Literal["neutral", "info", "success", "warning", "danger", "accent"]
Variant = Literal["primary", "secondary", "tertiary"]
Size = Literal["", "sm", "md", "lg"]
GAP = "…"
NATIONAL = 9  # digits of a Polish telephone number
MOBILE = frozenset(["45", "50", "51", "53", "57", "60", "66", "69", "72", "73", "78", "79", "88"])


def _attribute(name: str, value: object) -> SafeString | str:
    return format_html(' {}="{}"', name, value) if value else ""


def _variant(variant: str, size: str) -> SafeString:
    quiet = "" if variant == "primary" else variant
    return format_html("{}{}", _attribute("data-variant", quiet), _attribute("data-size", size))


# --- words and links ---------------------------------------------------------------------------


@register.simple_tag
def tag(text: str, *, tone: Tone = "neutral", size: Literal["", "sm", "md"] = "sm") -> SafeString:
    """The state of a thing: always the word, the colour only repeats it."""
    return format_html(
        '<span class="ds-tag"{} data-color="{}">{}</span>', _attribute("data-size", size), tone, text
    )


@register.simple_tag
def button(
    text: str, *, href: str, variant: Variant = "primary", size: Size = "", about: str = "", css: str = ""
) -> SafeString:
    """A link that looks like a button. `about` is read aloud after the text: "Register: Picnic"."""
    more = format_html('<span class="ds-sr-only">: {}</span>', about) if about else ""
    looks = _variant(variant, size)
    return format_html(
        '<a class="{}"{} href="{}">{}{}</a>', f"ds-button {css}".strip(), looks, href, text, more
    )


@register.simple_tag
def submit(
    text: str,
    *,
    variant: Variant = "primary",
    size: Size = "",
    name: str = "",
    value: str = "",
    form: str = "",
) -> SafeString:
    """The button of a form; it says what happens: "Send the application"."""
    extra = (_attribute("name", name), _attribute("value", value), _attribute("form", form))
    return format_html(
        '<button class="ds-button"{} type="submit"{}{}{}>{}</button>', _variant(variant, size), *extra, text
    )


@register.simple_tag
def back(text: str, *, href: str) -> SafeString:
    """One step up, above the heading of a desk page."""
    return format_html('<p class="sm"><a href="{}"><span aria-hidden="true">‹ </span>{}</a></p>', href, text)


@register.simple_tag
def phone(number: str) -> SafeString:
    """A number that a telephone can dial, written in groups: 32 000 00 00."""
    digits = "".join(sign for sign in number if sign.isdigit() or sign == "+")
    dial = digits if digits.startswith("+") else f"+48{digits}"
    shown = grouped(digits) if digits == number else number
    return format_html('<a class="num" href="tel:{}">{}</a>', dial, shown.replace(" ", "\u00a0"))


def grouped(digits: str) -> str:
    """Nine digits as they are read aloud: 32 000 00 00, a mobile one 600 000 000; any other stays as it is."""
    if len(digits) != NATIONAL or digits.startswith("+"):
        return digits
    cuts = (0, 3, 6, 9) if digits[:2] in MOBILE else (0, 2, 5, 7, 9)
    return " ".join(digits[start:end] for start, end in pairwise(cuts))


@register.simple_tag
def mail(address: str) -> SafeString:
    return format_html('<a href="mailto:{0}">{0}</a>', address)


@register.simple_tag
def todo(text: str, *, href: str) -> SafeString:
    """What is missing, as a link to where it is mended."""
    return format_html('<a href="{}" class="todo">{}{}</a>', href, render_to_string("ui/warning.html"), text)


@register.inclusion_tag("ui/file_link.html")
def file_link(title: str, *, href: str, kind: str, size: int = 0, language: str = "") -> dict[str, object]:
    """A file to download, with its kind and its size in bytes."""
    return {"title": title, "href": href, "kind": kind, "size": size, "language": language}


# --- places on a page --------------------------------------------------------------------------


@register.simple_block_tag
def page_head(content: str, *, title: str, note: str = "", tone: Tone = "neutral", state: str = "") -> str:
    """The heading of a desk page, its date or state beside it; inside: at most two actions."""
    values = {"content": content, "title": title, "note": note, "state": state, "tone": tone}
    return render_to_string("ui/page_head.html", values)


@register.simple_block_tag
def panel(content: str, *, title: str, id: str = "", count: int | None = None, framed: bool = True) -> str:  # noqa: A002
    """A titled part of a page. `framed=False`: the same without a frame, for the main column."""
    values = {
        "content": content,
        "title": title,
        "id": id or anchor(title),
        "count": count,
        "framed": framed,
    }
    return render_to_string("ui/panel.html", values)


@register.simple_block_tag
def alert(
    content: str, *, tone: Literal["info", "success", "warning", "danger"] = "warning", title: str = ""
) -> str:
    """What costs something if left. At most one a page."""
    return render_to_string("ui/alert.html", {"content": content, "tone": tone, "title": title})


@register.simple_block_tag
def details(content: str, *, title: str, open: bool = False) -> str:  # noqa: A002 - as in HTML
    """Something to fold away."""
    return render_to_string("ui/details.html", {"content": content, "title": title, "open": open})


@register.simple_block_tag
def empty(content: str, *, title: str) -> str:
    """Nothing here: why, and inside the one thing to do next."""
    return render_to_string("ui/empty.html", {"content": content, "title": title})


@register.simple_block_tag
def summary(content: str, *, changes: bool = False, css: str = "") -> SafeString:
    """Facts of one thing, made of `fact`. `changes`: a third column for "Change"."""
    classes = f"sum {'answers' if changes else ''} {css}".split()
    return format_html('<dl class="{}">{}</dl>', " ".join(classes), content)


@register.simple_block_tag
def fact(content: str, *, label: str, change: str = "", css: str = "") -> str:
    """One line of a summary; nothing at all when there is nothing inside."""
    if not content.strip():
        return ""
    return render_to_string(
        "ui/fact.html", {"content": content, "label": label, "change": change, "css": css}
    )


@register.inclusion_tag("ui/breadcrumbs.html")
def breadcrumbs(trail: list[tuple[str, str]]) -> dict[str, object]:
    """Where am I, on the portal: (name, address) from the home page down to this page."""
    return {"trail": trail, "up": trail[-2] if len(trail) > 1 else trail[0]}


@register.inclusion_tag("ui/tabs.html", takes_context=True)
def tabs(context: RequestContext, items: list[tuple[str, str]], *, label: str) -> dict[str, object]:
    """Sections of a thing that are addresses of their own: (name, address)."""
    return {"items": items, "label": label, "here": context["request"].path}


@register.inclusion_tag("ui/kpi.html")
def kpi(
    label: str, *, value: object, of: object = "", href: str = "", link: str = "", picture: str = ""
) -> dict[str, object]:
    """One number in a row of `<ul class="kpis">`. With `href` and no `link` the number is a link."""
    return {"label": label, "value": value, "of": of, "href": href, "link": link, "picture": picture}


@register.simple_tag
def meter(value: float, target: float) -> SafeString:
    """A bar beside a number and its target; the number stands beside it in words."""
    return charts.meter(float(value), float(target or 0))


@register.simple_tag
def strip(marks: str) -> SafeString:
    """The last sessions of a person: o present, x absent, e excused, . ahead."""
    return charts.strip(marks)


@register.inclusion_tag("ui/figure.html")
def figure(one: charts.Figure) -> dict[str, object]:
    """A chart with its finding as the title and its data as a table."""
    return {"one": one}


# --- lists -------------------------------------------------------------------------------------


@register.simple_block_tag
def table(
    content: str,
    *,
    caption: str,
    cards: bool = True,
    dense: bool = False,
    css: str = "",
    id: str = "",  # noqa: A002
) -> str:
    """Rows with columns; inside: thead and tbody. On a phone rows become cards with the words of `data-l`.

    No landmark and an id of its own: the part of the page around it often bears the same words.
    """
    values = {"content": content, "caption": caption, "cards": cards, "dense": dense, "css": css}
    return render_to_string("ui/table.html", {**values, "id": id or f"table-{anchor(caption)}"})


@register.inclusion_tag("ui/column.html", takes_context=True)
def column(context: RequestContext, label: str, *, sort: str = "", css: str = "") -> dict[str, object]:
    """A column's heading; with `sort` a link that sorts by it, and back when it is already so."""
    query = context["request"].GET.copy()
    now = query.get("sort", "")
    query.pop("page", None)
    query["sort"] = f"-{sort}" if now == sort else sort
    order = {sort: "ascending", f"-{sort}": "descending"}.get(now, "") if sort else ""
    return {"label": label, "sort": sort, "css": css, "order": order, "href": f"?{query.urlencode()}"}


@register.inclusion_tag("ui/filters.html", takes_context=True)
def filters(
    context: RequestContext, form: BaseForm, *, first: str = "q", results: str = "results"
) -> dict[str, object]:
    """A GET form above a list: field `first` always in sight, the rest behind a button on a phone.

    The list stands in `<div id="results">` of the same page; htmx takes it from there as one types.
    """
    visible = form.visible_fields()
    rest = [field for field in visible if field.name != first]
    ahead = [field for field in visible if field.name == first]
    values = {"form": form, "ahead": ahead, "rest": rest, "results": results, "path": context["request"].path}
    return {**values, "on": sum(1 for _ in form.chips()) if hasattr(form, "chips") else 0}


@register.inclusion_tag("ui/chips.html", takes_context=True)
def chips(context: RequestContext, form: BaseForm, *, found: str) -> dict[str, object]:
    """What the list shows: `found` in words ("23 people of 48") and the filters that are on."""
    return {"chips": list(form.chips()), "found": found, "path": context["request"].path}  # type: ignore[attr-defined]


@register.inclusion_tag("ui/pagination.html", takes_context=True)
def pagination(context: RequestContext, page: Page, *, name: str = "page") -> dict[str, object]:  # type: ignore[type-arg]
    """Pages of a list; the other parts of the address stay. Nothing when one page holds all."""
    query = context["request"].GET.copy()

    def href(number: int) -> str:
        query[name] = str(number)
        return f"?{query.urlencode()}"

    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    pages = [(number, "" if number == GAP else href(int(number))) for number in numbers]
    before = href(page.previous_page_number()) if page.has_previous() else ""
    after = href(page.next_page_number()) if page.has_next() else ""
    return {"page": page, "pages": pages, "before": before, "after": after}


# --- forms -------------------------------------------------------------------------------------


@register.inclusion_tag("forms/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, object]:
    """All errors of a form, above it; takes the focus without a script."""
    return {"form": form}


@register.inclusion_tag("forms/fields.html")
def fields(form: BaseForm) -> dict[str, object]:
    """Every field of a form, hidden ones too."""
    return {"form": form}


@register.simple_tag
def error_prefix(form: BaseForm) -> str:
    """The beginning of a page's title after a refusal: "Error: "."""
    return f"{gettext('Error:')} " if form.errors else ""
