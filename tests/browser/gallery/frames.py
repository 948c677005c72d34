"""What stands around a page, as the frames of desk and portal want it; here it is made up."""

from dataclasses import dataclass, field

from django.http import HttpRequest

from kladka.core.menu import Group, Item


@dataclass(frozen=True)
class Programme:
    title: str = "Wełnowiec-Józefowiec i Dąb"
    href: str = "/desk/"


@dataclass(frozen=True)
class Desk:
    menu: list[Group]
    own: list[Item]
    person: str = "Community organiser"
    search: str = "/desk/"
    home: str = "/desk/"
    programme: Programme = field(default_factory=Programme)


@dataclass(frozen=True)
class Language:
    code: str
    label: str
    href: str
    current: bool


@dataclass(frozen=True)
class Portal:
    menu: list[Item]
    extras: list[Item]
    foot: list[Item]
    languages: list[Language]
    name: str = "Katowice"
    operator: str = "Miejski Ośrodek Pomocy Społecznej w Katowicach"
    helpline: str = "32 000 00 00"
    helpline_hours: str = "Monday to Friday, 7.30–15.30"
    home: str = "/"
    search: str = "/"
    statement: str = "/"


def context(request: HttpRequest) -> dict[str, object]:
    here = request.path
    work = [
        Item("Today", "/desk/today/", 3),
        Item("Participants", "/desk/", 0, current=here == "/desk/"),
        Item("Indicators", "/desk/indicators/", 0, current=here == "/desk/indicators/"),
    ]
    settled = Group("Settlement", [Item("Documents", "/desk/documents/", 1)])
    return {
        "desk": Desk([Group("", work), settled], [Item("Appearance", "/desk/look/")]),
        "portal": Portal(
            menu=[Item("Programmes", "/", 0, current=here == "/"), Item("Calendar", "/calendar/")],
            extras=[Item("Easy text", "/easy/"), Item("Appearance", "/look/")],
            foot=[Item("Accessibility statement", "/statement/"), Item("Contact", "/contact/")],
            languages=[
                Language("en", "English", "/", current=True),
                Language("pl", "Polski", "/pl/", current=False),
            ],
        ),
    }
