"""The invented town of the demo with a small life in it: one person has agreed and has not come yet."""

import os
import tomllib
from datetime import date, time, timedelta
from io import StringIO
from typing import TYPE_CHECKING

from tests.browser.screens import TOWN_HOST

if TYPE_CHECKING:
    from kladka.programmes.models import Edition

WORKER, COORDINATOR = "socjalny@przykladowo.example", "koordynator@przykladowo.example"
GROUP = "social-skills-1"
# At midnight the register is open at any hour of the tests' day; pictures are taken while a session is on.
MEETS_AT = time(int(os.environ.get("KLADKA_TOWN_MEETS_AT", "0")))

LIST = """Lp.;Imię i nazwisko;PESEL;Adres;Telefon;Status na rynku pracy
1;Anna Malinowa;02070803628;ul. Kwiatowa 5, 99-999 Przykładowo;999999999;bierna zawodowo
2;Jan Dąb;44051401459;ul. Kwiatowa 6, 99-999 Przykładowo;999999998;pracuje na czarno
"""


def fill() -> None:
    """Made as the demo makes it; a session of the group stands on the day of the site, not yet marked."""
    from django.core.management import call_command  # noqa: PLC0415 - the apps are loaded now

    from kladka.core import clock  # noqa: PLC0415
    from kladka.demo.defining import define_programmes  # noqa: PLC0415
    from kladka.demo.lives.towns import OPENED_AT  # noqa: PLC0415
    from kladka.demo.making import FILE, SITE  # noqa: PLC0415
    from kladka.municipalities.actions import add_municipality  # noqa: PLC0415

    for register in ("teryt", "degurba"):
        call_command(register, "import", "--sample", stdout=StringIO())
    rows = tomllib.loads(FILE.read_text("utf-8"))["municipalities"]
    row = next(one for one in rows if one["slug"] == "przykladowo")
    add_municipality(host=TOWN_HOST, is_demo=True, **row)
    call_command("site", "publish", SITE, municipality=row["slug"], stdout=StringIO())
    define_programmes(row["slug"], at=OPENED_AT)
    live_a_little(row["slug"], today=clock.today())
    call_command("site", "refresh", municipality=row["slug"], stdout=StringIO())


def coordinator_cookies() -> dict[str, str]:
    from django.test import Client  # noqa: PLC0415 - the apps are loaded now

    from kladka.accounts.models import User  # noqa: PLC0415
    from kladka.municipalities.queries import in_municipality  # noqa: PLC0415

    browser = Client(SERVER_NAME=TOWN_HOST)
    with in_municipality("przykladowo"):
        browser.force_login(User.objects.get(email=COORDINATOR))
    return {"sessionid": browser.cookies["sessionid"].value}


def waiting_person() -> str:
    """The part of the address of who has not come yet."""
    from kladka.municipalities.queries import in_municipality  # noqa: PLC0415
    from kladka.participation.models import Participation  # noqa: PLC0415

    with in_municipality("przykladowo"):
        return str(Participation.objects.get(started_on=None).person.public_id)


def begun_application() -> str:
    """The end of the address of an application that somebody fills in for a child: everything is answered."""
    from kladka.core import clock  # noqa: PLC0415 - the apps are loaded now
    from kladka.municipalities.queries import in_municipality  # noqa: PLC0415
    from kladka.programmes.models import Edition  # noqa: PLC0415
    from kladka.recruitment.actions import save_answers, start_draft  # noqa: PLC0415
    from kladka.recruitment.enrolment import enrolment_of  # noqa: PLC0415
    from kladka.recruitment.rules import Step  # noqa: PLC0415

    with in_municipality("przykladowo"):
        edition, now = Edition.objects.latest("pk"), clock.now()
        draft, secret = start_draft(edition=edition, language="pl", at=now)
        chosen = enrolment_of(edition.programme, on=clock.today()).openings[0]
        answers: dict[Step, dict[str, object]] = {
            **{step: {} for step in Step},
            Step.WHOM: {"for_whom": "ward"},
            Step.NAME: {"first_name": "Zofia", "last_name": "Ćwikłowa-Brzęczyszczykiewicz"},
            Step.BIRTH: {"birth_date": date(2015, 5, 17), "sex": "woman", "citizenship": "polish"},
            Step.GUARDIAN: {"guardian_name": "Maria Ćwikłowa", "kinship": "parent"},
            Step.CONTACT: {"phone": "600100200", "way": "phone", "needs_arrangements": True},
            Step.CHOICE: {"round": chosen.round, "offer": chosen.offer},
        }
        for step, said in answers.items():
            save_answers(draft=draft, step=step, answers=said, language="pl", at=now)
    return secret


def live_a_little(slug: str, *, today: date) -> None:
    from kladka.demo.lives.living import live  # noqa: PLC0415 - the apps are loaded now
    from kladka.demo.lives.plan import lives  # noqa: PLC0415
    from kladka.demo.lives.stage import Stage  # noqa: PLC0415
    from kladka.demo.lives.towns import OPENED_AT  # noqa: PLC0415
    from kladka.demo.staff import hire  # noqa: PLC0415
    from kladka.municipalities.queries import in_municipality  # noqa: PLC0415
    from kladka.programmes.models import Edition  # noqa: PLC0415

    life = next(one for one in lives() if one.municipality == slug)
    meets = next(group for group in life.groups if group.key == GROUP)
    days = (today - timedelta(weeks=36), today + timedelta(weeks=36))
    group = meets.model_copy(
        update={"weeks": 4, "weekday": today.isoweekday(), "starts_at": MEETS_AT, "days": days}
    )
    applications = (today - timedelta(weeks=40), today - timedelta(weeks=8))
    small = {"women": 5, "men": 3, "groups": (group,), "events": (), "applications": applications}
    small |= {"rounds": (), "intake": ""}
    with in_municipality(slug) as town:
        edition = Edition.objects.get(programme__key=life.programme, key=life.edition)
        cast = hire(slug, at=OPENED_AT)
        live(
            Stage(
                life=life.model_copy(update=small),
                edition=edition,
                cast=cast,
                town=town.name,
                teryt_code=town.teryt_code,
                until=today - timedelta(days=1),
            )
        )
        a_list_waits(edition)


def a_list_waits(edition: "Edition") -> None:
    """A file of the coordinator's, with a row that is refused and a word that nobody knows."""
    from kladka.accounts.models import User  # noqa: PLC0415 - the apps are loaded now
    from kladka.core.clock import now  # noqa: PLC0415
    from kladka.imports.actions import keep_upload  # noqa: PLC0415

    by = User.objects.get(email=COORDINATOR)
    keep_upload(edition=edition, content=LIST.encode(), file_name="lista.csv", by=by, at=now())
