"""All the lives of one town, each lived once; in a process of its own when the demo is made."""

from datetime import UTC, datetime

from django.db import transaction
from django.utils.timezone import localdate

from kladka.demo.lives.living import live
from kladka.demo.lives.plan import Life, lives
from kladka.demo.lives.present import ensure_session_today
from kladka.demo.lives.stage import Cast, Stage
from kladka.demo.staff import hire
from kladka.municipalities.models import Municipality
from kladka.municipalities.queries import in_municipality
from kladka.participation.models import Participation
from kladka.programmes.models import Edition

OPENED_AT = datetime(2015, 1, 2, 9, tzinfo=UTC)  # before the first programme of the demo begins


def live_town(slug: str, at: datetime) -> list[str]:
    """Live up to the moment what is not lived yet in this town; gives what was lived now."""
    with in_municipality(slug) as town:
        cast = hire(slug, at=OPENED_AT)
        return [
            str(edition) for life in lives_of(slug, at) for edition in _live_once(life, town, cast, at=at)
        ]


def is_lived(slug: str, at: datetime) -> bool:
    """Whether nothing long is left to do in this town."""
    with in_municipality(slug):
        return all(_is_lived(_edition_of(life)) for life in lives_of(slug, at))


def lives_of(slug: str, at: datetime) -> list[Life]:
    """Those that have begun by the moment."""
    return [life for life in lives() if life.municipality == slug and life.applications[0] <= localdate(at)]


def _edition_of(life: Life) -> Edition:
    return Edition.objects.select_related("programme").get(programme__key=life.programme, key=life.edition)


def _is_lived(edition: Edition) -> bool:
    return Participation.objects.filter(edition=edition).exists()


@transaction.atomic
def _live_once(life: Life, town: Municipality, cast: Cast, *, at: datetime) -> list[Edition]:
    """Whole or not at all, also when somebody pulls the plug; of what is lived already only a session of today."""
    edition = _edition_of(life)
    is_new = not _is_lived(edition)
    if is_new:
        live(Stage(life, edition, cast, town.name, town.teryt_code, until=localdate(at)))
    ensure_session_today(life, edition, cast, at=at)
    return [edition] if is_new else []
