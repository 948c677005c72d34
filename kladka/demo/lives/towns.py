"""All the lives of one town, each lived once; in a process of its own when the demo is made."""

from datetime import UTC, date, datetime

from django.db import transaction

from kladka.demo.lives.living import Cast, Stage, live
from kladka.demo.lives.plan import Life, lives
from kladka.demo.staff import hire
from kladka.municipalities.models import Municipality
from kladka.municipalities.queries import in_municipality
from kladka.participation.models import Participation
from kladka.programmes.models import Edition

OPENED_AT = datetime(2015, 1, 2, 9, tzinfo=UTC)  # before the first programme of the demo begins


def live_town(slug: str, until: date) -> list[str]:
    """Live up to the day what is not lived yet in this town; gives what was lived now."""
    with in_municipality(slug) as town:
        cast = hire(slug, at=OPENED_AT)
        mine = [life for life in lives() if life.municipality == slug and life.applications[0] <= until]
        return [str(edition) for life in mine for edition in _live_once(life, town, cast, until=until)]


@transaction.atomic
def _live_once(life: Life, town: Municipality, cast: Cast, *, until: date) -> list[Edition]:
    """Whole or not at all, also when somebody pulls the plug; nothing where it is lived already."""
    edition = Edition.objects.select_related("programme").get(programme__key=life.programme, key=life.edition)
    if Participation.objects.filter(edition=edition).exists():
        return []
    stage = Stage(
        life=life, edition=edition, cast=cast, town=town.name, teryt_code=town.teryt_code, until=until
    )
    live(stage)
    return [edition]
