from kladka.messages.models.message import READERS, Message
from kladka.messages.models.wording import AmendedWording

__all__ = ["READERS", "AmendedWording", "Message"]
