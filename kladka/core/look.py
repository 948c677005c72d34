"""How a reader wants pages to look: size of letters, colours, contrast. A cookie that the server reads.

No script and no flash: the attributes stand in the HTML that is sent. The page is `portal:look`.
"""

from dataclasses import dataclass
from http.cookies import CookieError
from urllib.parse import parse_qsl, urlencode

from django.http import HttpRequest, HttpResponse

COOKIE = "look"
YEAR = 365 * 24 * 60 * 60
SIZES = ("", "lg")
SCHEMES = ("auto", "light", "dark")


@dataclass(frozen=True)
class Look:
    """`size` is empty for the usual size of the page: small on the desk, medium on the portal."""

    size: str = ""
    wanted_scheme: str = "auto"
    contrast: bool = False

    @property
    def scheme(self) -> str:
        """The contrast version is a dark one, whatever else is chosen."""
        return "dark" if self.contrast else self.wanted_scheme


def read(request: HttpRequest) -> Look:
    """What the cookie says; anything unknown in it counts as not said."""
    try:
        said = dict(parse_qsl(request.COOKIES.get(COOKIE, "")))
    except (ValueError, CookieError):
        return Look()
    size, scheme = said.get("size", ""), said.get("scheme", "auto")
    return Look(
        size=size if size in SIZES else "",
        wanted_scheme=scheme if scheme in SCHEMES else "auto",
        contrast=said.get("contrast") == "1",
    )


def remember(response: HttpResponse, look: Look, *, secure: bool) -> None:
    """Keep the choice for a year, on this host only. Strictly necessary: the reader asked for it."""
    value = urlencode({"size": look.size, "scheme": look.wanted_scheme, "contrast": int(look.contrast)})
    response.set_cookie(COOKIE, value, max_age=YEAR, samesite="Lax", secure=secure, httponly=True)


def context(request: HttpRequest) -> dict[str, object]:
    """Context processor: `look` in every template."""
    return {"look": read(request)}
