"""One message to somebody, as it was sent."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Exists, OuterRef, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.core.clock import today
from kladka.messages.choices import Occasion, State, Trouble, Way
from kladka.people.choices import Language
from kladka.programmes.access import CASE_WORK, CHECKING
from kladka.programmes.models import TeamMember
from kladka.programmes.models.columns import held, held_or_empty

if TYPE_CHECKING:
    from kladka.accounts.models import User

READERS = CASE_WORK | CHECKING


class MessageQuerySet(models.QuerySet["Message"]):
    def visible_to(self, user: "User") -> Self:
        """The only door a view may use: messages of editions in the whole of which the user leads or checks today."""
        mine = TeamMember.objects.of(user, on=today()).filter(role__in=READERS, task=None, offer=None)
        return self.filter(Exists(mine.filter(Q(edition=None) | Q(edition=OuterRef("edition")))))

    def about(self, thing: models.Model) -> Self:
        return self.filter(about_kind=thing._meta.label_lower, about_id=str(thing.pk))  # noqa: SLF001 - documented by Django

    def waiting(self) -> Self:
        return self.filter(state=State.WAITING)

    def to_print(self) -> Self:
        return self.filter(state=State.TO_PRINT)

    def failed(self) -> Self:
        return self.filter(state=State.FAILED)

    def newest_first(self) -> Self:
        return self.order_by("-written_at", "-pk")

    def without_content(self) -> Self:
        """For lists: the sealed text stays in the database."""
        return self.defer("content")


class Message(models.Model):
    """What was written to whom on what occasion.

    `key` names the occasion itself (this application, this decision): the same occasion has one message. The text
    with the address lies sealed in `content`, by the person's key where there is a person, and ends with it.
    """

    privacy: ClassVar[Mapping[str, str]] = {
        "edition": "personal",
        "person": "personal",
        "about_kind": "personal",
        "about_id": "personal",
        "key": "personal",
        "language": "personal",
        "way": "personal",
        "subject": "personal",
        "content": "sensitive",
        "answer": "personal",
        "written_by": "personal",
    }

    edition = models.ForeignKey("programmes.Edition", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    about_kind = models.CharField(max_length=60)
    about_id = models.CharField(max_length=40)
    occasion = models.CharField(_("occasion"), max_length=13, choices=Occasion)
    key = models.CharField(max_length=160)
    language = models.CharField(_("language"), max_length=2, choices=Language)
    way = models.CharField(_("way"), max_length=6, choices=Way)
    subject = models.CharField(_("subject"), max_length=120)
    content = models.BinaryField(null=True)
    wording = models.ForeignKey(
        "letters.AmendedWording", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = models.CharField(_("state"), max_length=8, choices=State)
    trouble = models.CharField(_("why not delivered"), max_length=11, choices=Trouble, blank=True)
    answer = models.CharField(_("answer of the mail server"), max_length=300, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    written_at = models.DateTimeField(_("written at"))
    waits_since = models.DateTimeField(_("waits since"))
    settled_at = models.DateTimeField(_("sent or printed at"), null=True, blank=True)
    keep_until = models.DateField(_("text kept until"))

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        ordering = ["-written_at", "-pk"]
        indexes = [
            models.Index(fields=["about_kind", "about_id"], name="message_about"),
            models.Index(fields=["edition", "-written_at"], name="message_of_edition"),
            models.Index(
                fields=["state"], condition=~Q(state__in=["sent", "printed"]), name="message_unsettled"
            ),
            models.Index(
                fields=["keep_until"], condition=Q(content__isnull=False), name="message_keep_until"
            ),
        ]
        constraints = [
            UniqueConstraint(fields=["key"], name="message_once_an_occasion"),
            *held("message", occasion=Occasion, language=Language, way=Way, state=State),
            *held_or_empty("message", trouble=Trouble),
            CheckConstraint(
                name="message_trouble_of_a_failed_one",
                condition=Q(state=State.FAILED) & ~Q(trouble="") | ~Q(state=State.FAILED) & Q(trouble=""),
            ),
            CheckConstraint(
                name="message_state_of_its_way",
                condition=Q(way=Way.EMAIL, state__in=[State.WAITING, State.SENT, State.FAILED])
                | Q(way=Way.LETTER, state__in=[State.TO_PRINT, State.PRINTED]),
            ),
            CheckConstraint(
                name="message_settled_at_a_moment",
                condition=Q(state__in=[State.SENT, State.PRINTED]) ^ Q(settled_at=None),
            ),
        ]

    def __str__(self) -> str:
        """No name: it stands in logs."""
        return f"{self.get_occasion_display()} {self.pk}"

    @property
    def remedy(self) -> str:
        """One sentence that says what to do, where it was not delivered."""
        return self.get_trouble_display()
