"""What the official system's file says of a participation and nobody else does."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from kladka.audit.actions import record_each
from kladka.participation.models import Participation

if TYPE_CHECKING:
    from kladka.accounts.models import User


@dataclass(frozen=True, slots=True, kw_only=True)
class FileColumns:
    """The identifier that the system gave, and the remark."""

    technical_id: str = ""
    remark: str = ""


@transaction.atomic
def keep_file_columns(*, columns: Mapping[int, FileColumns], by: "User", at: datetime) -> int:
    """Keep them by participation; answers how many were different. Three statements, however many rows."""
    known = Participation.objects.select_for_update(of=("self",)).select_related("person")
    changed = []
    for one in known.filter(pk__in=columns).order_by("pk"):
        said = columns[one.pk]
        if (one.technical_id, one.remark) != (said.technical_id, said.remark):
            one.technical_id, one.remark = said.technical_id, said.remark
            changed.append(one)
    Participation.objects.bulk_update(changed, ["technical_id", "remark"])
    record_each("participation.file_columns_kept", on=changed, by=by, at=at)
    return len(changed)
