"""Whose page this is, for every template: names and colours from the municipality's record."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext


@dataclass(frozen=True)
class Site:
    """What a reader sees of the owner of a page. The national page has no owner and no colours of its own."""

    name: str
    operator: str = ""
    helpline: str = ""
    theme_href: str = ""


def site_of(request: HttpRequest) -> Site:
    """Works without a database: an error page asks too."""
    municipality = getattr(request, "tenant", None)
    if municipality is None:
        return Site(name=gettext("Inclusion programmes"))
    return Site(
        name=municipality.name,
        operator=municipality.operator,
        helpline=municipality.helpline,
        theme_href=municipality.theme_href,
    )


def context(request: HttpRequest) -> dict[str, object]:
    """Context processor: `theme_href`, empty where the colours of the product hold."""
    return {"theme_href": site_of(request).theme_href}
