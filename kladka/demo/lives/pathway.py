"""What the invented agree on when they join: a goal in their own words and the supports that lead there."""

from datetime import date
from random import Random

from kladka.activities.models import Group
from kladka.demo.lives.days import Arrival
from kladka.demo.lives.stage import NOON, Stage
from kladka.participation.actions import Step, make_plan
from kladka.participation.choices import Kind
from kladka.participation.models import Participation
from kladka.programmes.models import Support

GOALS = (
    "Wychodzi z domu dwa razy w tygodniu i zna sąsiadów.",
    "Sama załatwia sprawy w urzędzie i u lekarza.",
    "Ma plan dnia i trzyma się go przez miesiąc.",
    "Wraca do pracy po przerwie, najpierw na pół etatu.",
    "Spłaca zaległy czynsz i planuje wydatki.",
    "Rozmawia z dziećmi bez kłótni.",
    "Umie wysłać e-mail i umówić się na wizytę przez internet.",
    "Mówi po polsku na tyle, że radzi sobie w sklepie i w szkole.",
)


def agree_on_a_plan(stage: Stage, one: Arrival, participation: Participation, group: Group) -> None:
    """On the day of the agreement; the close environment is supported by the plan of whom it is close to."""
    if participation.kind != Kind.PARTICIPANT:
        return
    random = Random(f"{stage.life.name} plan {one.number}")
    life = next(each for each in stage.life.groups if each.key == one.group)
    keys = [life.support or (group.offer.support.key if group.offer.support else stage.life.support)]
    wanted = [*keys, *(key for key in stage.life.plans if key not in keys)]
    make_plan(
        participation=participation,
        steps=[step(stage, key, one.signed_on, until=life.days[1]) for key in wanted],
        agreed_on=one.signed_on,
        goal=random.choice(GOALS),
        by=stage.cast.worker,
        at=stage.at(one.signed_on, NOON),
    )


def step(stage: Stage, key: str, begins: date, *, until: date) -> Step:
    support = stage.supports.get(key) or Support.objects.get(edition=stage.edition, key=key)
    stage.supports[key] = support
    return Step(support=support, planned_from=begins, planned_to=until)
