"""A mistake in a programme file: where it stands and what to write instead."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kladka.core.errors import DomainError
from kladka.definitions.messages import SENTENCES

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Finding:
    """A mistake by its path in the data; its line is not yet known."""

    path: Path
    kind: str
    context: dict[str, object]

    @property
    def sentence(self) -> str:
        return str(SENTENCES[self.kind]).format(**self.context)


def found(path: Path, kind: str, **context: object) -> Finding:
    return Finding(path, kind, context)


@dataclass(frozen=True)
class Problem:
    """A mistake as the author of the file sees it."""

    line: int | None
    where: str
    message: str

    def __str__(self) -> str:
        line = f"line {self.line}" if self.line else ""
        place = ", ".join(part for part in (line, self.where) if part)
        return f"{place}: {self.message}" if place else self.message


class FileRefused(DomainError):
    """The file has mistakes; each is one sentence, and nothing was changed."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class RowInUse(DomainError):
    """A planned row is taken out of the file, but something that happened points to it."""

    def __init__(self, section: str, key: str) -> None:
        said = _(
            "“%(key)s” cannot be taken out of `%(section)s`: records already use it. Keep the row, or give it an end date."
        )
        super().__init__(said % {"key": key, "section": section})


class NoSuchProgramme(DomainError):
    """No programme has this key; or none was named where there are several."""

    def __init__(self, key: str, *, known: Iterable[str]) -> None:
        names = ", ".join(known) or _("none yet")
        said = (
            _("There is no programme “%(key)s” here; known are: %(names)s.")
            if key
            else _("Say which programme; known are: %(names)s.")
        )
        super().__init__(said % {"key": key, "names": names})


class OtherProgramme(DomainError):
    """The file of another programme."""

    def __init__(self, *, theirs: str, ours: str) -> None:
        said = _("This is the file of “%(theirs)s”, not of “%(ours)s”. Choose the right file.")
        super().__init__(said % {"theirs": theirs, "ours": ours})


class NameTaken(DomainError):
    """A new programme has the short name of one that is there."""

    def __init__(self, key: str) -> None:
        said = _("There is already a programme with the short name “%(key)s”. Give this one another title.")
        super().__init__(said % {"key": key})


class DraftClosed(DomainError):
    """Somebody decided meanwhile, or its author took it back."""

    def __init__(self) -> None:
        super().__init__(_("The draft has another state by now. Open it again and see."))


class DraftIsYourOwn(DomainError):
    """Two pairs of eyes: nobody approves what they wrote."""

    def __init__(self) -> None:
        super().__init__(_("You wrote in this draft yourself. Somebody else must decide on it."))


class DraftChanged(DomainError):
    """It says something else than what was read."""

    def __init__(self) -> None:
        super().__init__(_("The draft was changed since you opened it. Read the changes once more."))


class DraftIsBehind(DomainError):
    """The programme was changed since the draft was begun."""

    def __init__(self) -> None:
        super().__init__(
            _("The programme was changed since this draft was begun. Bring the draft up to date first.")
        )


class NothingChanged(DomainError):
    """A draft that says what is in force."""

    def __init__(self) -> None:
        super().__init__(_("The draft says what is in force already. Change something first."))


class DraftHasMistakes(DomainError):
    """What is wrong stands beside each part of the draft."""

    def __init__(self, number: int) -> None:
        said = ngettext(
            "There is %(number)s thing left to correct. It stands in the draft.",
            "There are %(number)s things left to correct. They stand in the draft.",
            number,
        )
        super().__init__(said % {"number": number})
