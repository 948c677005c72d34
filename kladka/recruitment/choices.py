"""What the fields of recruitment may say."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CriterionKind(models.TextChoices):
    FORMAL = "formal", _("formal")
    PREMIUM = "premium", _("premium")
    PRECEDENCE = "precedence", _("precedence")
    QUOTA = "quota", _("quota")


class Evidence(models.TextChoices):
    """How a ground or a criterion is proved."""

    STATEMENT = "statement", _("statement")
    FORM = "form", _("data of the form")
    CERTIFICATE = "certificate", _("certificate")
    RULING = "ruling", _("ruling")
    REGISTER = "register", _("register")


class Way(models.TextChoices):
    """How those who get a place are chosen."""

    POINTS = "points", _("formal criteria, then points")
    ORDER = "order", _("order of application")
    PRECEDENCE = "precedence", _("precedence, then points")
    LOTTERY = "lottery", _("lottery")


class Combining(models.TextChoices):
    """How points of the questionnaire, the interview and the documents make one result (open point 32)."""

    SUM = "sum", _("points are added")
    WEIGHTED = "weighted", _("points of each source times its weight")
    SHARE = "share", _("the part of the most points of each source, times its weight")


class Cards(models.TextChoices):
    """How the members of a committee fill in assessment cards."""

    JOINT = "joint", _("one card for an application, filled in together")
    MEAN = "mean", _("each member fills in a card; the mean counts")


class PointSource(models.TextChoices):
    """Where the points of a criterion come from."""

    QUESTIONNAIRE = "questionnaire", _("entry questionnaire")
    INTERVIEW = "interview", _("interview")
    DOCUMENTS = "documents", _("documents")


class Answer(models.TextChoices):
    """What is written on the card."""

    YES_NO = "yes_no", _("yes or no")
    ONE = "one", _("one of the levels")
    SEVERAL = "several", _("several of the levels")
    NUMBER = "number", _("a number; the highest level that it reaches")


class Trait(models.TextChoices):
    """What the record knows of an applicant, or what the card says."""

    WOMEN = "women", _("women")
    MEN = "men", _("men")
    AGE = "age", _("age")
    AREA = "area", _("lives in the area")
    GROUND = "ground", _("has a proven ground")
    GROUNDS = "grounds", _("number of proven grounds")
    CRITERION = "criterion", _("meets a criterion")


class TieKey(models.TextChoices):
    """What comes next where precedence and points are equal; never a name."""

    CRITERION = "criterion", _("a criterion")
    RECEIVED = "received", _("date and time of receipt")
    NUMBER = "number", _("number of the application")
    LOT = "lot", _("lot")
    COMMITTEE = "committee", _("decision of the committee")


class Channel(models.TextChoices):
    """How an application reached the office."""

    IN_PERSON = "in_person", _("in person")
    POST = "post", _("by post")
    EMAIL = "email", _("by e-mail")
    TELEPHONE = "telephone", _("by telephone")
    PORTAL = "portal", _("on the portal")


class Outcome(models.TextChoices):
    """Which list the committee puts the person on."""

    QUALIFIED = "qualified", _("main list")
    RESERVE = "reserve", _("reserve list")
    NOT_QUALIFIED = "not_qualified", _("not qualified")


class ForWhom(models.TextChoices):
    """Who fills in the application on the portal."""

    SELF = "self", _("for oneself")
    WARD = "ward", _("for a child or a ward")


class Doubt(models.TextChoices):
    """Why somebody has to look at a document before this applicant is taken for whom they say they are."""

    PESEL = "pesel", _("The PESEL that was given belongs to somebody else in the record.")
    APPLIED = "applied", _("Somebody with this PESEL has applied here already.")
    NAMESAKE = "namesake", _("Somebody of the same name and date of birth is in the record.")


class Knock(models.TextChoices):
    """What is counted at the door of the portal, so that robots stay outside."""

    START = "start", _("an application begun")
    SEND = "send", _("an application sent")
    CODE = "code", _("a wrong code")


class Seat(models.TextChoices):
    """What a member does in the committee."""

    CHAIR = "chair", _("chair")
    MEMBER = "member", _("member")
    SECRETARY = "secretary", _("secretary")


class Bringer(models.TextChoices):
    """Who brings a paper or an answer that is missing."""

    APPLICANT = "applicant", _("the applicant")
    GUARDIAN = "guardian", _("the guardian")
    TEAM = "team", _("our team")
    OFFICE = "office", _("another office")


class Signing(models.TextChoices):
    BY_NAME = "by_name", _("by name, signed in")
    ON_PAPER = "on_paper", _("on paper")


class PlaceAnswer(models.TextChoices):
    """What somebody of the reserve said to a place."""

    ACCEPTED = "accepted", _("accepted")
    REFUSED = "refused", _("refused")
    NO_ANSWER = "no_answer", _("no answer in time")
    LAPSED = "lapsed", _("no longer meets the conditions")


class AppealResult(models.TextChoices):
    UPHELD = "upheld", _("upheld")
    DISMISSED = "dismissed", _("dismissed")
