from kladka.recruitment.views.application import (
    application,
    applications,
    complete,
    decision,
    enter_application,
    proof,
    withdrawal,
)
from kladka.recruitment.views.papers import package
from kladka.recruitment.views.portal import identity_checked

__all__ = [
    "application",
    "applications",
    "complete",
    "decision",
    "enter_application",
    "identity_checked",
    "package",
    "proof",
    "withdrawal",
]
