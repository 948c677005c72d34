"""What the fields of messages may say."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Occasion(models.TextChoices):
    """Why somebody is written to. Each has a wording in `shipped/`."""

    DRAFT_LINK = "draft_link", _("way back to an unfinished application")
    RECEIVED = "received", _("application received")
    MISSING = "missing", _("papers to complete")
    INTERVIEW = "interview", _("invitation to a talk")
    QUALIFIED = "qualified", _("result: a place")
    RESERVE = "reserve", _("result: reserve list")
    NOT_QUALIFIED = "not_qualified", _("result: no place")
    PLACE_OFFERED = "place_offered", _("a place from the reserve")


class Way(models.TextChoices):
    EMAIL = "email", _("e-mail")
    LETTER = "letter", _("letter")


class State(models.TextChoices):
    WAITING = "waiting", _("waits to be sent")
    SENT = "sent", _("sent")
    FAILED = "failed", _("not delivered")
    TO_PRINT = "to_print", _("to be printed")
    PRINTED = "printed", _("printed")


class Trouble(models.TextChoices):
    """Why a message did not arrive, and what to do about it."""

    BAD_ADDRESS = (
        "bad_address",
        _("The mail server does not know this address: ask for the right one, or print a letter."),
    )
    REFUSED = (
        "refused",
        _("The mail server of the addressee refused the message: call, or print a letter."),
    )
    RETURNED = (
        "returned",
        _("The message came back: ask for the right address, or print a letter."),
    )
    NO_SERVER = (
        "no_server",
        _("E-mail is not set up here: ask the administrator, then send again, or print a letter."),
    )
    SERVER_AWAY = (
        "server_away",
        _("The mail server could not be reached for two days: send again, or print a letter."),
    )
    ERASED = (
        "erased",
        _("The text was erased before it could be sent: write to the person again if it is still needed."),
    )
