"""The staff of the demo's municipalities: invented, with one password for all, good on this machine only."""

from dataclasses import dataclass
from datetime import date, datetime

from kladka.accounts.actions import add_user
from kladka.accounts.models import User
from kladka.demo.lives.stage import Cast
from kladka.municipalities.queries import directory
from kladka.programmes.actions import give_role
from kladka.programmes.choices import TeamRole

PASSWORD = "kładka nad potokiem"  # noqa: S105 - printed when the demo starts; the demo listens on loopback only
FIRST_DAY = date(2015, 1, 1)  # before the first programme of the demo


@dataclass(frozen=True)
class Hired:
    """One of the staff: the part before @, the name, and the role in every programme of the municipality."""

    login: str
    name: str
    role: TeamRole


HIRED = (
    Hired("koordynator", "Jagoda Modrzewiowa", TeamRole.COORDINATOR),
    Hired("socjalny", "Kalina Wrzosowa", TeamRole.SOCIAL_WORKER),
    Hired("komisja", "Cyprian Szafirowy", TeamRole.COMMITTEE),
    Hired("organizator1", "Klemens Jaworowy", TeamRole.ORGANISER),
    Hired("organizator2", "Malwina Lipowa", TeamRole.ORGANISER),
    Hired("organizator3", "Roland Dębowy", TeamRole.ORGANISER),
    Hired("ksiegowa", "Róża Bursztynowa", TeamRole.ACCOUNTANT),
    Hired("kontroler", "Narcyz Granatowy", TeamRole.CONTROLLER),
    Hired("administrator", "Oliwia Cynobrowa", TeamRole.ADMINISTRATOR),
)


def email_of(hired: Hired, slug: str) -> str:
    return f"{hired.login}@{slug}.example"


def hire(slug: str, *, at: datetime) -> Cast:
    """Everybody of the staff with their roles; those who are here already stay as they are."""
    users = {hired.login: _user(hired, slug, at=at) for hired in HIRED}
    return Cast(
        coordinator=users["koordynator"],
        worker=users["socjalny"],
        scorer=users["komisja"],
        organisers=tuple(user for login, user in users.items() if login.startswith("organizator")),
    )


def _user(hired: Hired, slug: str, *, at: datetime) -> User:
    email = email_of(hired, slug)
    known = User.objects.filter(email=email).first()
    if known:
        return known
    user = add_user(name=hired.name, email=email, password=PASSWORD, by=None, at=at)
    give_role(user=user, role=hired.role, from_day=FIRST_DAY, by=user, at=at)
    return user


def sign_in_sheet(*, port: str) -> str:
    """The towns' addresses, where to sign in, as whom, with which password; printed at every start of the demo."""
    towns = [f"  {name:<14}http://{host}:{port}" for name, _office, host in directory()]
    lines = [f"  {email_of(one, 'przykladowo'):<36}{one.name}, {one.role.label}" for one in HIRED]
    return "\n".join(
        [
            "The municipalities:",
            *towns,
            f"Sign in at http://przykladowo.localhost:{port}/desk/ with the password: {PASSWORD}",
            *lines,
            f"The same staff work in every town: koordynator@katowice.example at http://katowice.localhost:{port}/desk/",
        ]
    )
