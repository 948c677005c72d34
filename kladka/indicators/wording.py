"""How a figure, a proof and a lack are said to the person who reads them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kladka.core import wording
from kladka.indicators.models import Target
from kladka.indicators.queries.proofs import Proof
from kladka.indicators.queries.standing import OUTCOME
from kladka.indicators.rules import Lack
from kladka.participation.choices import Situation
from kladka.participation.models import EntrySnapshot, EntryTraits
from kladka.programmes.choices import Relation

if TYPE_CHECKING:
    from django.db.models import Model


def promised(value: int | None, relation: str) -> str:
    """60, or "at least 60": as it was published."""
    if value is None:
        return ""
    patterns = {
        Relation.EXACTLY.value: "%(value)s",
        Relation.ABOUT.value: pgettext("published number", "about %(value)s"),
        Relation.AT_LEAST.value: pgettext("published number", "at least %(value)s"),
        Relation.OVER.value: pgettext("published number", "over %(value)s"),
        Relation.AT_MOST.value: pgettext("published number", "at most %(value)s"),
        Relation.UNDER.value: pgettext("published number", "under %(value)s"),
    }
    return patterns[relation] % {"value": wording.number(value)}


def promise(target: Target) -> str:
    """The whole of a target in words: a number of people, or a share of them."""
    if target.total is not None:
        return promised(target.total, target.total_relation)
    return wording.percent(target.percent / 100) if target.percent is not None else ""


def because(proof: Proof) -> str:
    """Because of what somebody counts, in one line."""
    return SAYING[proof.kind](proof)


def _support(proof: Proof) -> str:
    return _("%(title)s, first on %(day)s") % _values(proof)


def _outcome(proof: Proof) -> str:
    received = wording.day(proof.received_on) if proof.received_on else ""
    values = {**_values(proof), "paper": proof.paper or _("paper"), "received": received}
    return _("%(title)s since %(day)s; %(paper)s received on %(received)s") % values


def _exit(proof: Proof) -> str:
    return _("finished as planned on %(day)s") % _values(proof)


def _decision(proof: Proof) -> str:
    return _("decided on %(day)s: %(title)s") % _values(proof)


def _values(proof: Proof) -> dict[str, str]:
    return {"title": proof.title, "day": wording.day(proof.day) if proof.day else ""}


SAYING: dict[str, Callable[[Proof], str]] = {
    "session": _support,
    "support": _support,
    "outcome": _outcome,
    "exit": _exit,
    "decision": _decision,
}


def if_only(lack: Lack) -> str:
    """What would have to happen, to be read after "would count if"."""
    if lack.what == "support":
        return _("comes to the first support")
    if lack.what == "trait":
        return _("this is known: %(trait)s") % {"trait": trait(lack.of)}
    if lack.what == "paper":
        situation = Situation(OUTCOME[lack.of].situation).label
        return _("the paper is brought: %(situation)s") % {"situation": situation}
    if lack.due is None:
        return _("is asked how things are after the programme")
    return _("is asked how things are after the programme, due by %(day)s") % {"day": wording.day(lack.due)}


def trait(column: str) -> str:
    """The name of a column of the entry, as its form has it."""
    models: tuple[type[Model], ...] = (EntrySnapshot, EntryTraits)
    fields = {field.name: field for model in models for field in model._meta.concrete_fields}  # noqa: SLF001 - documented by Django
    return str(fields[column].verbose_name)
