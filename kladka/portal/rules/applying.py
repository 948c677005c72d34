"""The pages of an application: their words in the address, and where each one leads. Plain Python."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kladka.recruitment.rules import Step

WORDS: Mapping[Step, str] = {
    Step.WHOM: "kogo",
    Step.NAME: "imie-i-nazwisko",
    Step.BIRTH: "urodzenie",
    Step.GUARDIAN: "opiekun",
    Step.CONTACT: "kontakt",
    Step.HOME: "adres",
    Step.CHOICE: "wybor",
}


def step_called(word: str, steps: Sequence[Step]) -> Step | None:
    """The question of this address, if it concerns the applicant."""
    return next((one for one in steps if WORDS[one] == word), None)


@dataclass(frozen=True)
class Place:
    """Where a question stands among all; the page on which answers are checked is the last of them."""

    steps: tuple[Step, ...]
    step: Step | None  # None: the check page

    @property
    def number(self) -> int:
        return self.steps.index(self.step) + 1 if self.step else self.of

    @property
    def of(self) -> int:
        return len(self.steps) + 1

    @property
    def before(self) -> Step | None:
        """The question before; None before the first."""
        return self.steps[self.number - 2] if self.number > 1 else None

    @property
    def after(self) -> Step | None:
        """The question after; None before the check page."""
        return self.steps[self.number] if self.number < len(self.steps) else None
