"""The official file of an edition, made, checked, sealed and kept."""

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
BLOCK = 2_000


@dataclass(frozen=True, slots=True)
class Made:
    """A package as it was just made."""

    package: Package
    layout: Layout

    @property
    def content(self) -> bytes:
        return sealing.opened(self.package)


@transaction.atomic
def export_participants(*, edition: Edition, profile: str = "", by: "User", at: datetime) -> Made:
    """Make the file of everybody who has started; a line with an error stays out and is told in the report.

    Lines that have not changed since their last check are not checked again. Lines pass through in blocks, so that
    a hundred thousand need no more memory than a thousand. Raises NoProfile, UnknownProfile, NothingToSend.
    """
    on = localdate(at)
    layout = layout_of(edition, profile, on=on)
    packing = sealing.Packing()
    packing.add(BOM + encoded([layout.header]))
    rows = left_out = 0
    for block in written_lines(edition, layout, on=on, block=BLOCK):
        sound = sound_of(block, checked(edition, layout, block, on=on, at=at))
        packing.add("".join(f"{text}{END}" for text in sound).encode())
        rows, left_out = rows + len(sound), left_out + len(block) - len(sound)
    if not rows + left_out:
        raise NothingToSend
    package = Package.objects.create(
        edition=edition,
        profile=layout.profile,
        layout=layout.version,
        is_forced=layout.profile != own_profile(edition),
        file_name=layout.name_of_file(on),
        rows=rows,
        left_out=left_out,
        size=packing.size,
        digest=packing.digest,
        content=packing.sealed(),
        made_by=by,
        made_at=at,
    )
    record("reporting.package_made", on=package, by=by, at=at, rows=rows, left_out=left_out)
    return Made(package, layout)


def checked(
    edition: Edition, layout: Layout, lines: list[Written], *, on: date, at: datetime
) -> dict[int, bool]:
    """By participation whether its line may be sent, of those without a verdict that holds."""
    new = [one for one in lines if one.is_sound is None]
    return check_lines(edition, layout, new, on=on, at=at) if new else {}


def sound_of(lines: list[Written], checked: dict[int, bool]) -> list[str]:
    """The texts of those that may be sent."""
    return [one.text for one in lines if one.is_sound or checked.get(one.participation_id)]


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
