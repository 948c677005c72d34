"""Whether anything in this municipality has changed."""

from django.db.models import Max, Min

from kladka.audit.models import Entry

WINDOW = 200


def newest_entries() -> tuple[int, int]:
    """The last and the first of the newest entries of the trail.

    The last alone would not do: a transaction may take its number early and commit late. Whatever is added inside the
    window pushes its first entry out.
    """
    window = Entry.objects.order_by("-pk").values("pk")[:WINDOW]
    found = window.aggregate(last=Max("pk"), first=Min("pk"))
    return found["last"] or 0, found["first"] or 0
