"""What an action answers when the field's rules refuse."""


class DomainError(Exception):
    """A refusal whose text is one clear sentence for the person who asked: what is wrong and what to do.

    Raised by actions and rules, shown as it is by forms, pages and commands.
    """

    def __reduce__(self) -> tuple[type["DomainError"], tuple[str]]:
        """To another process only the sentence goes: a refusal's own arguments may need its kind to be told."""
        return DomainError, (str(self),)


class Forbidden(DomainError):
    """The person may see the thing but may not do this to it."""
