"""What the screens of residents show: programmes, words of the site, events and copies, by real actions."""

from datetime import timedelta
from io import StringIO
from pathlib import Path

from django.core.management import call_command

from kladka.accounts.actions import system_user
from kladka.activities.actions.planning import (
    Details,
    add_activity,
    cancel_session,
    move_session,
    plan_session,
)
from kladka.activities.models import Event
from kladka.activities.rules.series import Term
from kladka.core import clock
from kladka.definitions.actions import load
from kladka.definitions.reading import read
from kladka.places.models import Venue

ROOT = Path(__file__).resolve().parents[2]


def fill() -> None:
    """Programmes, words of the site, events and the copies for the national page, by real actions."""
    files = ("katowice-welnowiec-jozefowiec-dab", "sosnowiec-mors", "sosnowiec-tyle-wsparcia", "przykladowo")
    for name in files:
        load_programme(ROOT / "kladka" / "demo" / "programmes" / f"{name}.toml")
    call_command("site", "publish", ROOT / "kladka/demo/site.toml", municipality="test", stdout=StringIO())
    plan_events(Event.objects.get(key="picnic", edition__programme__key="blisko-siebie"))
    call_command("site", "refresh", stdout=StringIO())


def load_programme(path: Path) -> None:
    now = clock.now()
    load(file=read(path.read_bytes()), municipality_code="9901011", by=system_user(), at=now)


def plan_events(event: Event) -> None:
    """One to come to, one with places, one that was moved and one that was called off, around the day of the site."""
    now = clock.now()
    by, venue = system_user(), Venue.objects.first()
    four = now.replace(hour=14, minute=0, second=0, microsecond=0)
    two_hours = timedelta(hours=2)

    def on(days: int) -> Term:
        return Term(four + timedelta(days=days), four + timedelta(days=days) + two_hours)

    activity = add_activity(edition=event.edition, event=event, by=by, at=now)
    asked = {"": 2, "Gra terenowa": 5, "Kino plenerowe": 6, "Wymiana ubrań": 9}
    planned = {
        title: plan_session(
            activity=activity,
            term=on(days),
            by=by,
            at=now,
            details=Details(venue=venue, title=title, places=12 if title == "Gra terenowa" else None),
        )
        for title, days in asked.items()
    }
    move_session(session=planned["Kino plenerowe"], term=on(13), by=by, at=now, reason="burze")
    cancel_session(session=planned["Wymiana ubrań"], reason="remont", by=by, at=now)
