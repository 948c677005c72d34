"""The pages of one programme at the desk, each for whoever may open it: the cockpit lists them, and the menu."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from kladka.core.clock import today
from kladka.definitions.access import can_read
from kladka.desk.choices import Stretch
from kladka.imports.access import can_import
from kladka.programmes.access import can_read_records, can_see_figures
from kladka.programmes.models import Edition
from kladka.reporting.access import can_look

if TYPE_CHECKING:
    from django.http import HttpRequest

    from kladka.accounts.models import User

OPENED = "edition"  # in the session: the edition whose cockpit was opened last
OF_A_PROGRAMME = frozenset({"desk", "indicators", "reporting", "imports", "definitions"})


@dataclass(frozen=True, slots=True)
class Page:
    label: str
    href: str
    also: str = ""  # another folder whose pages belong to this one

    @property
    def under(self) -> tuple[str, ...]:
        return tuple(one for one in (self.href.partition("?")[0], self.also) if one)


def cockpit_of(edition: Edition) -> str:
    return f"{reverse('desk:programme', args=[edition.programme.key])}?edition={edition.key}"


def people_at(edition: Edition, stretch: Stretch) -> str:
    """The list of those who stand there."""
    address = reverse("desk:programme_people", args=[edition.programme.key, stretch])
    return f"{address}?edition={edition.key}"


def figures_of(edition: Edition) -> str:
    return f"{reverse('indicators:matrix', args=[edition.programme.key])}?edition={edition.key}"


def pages_of(user: "User", edition: Edition) -> list[Page]:
    """What this user may open of an edition, below its cockpit."""
    key, query = edition.programme.key, f"?edition={edition.key}"
    pages = [
        (_("Indicators"), figures_of(edition), can_see_figures(user, edition), "/desk/indicators/"),
        (
            _("Official file"),
            reverse("reporting:packages", args=[key]) + query,
            can_look(user, edition),
            "/desk/packages/",
        ),
        (
            _("Lists of people"),
            reverse("imports:imports", args=[key]) + query,
            can_import(user, edition),
            "/desk/imports/",
        ),
        (
            _("Programme as defined"),
            reverse("definitions:definition", args=[key]),
            can_read(user, edition.programme),
            "/desk/drafts/",
        ),
    ]
    return [Page(label, href, also) for label, href, opens, also in pages if opens]


def current_edition(request: "HttpRequest", user: "User") -> Edition | None:
    """The edition whose page is open, else the one opened last, else the newest that has begun."""
    day = today()
    mine = Edition.objects.visible_to(user).with_period_on(day).select_related("programme")
    records = (one for one in mine if can_read_records(user, one))
    editions = sorted(records, key=lambda one: _recent(one, day), reverse=True)
    return next(iter([*_open(request, editions), *_opened(request, editions), *editions]), None)


def _recent(edition: Edition, day: date) -> tuple[bool, date]:
    """Those that have begun stand above those that will; the newest of each above the older."""
    first_day: date = getattr(edition, "first_day", None) or date.min
    return first_day <= day, first_day


def _open(request: "HttpRequest", editions: list[Edition]) -> list[Edition]:
    match = request.resolver_match
    key = match.kwargs.get("key") if match and match.app_name in OF_A_PROGRAMME else None
    of_it = [one for one in editions if one.programme.key == key]
    return [one for one in of_it if one.key == request.GET.get("edition")] or of_it


def _opened(request: "HttpRequest", editions: list[Edition]) -> list[Edition]:
    last = request.session.get(OPENED)
    return [one for one in editions if one.pk == last]
