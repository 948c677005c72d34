from kladka.messages.views.outbox import again, as_letter, message, messages, returned
from kladka.messages.views.wordings import as_shipped, wording, wordings

__all__ = ["again", "as_letter", "as_shipped", "message", "messages", "returned", "wording", "wordings"]
