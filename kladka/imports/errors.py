"""What an import refuses as a whole, each with what to do."""

from kladka.core.errors import DomainError


class FileRefused(DomainError):
    """The file as a whole cannot be read, or is no list of people."""
