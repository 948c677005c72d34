"""`{% load trail %} {% trail lines %}`: who changed what, on the page of a record."""

from django import template

from kladka.audit.queries import Line

register = template.Library()


@register.inclusion_tag("audit/trail.html")
def trail(lines: list[Line]) -> dict[str, object]:
    """Of what `queries.trail_of(record)` found."""
    return {"trail": lines}
