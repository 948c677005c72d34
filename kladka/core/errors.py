"""What an action answers when the field's rules refuse."""


class DomainError(Exception):
    """A refusal whose text is one clear sentence for the person who asked: what is wrong and what to do.

    Raised by actions and rules, shown as it is by forms, pages and commands.
    """


class Forbidden(DomainError):
    """The person may see the thing but may not do this to it."""
