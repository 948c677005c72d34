"""The table of screens. A new page gets a line here: its checks follow from it."""

from dataclasses import dataclass
from typing import Literal

CLOCK = "2026-06-11"  # the day on which the site of the tests stands
HOST, NATIONAL_HOST, TOWN_HOST = "test.localhost", "localhost", "przykladowo.localhost"
Who = Literal["resident", "visitor", "staff"]  # a visitor is staff before sign-in


@dataclass(frozen=True)
class Screen:
    """One address as one kind of person sees it."""

    name: str
    path: str
    who: Who = "resident"
    host: str = HOST


PROGRAMME, DESK = "/programy/welnowiec-jozefowiec-i-dab/", "/desk/programmes/blisko-siebie"
RESIDENTS: tuple[Screen, ...] = (
    Screen("national", "/", host=NATIONAL_HOST),
    Screen("home", "/"),
    Screen("programmes", "/programy/"),
    Screen("programme", PROGRAMME),
    Screen("programme-editions", "/programy/mors/"),
    Screen("programme-en", f"/en{PROGRAMME}"),
    Screen("results", "/programy/blisko-siebie/wyniki/", host=TOWN_HOST),
    Screen("programme-uk", "/uk/programy/blisko-siebie/"),
    Screen("calendar", "/kalendarz/2026/6/"),
    Screen("calendar-month", "/kalendarz/2026/6/?widok=miesiac"),
    Screen("calendar-empty", "/kalendarz/2026/7/"),
    Screen("contact", "/kontakt/"),
    Screen("statement", "/deklaracja-dostepnosci/"),
    Screen("privacy", "/ochrona-danych/"),
    Screen("search", "/szukaj/?q=klub"),
    Screen("site-map", "/mapa-strony/"),
)
SCREENS: tuple[Screen, ...] = (
    *RESIDENTS,
    Screen("apply", "/zapis/{draft}/urodzenie/", host=TOWN_HOST),
    Screen("apply-check", "/zapis/{draft}/sprawdz/", host=TOWN_HOST),
    Screen("look", "/wyglad/"),
    Screen("look-uk", "/uk/wyglad/"),
    Screen("missing", "/nie-ma/"),
    Screen("sign-in", "/desk/account/sign-in/", "visitor"),
    Screen("second-factor", "/desk/account/second-factor/", "staff"),
    Screen("password", "/desk/account/password/", "staff"),
    Screen("users", "/desk/users/", "staff"),
    Screen("user", "/desk/users/1/", "staff"),
    Screen("role", "/desk/users/1/role/", "staff"),
    Screen("definition", "/desk/programmes/welnowiec-jozefowiec-i-dab/definition/", "staff"),
    Screen(
        "definition-load",
        "/desk/programmes/welnowiec-jozefowiec-i-dab/definition/load/",
        "staff",
    ),
    Screen("today", "/desk/", "staff", TOWN_HOST),
    Screen("cockpit", f"{DESK}/", "staff", TOWN_HOST),
    Screen("people", "/desk/people/", "staff", TOWN_HOST),
    Screen("person", "/desk/people/{person}/", "staff", TOWN_HOST),
    Screen("person-documents", "/desk/people/{person}/documents/", "staff", TOWN_HOST),
    Screen("person-indicators", "/desk/people/{person}/indicators/", "staff", TOWN_HOST),
    Screen("visit", "/desk/visit/1/", "staff", TOWN_HOST),
    Screen("participation", "/desk/participations/1/", "staff", TOWN_HOST),
    Screen("round", "/desk/recruitment/rounds/1/", "staff", TOWN_HOST),
    Screen("applications", "/desk/recruitment/", "staff", TOWN_HOST),
    Screen("indicators", f"{DESK}/indicators/", "staff", TOWN_HOST),
    Screen("ledger", "/desk/indicators/all_participants/people/?edition=1", "staff", TOWN_HOST),
    Screen("official-file", f"{DESK}/official-file/", "staff", TOWN_HOST),
    Screen("imports", f"{DESK}/imports/", "staff", TOWN_HOST),
    Screen("import-mapping", "/desk/imports/1/mapping/", "staff", TOWN_HOST),
    Screen("import-rehearsal", "/desk/imports/1/", "staff", TOWN_HOST),
    Screen("sessions", "/desk/sessions/", "staff"),
    Screen("attendance", "/desk/sessions/1/attendance/", "staff"),
    Screen("attendance-counted", "/desk/sessions/3/attendance/", "staff"),
    Screen("walk-in", "/desk/sessions/2/walk-in/?name=agrest", "staff"),
    Screen("tally", "/desk/sessions/3/tally/", "staff"),
    Screen("session-plan", "/desk/sessions/plan/", "staff"),
    Screen("session-move", "/desk/sessions/2/move/", "staff"),
    Screen("session-cancel", "/desk/sessions/2/cancel/", "staff"),
    Screen("session-closing", "/desk/sessions/1/closing/", "staff"),
    Screen("session-reopening", "/desk/sessions/1/reopening/", "staff"),
    Screen("groups", "/desk/sessions/groups/", "staff"),
    Screen("group", "/desk/sessions/groups/1/", "staff"),
    Screen("membership-end", "/desk/sessions/groups/1/members/1/end/", "staff"),
)
