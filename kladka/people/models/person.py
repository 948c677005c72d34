"""A person: one record in a municipality, whatever the number of programmes."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Self, TypedDict
from uuid import UUID, uuid4

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import CheckConstraint, Exists, OuterRef, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.core.sorting import sort_key
from kladka.people import rules
from kladka.people.choices import Citizenship, ContactKind, IdentifierKind, Language, Sex
from kladka.people.models.finding import said
from kladka.people.models.involvement import Involvement, Reach
from kladka.programmes.models.columns import held, held_or_empty

if TYPE_CHECKING:
    from kladka.accounts.models import User


class Listed(TypedDict):
    """What an involvement repeats of its person."""

    sort_key: str
    search_text: str
    sex: str
    has_pesel: bool


class PersonQuerySet(models.QuerySet["Person"]):
    def visible_to(self, user: "User") -> Self:
        """The only door a view may use: nobody outside the user's own programmes, groups and dates."""
        reach = Reach.today_of(user)
        if reach.is_everything:
            return self
        reached = Involvement.objects.filter(reach.condition, person=OuterRef("pk"))
        return self.filter(Exists(reached))

    def known_as(self, public_id: UUID) -> "Person | None":
        """Under this id, or under it until its record was merged: addresses on paper still lead to the file."""
        return self.filter(public_id=public_id).first() or self.filter(aliases__public_id=public_id).first()

    def matching(self, words: str) -> Self:
        """Who has every one of these words somewhere in the name, the PESEL or a number."""
        return self.filter(said(words))

    def count_people(self) -> int:
        """As an involvement counts its people, so that a list may go by either."""
        return self.count()

    def in_order(self) -> Self:
        """As in a dictionary of the reader's language; the last key makes pages stable."""
        return self.order_by("sort_key", "pk")


class Person(models.Model):
    """Who somebody is; what they are in a programme stands in `participation`."""

    privacy: ClassVar[Mapping[str, str]] = {
        "public_id": "personal",
        "first_name": "personal",
        "last_name": "personal",
        "sex": "personal",
        "birth_date": "personal",
        "pesel": "personal",
        "identifier_kind": "personal",
        "identifier": "personal",
        "citizenship": "personal",
        "language": "personal",
        "sort_key": "personal",
        "search_text": "personal",
    }

    public_id = models.UUIDField(default=uuid4, editable=False)
    first_name = models.CharField(_("first name"), max_length=rules.LONGEST_NAME)
    last_name = models.CharField(_("surname"), max_length=rules.LONGEST_NAME)
    sex = models.CharField(_("sex"), max_length=5, choices=Sex)
    birth_date = models.DateField(_("date of birth"))
    pesel = models.CharField(_("PESEL"), max_length=11, null=True, blank=True)  # noqa: DJ001 - unique when known
    identifier_kind = models.CharField(
        _("document instead of a PESEL"), max_length=14, choices=IdentifierKind, blank=True
    )
    identifier = models.CharField(_("number of the document"), max_length=40, blank=True)
    citizenship = models.CharField(
        _("citizenship"), max_length=10, choices=Citizenship, default=Citizenship.POLISH
    )
    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.POLISH)
    registered_at = models.DateTimeField(_("registered at"))
    # Written by `remember_names`; byte order is the order of the alphabet, on every server.
    sort_key = models.CharField(max_length=450, editable=False, db_collation="C")
    search_text = models.TextField(editable=False)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        indexes = [
            models.Index(fields=["sort_key", "id"], include=["sex", "pesel"], name="person_in_order"),
            GinIndex(OpClass("search_text", "gin_trgm_ops"), name="person_search"),
            models.Index(
                fields=["birth_date"], name="person_by_birth"
            ),  # whoever may be the same, looked up at entry
        ]
        constraints = [
            UniqueConstraint(fields=["public_id"], name="person_public_id_is_own"),
            UniqueConstraint(
                fields=["pesel"],
                name="person_one_of_a_pesel",
                violation_error_message=_("There is already a person with this PESEL."),
            ),
            UniqueConstraint(
                fields=["identifier_kind", "identifier"],
                name="person_one_of_an_identifier",
                condition=~Q(identifier=""),
                violation_error_message=_("There is already a person with this document."),
            ),
            *held("person", sex=Sex, citizenship=Citizenship, language=Language),
            *held_or_empty("person", identifier_kind=IdentifierKind),
            CheckConstraint(
                name="person_identifier_has_a_kind",
                condition=Q(identifier="", identifier_kind="") | ~Q(identifier="") & ~Q(identifier_kind=""),
                violation_error_message=_("Give both the kind of the document and its number."),
            ),
            CheckConstraint(
                name="person_pesel_or_document",
                condition=Q(pesel=None) | Q(identifier=""),
                violation_error_message=_("Give either a PESEL or another document, not both."),
            ),
            CheckConstraint(name="person_pesel_has_digits", condition=Q(pesel__regex=r"^\d{11}$")),
            CheckConstraint(name="person_has_a_name", condition=~Q(first_name="") & ~Q(last_name="")),
        ]

    def __str__(self) -> str:
        """As in lists: the surname first."""
        return f"{self.last_name} {self.first_name}"

    @property
    def spoken_name(self) -> str:
        """As people say it: the first name first."""
        return f"{self.first_name} {self.last_name}"

    @property
    def phone(self) -> str:
        return self._first_contact(ContactKind.PHONE)

    @property
    def email(self) -> str:
        return self._first_contact(ContactKind.EMAIL)

    def _first_contact(self, kind: ContactKind) -> str:
        """The preferred one first; `queries.with_details` has read them for whole lists."""
        known = getattr(self, "known_contacts", None)
        contacts = known if known is not None else self.contacts.order_by("-is_preferred", "pk")
        return next((one.value for one in contacts if one.kind == kind), "")

    def age_on(self, day: date) -> int:
        return rules.age_on(self.birth_date, day)

    @property
    def as_listed(self) -> Listed:
        """By what lists find and order the person; each involvement repeats it."""
        return {
            "sort_key": self.sort_key,
            "search_text": self.search_text,
            "sex": self.sex,
            "has_pesel": self.pesel is not None,
        }

    def remember_names(self) -> None:
        """Work out the keys by which the person is ordered and found: name, PESEL, numbers in programmes."""
        numbers = self.involvements.exclude(number="").values_list("number", flat=True) if self.pk else ()
        aliases = (
            self.aliases.values_list("last_name", "first_name", "pesel", "identifier") if self.pk else ()
        )
        self.sort_key = sort_key(self.last_name, self.first_name)
        self.search_text = rules.search_text(
            self.last_name,
            self.first_name,
            self.pesel or self.identifier,
            *numbers,
            *(word for alias in aliases for word in alias),
        )
