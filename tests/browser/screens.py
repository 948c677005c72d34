"""The table of screens. A new page gets a line here: its checks and its picture follow from it."""

from dataclasses import dataclass
from typing import Literal

CLOCK = "2026-06-11"  # the day on which the site of the tests stands
HOST, NATIONAL_HOST, TOWN_HOST = "test.localhost", "localhost", "przykladowo.localhost"


@dataclass(frozen=True)
class Screen:
    """One address as one kind of person sees it; a visitor is staff before sign-in.

    `picture`: also in docs/screenshots; `also`: and there in "dark", in "contrast".
    """

    name: str
    path: str
    who: Literal["resident", "visitor", "staff"] = "resident"
    host: str = HOST
    picture: bool = True
    also: tuple[str, ...] = ()


PROGRAMME = "/programy/welnowiec-jozefowiec-i-dab/"
RESIDENTS: tuple[Screen, ...] = (
    Screen("national", "/", host=NATIONAL_HOST),
    Screen("home", "/", also=("dark",)),
    Screen("programmes", "/programy/", picture=False),
    Screen("programme", PROGRAMME, also=("contrast",)),
    Screen("programme-editions", "/programy/mors/"),
    Screen("programme-en", f"/en{PROGRAMME}", picture=False),
    Screen("programme-uk", "/uk/programy/blisko-siebie/"),
    Screen("calendar", "/kalendarz/2026/6/"),
    Screen("calendar-month", "/kalendarz/2026/6/?widok=miesiac"),
    Screen("calendar-empty", "/kalendarz/2026/7/"),
    Screen("contact", "/kontakt/"),
    Screen("statement", "/deklaracja-dostepnosci/"),
    Screen("privacy", "/ochrona-danych/", picture=False),
    Screen("search", "/szukaj/?q=klub"),
    Screen("site-map", "/mapa-strony/", picture=False),
)
SCREENS: tuple[Screen, ...] = (
    *RESIDENTS,
    Screen("look", "/wyglad/", also=("dark", "contrast")),
    Screen("look-en", "/en/wyglad/", picture=False),
    Screen("look-uk", "/uk/wyglad/", picture=False),
    Screen("look-national", "/wyglad/", host=NATIONAL_HOST, picture=False),
    Screen("missing", "/nie-ma/"),
    Screen("sign-in", "/desk/account/sign-in/", "visitor"),
    Screen("second-factor", "/desk/account/second-factor/", "staff"),
    Screen("password", "/desk/account/password/", "staff", picture=False),
    Screen("users", "/desk/users/", "staff", also=("dark",)),
    Screen("user", "/desk/users/1/", "staff"),
    Screen("role", "/desk/users/1/role/", "staff", picture=False),
    Screen("definition", "/desk/programmes/welnowiec-jozefowiec-i-dab/definition/", "staff"),
    Screen(
        "definition-load",
        "/desk/programmes/welnowiec-jozefowiec-i-dab/definition/load/",
        "staff",
        picture=False,
    ),
    Screen("sessions", "/desk/sessions/", "staff"),
    Screen("attendance", "/desk/sessions/1/attendance/", "staff", also=("dark", "contrast")),
    Screen("attendance-counted", "/desk/sessions/3/attendance/", "staff", picture=False),
    Screen("walk-in", "/desk/sessions/2/walk-in/?name=agrest", "staff", picture=False),
    Screen("tally", "/desk/sessions/3/tally/", "staff"),
    Screen("session-plan", "/desk/sessions/plan/", "staff"),
    Screen("session-move", "/desk/sessions/2/move/", "staff", picture=False),
    Screen("session-cancel", "/desk/sessions/2/cancel/", "staff", picture=False),
    Screen("session-closing", "/desk/sessions/1/closing/", "staff", picture=False),
    Screen("session-reopening", "/desk/sessions/1/reopening/", "staff", picture=False),
    Screen("groups", "/desk/sessions/groups/", "staff", picture=False),
    Screen("group", "/desk/sessions/groups/1/", "staff"),
    Screen("membership-end", "/desk/sessions/groups/1/members/1/end/", "staff", picture=False),
)
