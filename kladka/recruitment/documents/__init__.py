"""The papers of recruitment: what the record says, for the words of their templates."""

from kladka.recruitment.documents.choosing import CARD, PROTOCOL, RESULT, card, protocol, result
from kladka.recruitment.documents.package import PACKAGE, package, to_print
from kladka.recruitment.documents.regulations import RULES, regulations

__all__ = [
    "CARD",
    "PACKAGE",
    "PROTOCOL",
    "RESULT",
    "RULES",
    "card",
    "package",
    "protocol",
    "regulations",
    "result",
    "to_print",
]
