from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kladka.programmes import choices as counted


class Sex(TextChoices):
    WOMAN = "woman", _("woman")
    MAN = "man", _("man")

    @property
    def counted_among(self) -> counted.Sex:
        """The column of targets and indicators in which the person is counted."""
        return counted.Sex.WOMEN if self is Sex.WOMAN else counted.Sex.MEN


class Citizenship(TextChoices):
    POLISH = "polish", pgettext_lazy("citizenship", "Polish")
    EU = "eu", _("of another EU country")
    OUTSIDE_EU = "outside_eu", _("of a country outside the EU, or stateless")


class IdentifierKind(TextChoices):
    """What stands in for a PESEL."""

    PASSPORT = "passport", _("passport")
    IDENTITY_CARD = "identity_card", _("identity card of another country")
    RESIDENCE_CARD = "residence_card", _("residence card")
    OTHER = "other", _("another document")


class Language(TextChoices):
    """In which language to write to the person."""

    POLISH = "pl", _("Polish")
    ENGLISH = "en", _("English")
    UKRAINIAN = "uk", _("Ukrainian")


class ContactKind(TextChoices):
    PHONE = "phone", _("telephone")
    EMAIL = "email", _("e-mail")
    POST = "post", _("letter")


class AddressKind(TextChoices):
    RESIDENCE = "residence", _("residence")
    CORRESPONDENCE = "correspondence", _("for letters")


class Kinship(TextChoices):
    """What the other person is to this one."""

    PARTNER = "partner", _("spouse or partner")
    PARENT = "parent", _("parent")
    CHILD = "child", _("child")
    SIBLING = "sibling", _("brother or sister")
    GRANDPARENT = "grandparent", _("grandparent")
    GRANDCHILD = "grandchild", _("grandchild")
    RELATIVE = "relative", _("other relative")
    GUARDIAN = "guardian", _("guardian")
    WARD = "ward", _("ward")
    CARER = "carer", _("carer")
    NEIGHBOUR = "neighbour", _("neighbour")
    FRIEND = "friend", _("friend")


class Answer(TextChoices):
    """To a question that may be refused. An empty text means that nobody asked yet."""

    YES = "yes", _("yes")
    NO = "no", _("no")
    REFUSED = "refused", _("refused to say")


class Degree(TextChoices):
    """Of disability, as its certificate says."""

    LIGHT = "light", _("light")
    MODERATE = "moderate", _("moderate")
    SEVERE = "severe", _("severe")
    CHILD = "child", _("certificate of a child under 16")


class ConsentKind(TextChoices):
    IMAGE = "image", _("use of the person's image")
    NOTICE = "notice", _("data protection notice given")
    MESSAGES = "messages", _("reminders by SMS or e-mail")


class NeedKind(TextChoices):
    """What a person needs in order to take part."""

    LARGE_PRINT = "large_print", _("large print")
    EASY_TO_READ = "easy_to_read", _("easy-to-read text")
    SIGN_LANGUAGE = "sign_language", _("sign language")
    ASSISTANT = "assistant", _("assistant")
    ARCHITECTURE = "architecture", _("step-free access")
    DIET = "diet", _("diet")
    DEPENDANT_CARE = "dependant_care", _("care of a dependant meanwhile")
    REMOTE = "remote", _("taking part from home")
    TRANSPORT = "transport", _("transport")


class Ground(TextChoices):
    """What two records have in common that may be of one person."""

    PESEL = "pesel", _("the same PESEL")
    DOCUMENT = "document", _("the same document")
    NAME = "name", _("the same name")
    SCRIPT = "script", _("the same name in another alphabet")
    SWAPPED = "swapped", _("first name and surname swapped")
    SIMILAR_NAME = "similar_name", _("a similar name")
    FIRST_NAME = "first_name", _("the same first name, another surname")
    BIRTH = "birth", _("the same date of birth")
    DAY_AND_MONTH = "day_and_month", _("day and month of birth swapped")
