from kladka.recruitment.views.application import (
    application,
    applications,
    complete,
    decision,
    enter_application,
    proof,
    withdrawal,
)

__all__ = [
    "application",
    "applications",
    "complete",
    "decision",
    "enter_application",
    "proof",
    "withdrawal",
]
