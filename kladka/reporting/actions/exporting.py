"""The official file of an edition, made, checked, sealed and kept."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.timezone import localdate

from kladka.audit.actions import record
from kladka.indicators.catalogue import period_of
from kladka.programmes.models import Edition
from kladka.reporting import layouts, sealing
from kladka.reporting.actions.checking import check_lines
from kladka.reporting.errors import NoProfile, NothingToSend, UnknownProfile
from kladka.reporting.files import BOM, encoded
from kladka.reporting.layouts import Layout
from kladka.reporting.models import Package
from kladka.reporting.queries import Written, written_lines

if TYPE_CHECKING:
    from kladka.accounts.models import User

END = "\r\n"


@dataclass(frozen=True, slots=True)
class Made:
    """A package as it was just made, with its bytes and what was left out of it."""

    package: Package
    content: bytes
    layout: Layout


@transaction.atomic
def export_participants(*, edition: Edition, profile: str = "", by: "User", at: datetime) -> Made:
    """Make the file of everybody who has started; a line with an error stays out and is told in the report.

    Lines that have not changed since their last check are not checked again. Raises NoProfile, UnknownProfile,
    NothingToSend.
    """
    on = localdate(at)
    layout = layout_of(edition, profile, on=on)
    lines = list(written_lines(edition, layout, on=on))
    if not lines:
        raise NothingToSend
    sound = checked(edition, layout, lines, on=on, at=at)
    content = content_of(layout, [one for one in lines if sound[one.participation_id]])
    package = Package.objects.create(
        edition=edition,
        profile=layout.profile,
        layout=layout.version,
        is_forced=layout.profile != own_profile(edition),
        file_name=layout.name_of_file(on),
        rows=sum(sound.values()),
        left_out=len(lines) - sum(sound.values()),
        size=len(content),
        digest=hashlib.sha256(content).hexdigest(),
        content=sealing.seal(content),
        made_by=by,
        made_at=at,
    )
    record("reporting.package_made", on=package, by=by, at=at, rows=package.rows, left_out=package.left_out)
    return Made(package, content, layout)


def checked(
    edition: Edition, layout: Layout, lines: list[Written], *, on: date, at: datetime
) -> dict[int, bool]:
    """By participation whether its line may be sent; only those without a verdict that holds are looked at."""
    known = {one.participation_id: one.is_sound for one in lines if one.is_sound is not None}
    new = [one for one in lines if one.is_sound is None]
    return known | check_lines(edition, layout, new, on=on, at=at)


def content_of(layout: Layout, lines: list[Written]) -> bytes:
    """The bytes of the file: BOM, header, one line a person, every line ended."""
    body = "".join(f"{one.text}{END}" for one in lines)
    return BOM + encoded([layout.header]) + body.encode()


def own_profile(edition: Edition) -> str:
    """The layout that the edition's regime asks for; empty where none is known yet."""
    return edition.export_profile or layouts.profile_of(period_of(edition.regime)) or ""


def layout_of(edition: Edition, profile: str = "", *, on: date) -> Layout:
    """Raises NoProfile, UnknownProfile."""
    wanted = profile or own_profile(edition)
    if not wanted:
        raise NoProfile(edition.regime, layouts.profiles())
    if wanted not in layouts.profiles():
        raise UnknownProfile(wanted, layouts.profiles())
    day = max(on, layouts.first_day(wanted))
    call = edition.call if layouts.knows_call(wanted, edition.call, on=day) else ""
    return layouts.layout(wanted, on=day, call=call)


@transaction.atomic
def open_package(*, package: Package, by: "User", at: datetime) -> bytes:
    """The bytes as they were sent, checked against their digest; who took them is written down."""
    record("reporting.package_opened", on=package, by=by, at=at)
    return sealing.opened(package)
