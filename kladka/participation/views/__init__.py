from kladka.participation.views.entry import amendment, entry
from kladka.participation.views.leaving import exit, follow_up, outcome, reopening  # noqa: A004 - the field's word
from kladka.participation.views.papers import agreement_paper, declaration_paper
from kladka.participation.views.participation import agreement, participation, plan

__all__ = [
    "agreement",
    "agreement_paper",
    "amendment",
    "declaration_paper",
    "entry",
    "exit",
    "follow_up",
    "outcome",
    "participation",
    "plan",
    "reopening",
]
