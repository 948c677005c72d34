"""What is still wrong in a document, each with the part, the row and the field where it is mended."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kladka.definitions import messages
from kladka.definitions.drafting.document import Document
from kladka.definitions.drafting.sentences import SENTENCES
from kladka.definitions.drafting.values import HEAD, MODELS, PAGE, called
from kladka.definitions.drafting.words import label, of_part
from kladka.definitions.errors import Finding


@dataclass(frozen=True)
class Mistake:
    """One sentence and where it belongs; `row` is empty for the programme itself, `field` for a row as a whole."""

    part: str
    row: str
    field: str
    of: str  # what people call the row
    sentence: str

    @property
    def about(self) -> str:
        """The field's name, where there is one."""
        name = self.field.partition("-")[0]
        return label(self.part, name) if name else ""


def mistakes(document: Document, found: Iterable[Finding]) -> tuple[Mistake, ...]:
    return tuple(dict.fromkeys(_placed(document, one) for one in found))


def _placed(document: Document, finding: Finding) -> Mistake:
    part, *rest = [str(one) if isinstance(one, str) else one for one in finding.path] or [HEAD]
    part = str(part) if part in MODELS else HEAD
    row: Any = {}
    if part not in {HEAD, PAGE} and rest and isinstance(rest[0], int):
        listed = document.get(part, [])
        row = listed[rest[0]] if rest[0] < len(listed) else {}
        rest = rest[1:]
    names = [one for one in rest if isinstance(one, str)]
    field = "-".join(names) if names and names[0] in MODELS[part].model_fields else ""
    of = called(part, row) if row else of_part(part)
    return Mistake(part, str(row.get("key", "")), field, of, sentence(finding))


def sentence(finding: Finding) -> str:
    """As the screens say it; numbers with a decimal comma stay as they were typed."""
    said = SENTENCES.get(finding.kind) or messages.SENTENCES[finding.kind]
    return str(said).format(**finding.context)
