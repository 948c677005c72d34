"""Pages that are made once and sent many times: ETag, 304, and the finished bytes kept in the process.

Every action writes one entry into the trail, so the newest entries say whether anything in this municipality has
changed since a page was made. That is one short query; a change is seen at the next request, without a job.
"""

from collections.abc import Callable
from functools import cache, wraps
from hashlib import sha256
from pathlib import Path
from typing import Concatenate, ParamSpec

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language

from kladka.core import clock, look
from kladka.municipalities.queries import current_municipality
from kladka.portal.queries.freshness import newest_entries

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
KEPT_SECONDS = 24 * 60 * 60


def kept(view: View[P]) -> View[P]:
    """A public page that depends on the record, the day, the language and the reader's look, on nothing else."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        tag = fingerprint(request)
        unchanged = get_conditional_response(request, etag=f'"{tag}"')
        if isinstance(unchanged, HttpResponse):
            return stamped(unchanged, tag)
        if request.GET:  # any words may stand there: they must not fill the memory
            return stamped(view(request, *args, **kwargs), tag)
        return stamped(from_memory(tag) or remembered(view(request, *args, **kwargs), tag), tag)

    return answer


def fingerprint(request: HttpRequest) -> str:
    """Two requests with the same fingerprint get the same page."""
    town = current_municipality()
    seen = look.read(request)
    parts = (
        code_digest(),
        town and (town.schema_name, town.name, town.operator, town.helpline, town.theme_digest, town.is_demo),
        request.get_full_path(),
        request.get_host(),
        get_language(),
        (seen.size, seen.scheme, seen.contrast),
        clock.today(),
        newest_entries(),
    )
    return sha256(repr(parts).encode()).hexdigest()[:32]


@cache
def code_digest() -> str:
    """Another version of the code makes other pages; browsers must not keep those of the old one."""
    package = Path(__file__).parents[1]
    kinds = {".py", ".html", ".mo"}
    files = sorted(path for path in package.rglob("*") if path.suffix in kinds and "tests" not in path.parts)
    seen = [
        (path.relative_to(package).as_posix(), path.stat().st_size, path.stat().st_mtime_ns) for path in files
    ]
    return sha256(repr(seen).encode()).hexdigest()[:16]


def from_memory(tag: str) -> HttpResponse | None:
    held = caches["pages"].get(f"portal:{tag}")
    return None if held is None else HttpResponse(held)


def remembered(response: HttpResponse, tag: str) -> HttpResponse:
    """Only finished pages are kept; a refusal is made anew."""
    if response.status_code == 200 and not response.cookies:  # noqa: PLR2004 - OK
        caches["pages"].set(f"portal:{tag}", response.content, KEPT_SECONDS)
    return response


def stamped(response: HttpResponse, tag: str) -> HttpResponse:
    """Browsers keep the page too, but ask each time whether it still holds."""
    if response.status_code in {200, 304}:
        response.headers["ETag"] = f'"{tag}"'
        response.headers["Cache-Control"] = "private, no-cache"
    return response
