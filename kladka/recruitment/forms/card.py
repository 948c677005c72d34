"""The assessment card: a field for each criterion of the scheme, filled in from the record where it knows."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from kladka.recruitment.actions import Said
from kladka.recruitment.actions.card import SEEN
from kladka.recruitment.choices import Answer, CriterionKind, Trait
from kladka.recruitment.explaining import points
from kladka.recruitment.models import Card, Criterion
from kladka.recruitment.queries import scoring as stored
from kladka.recruitment.rules import traits

HEADINGS = {
    CriterionKind.FORMAL: _("Needed"),
    CriterionKind.PRECEDENCE: _("Goes first"),
    CriterionKind.PREMIUM: _("Points"),
    CriterionKind.QUOTA: _("Places kept for some"),
}
MOST = Decimal(1_000_000)


class CardForm(forms.Form):
    hide_optional = True  # what is left empty is not met
    remarks = forms.CharField(
        label=_("Remarks"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, criteria: Sequence[Criterion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        for one in criteria:
            self.fields[f"said-{one.pk}"] = _field(one)
            if one.evidence in SEEN:
                self.fields[f"evidence-{one.pk}"] = forms.CharField(
                    label=_("What was seen: %(title)s") % {"title": one.title},
                    help_text=one.get_evidence_display(),
                    max_length=200,
                    required=False,
                )
        self.order_fields([*(name for name in self.fields if name != "remarks"), "remarks"])

    def sections(self) -> Iterator[tuple[str, list[BoundField]]]:
        """Criteria of one kind below one heading, each with its evidence."""
        for kind, heading in HEADINGS.items():
            of_kind = {f"{part}-{one.pk}" for one in self.criteria if one.kind == kind for part in PARTS}
            found = [field for field in self if field.name in of_kind]
            if found:
                yield str(heading), found

    @property
    def said(self) -> dict[int, Said]:
        return {one.pk: self._said(one) for one in self.criteria}

    def _said(self, one: Criterion) -> Said:
        value = self.cleaned_data[f"said-{one.pk}"]
        evidence = self.cleaned_data.get(f"evidence-{one.pk}", "")
        if one.answer == Answer.YES_NO:
            return Said(is_met=value, evidence=evidence)
        if one.answer == Answer.NUMBER:
            return Said(number=value, evidence=evidence)
        chosen = value if isinstance(value, list) else [value] if value else []
        return Said(levels=frozenset(map(int, chosen)), evidence=evidence)


PARTS = ("said", "evidence")


def _field(one: Criterion) -> forms.Field:
    if one.answer == Answer.YES_NO:
        label = one.title if one.points is None else f"{one.title} ({points(one.points)})"
        return forms.BooleanField(label=label, required=False)
    if one.answer == Answer.NUMBER:
        return forms.DecimalField(
            label=one.title,
            required=False,
            min_value=0,
            max_value=MOST,
            max_digits=18,
            decimal_places=6,
            help_text="; ".join(_level(level) for level in one.options.all()),
            localize=True,
        )
    levels = [(str(level.pk), _level(level)) for level in one.options.all()]
    if one.answer == Answer.SEVERAL:
        return forms.MultipleChoiceField(
            label=one.title, choices=levels, required=False, widget=forms.CheckboxSelectMultiple
        )
    return forms.ChoiceField(
        label=one.title, choices=[("", _("none of these")), *levels], required=False, widget=forms.RadioSelect
    )


def _level(level: Any) -> str:
    return level.title if level.points is None else f"{level.title} ({points(level.points)})"


def from_record(criteria: Sequence[Criterion], facts: traits.Facts) -> dict[str, object]:
    """What the record knows of this applicant, for a card that nobody filled in yet."""
    known: dict[str, object] = {}
    for one in criteria:
        if one.trait == Trait.GROUNDS and one.answer == Answer.NUMBER:
            known[f"said-{one.pk}"] = len(facts.grounds)
        elif one.trait and one.answer == Answer.YES_NO:
            known[f"said-{one.pk}"] = bool(traits.holds(stored.wanted(one), facts))
    return known


def from_card(card: Card, criteria: Mapping[int, Criterion]) -> dict[str, object]:
    """As it was filled in before."""
    before: dict[str, object] = {"remarks": card.remarks}
    for line in card.results.all():
        levels = [str(level.pk) for level in line.levels.all()]
        values: dict[str, object] = {
            Answer.YES_NO: line.is_met,
            Answer.NUMBER: line.number,
            Answer.SEVERAL: levels,
            Answer.ONE: next(iter(levels), ""),
        }
        if line.criterion_id in criteria:
            before[f"said-{line.criterion_id}"] = values[criteria[line.criterion_id].answer]
            before[f"evidence-{line.criterion_id}"] = line.evidence
    return before
