"""The protocol as bytes that say the same for ever: what is sealed, and what is read back from the seal."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kladka.recruitment import explaining
from kladka.recruitment.models import CommitteeMember, Draw, Ruling
from kladka.recruitment.queries.ranking import Ranked

Content = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """Where and when the committee met, who was there, and what was objected."""

    held_at: datetime
    place: str
    present: Sequence[CommitteeMember]
    objections: str = ""


def content_of(ranked: Ranked, meeting: Meeting, *, number: str, replaces: str) -> dict[str, Any]:
    """Everything of recruitment §6. Applications by number, members by name, nobody else."""
    round, lists = ranked.round, ranked.lists  # noqa: A001 - the field's own word
    outcomes, reasons = explaining.outcomes(ranked), explaining.reasons(ranked)
    listed = [*lists.order, *lists.out]
    return {
        "number": number,
        "replaces": replaces,
        "round": str(round),
        "edition": str(round.edition),
        "scheme": {"title": str(round.scheme), "version": round.scheme.version} if round.scheme else None,
        "way": round.way,
        "held_at": meeting.held_at.isoformat(),
        "place": meeting.place,
        "present": [{"name": str(one.user), "role": one.role} for one in meeting.present],
        "quorum": round.committee.quorum,
        "received": len(listed),
        "correct": len(lists.order),
        "rejected": len(lists.out),
        "order_among_equals": [explaining.key_in_words(tie, ranked) for tie in ranked.choice.ties],
        "lot": Draw.objects.filter(round=round).values_list("seed", flat=True).first() or "",
        "rulings": _rulings(ranked),
        "quotas": {
            str(row): quota.places for row, quota in zip(ranked.quotas, ranked.choice.quotas, strict=True)
        },
        "ranking": [
            {
                "number": one.number,
                "position": lists.position.get(one.number),
                "points": f"{one.points.normalize():f}",
                "precedence": f"{one.precedence.normalize():f}",
                "list": outcomes[one.number].value,
                "because": reasons[one.number],
            }
            for one in listed
        ],
        "objections": meeting.objections,
    }


def written(content: Content) -> bytes:
    """Keys in order and no choice of layout: equal contents are equal bytes."""
    return (json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def read(content: bytes) -> Content:
    found: Content = json.loads(content)
    return found


def _rulings(ranked: Ranked) -> list[dict[str, Any]]:
    of_round = Ruling.objects.filter(application__round=ranked.round).select_related("application")
    return [
        {"number": one.application.number, "place": one.place, "how": one.how}
        for one in of_round.order_by("how", "place", "pk")
    ]
