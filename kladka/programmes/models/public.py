"""What is said in public: texts, contacts by role, marks of the fund, published figures and announced totals."""

from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

from kladka.programmes.choices import FigureKind, MarkKind, Precision, Relation, Topic
from kladka.programmes.models.columns import count, held, line, money, number, partial_date, to
from kladka.programmes.models.planned import OfProgramme


class Text(OfProgramme):
    """A text of the public page in one language."""

    topic = models.CharField(_("topic"), max_length=15, choices=Topic)
    language = models.CharField(_("language"), max_length=3, default="pl")
    text = models.TextField(_("text"))

    class Meta(OfProgramme.Meta):
        constraints = [*OfProgramme.Meta.constraints, *held("text", topic=Topic)]

    def __str__(self) -> str:
        return f"{self.get_topic_display()} ({self.language})"


class Contact(OfProgramme):
    """Whom to ask: a role, never a name."""

    role = line(_("role"))
    email = line(_("e-mail"))
    telephone = line(_("telephone"))
    site = to("programmes.Site", _("site"))

    def __str__(self) -> str:
        return self.role


class FundMark(OfProgramme):
    """A logo or a statement that stands on every page and paper, in the order of their positions."""

    kind = models.CharField(_("kind"), max_length=12, choices=MarkKind)
    text = line(_("text"))
    image = line(_("picture"))
    since, since_precision = partial_date(_("since"))
    until, until_precision = partial_date(_("until"))

    class Meta(OfProgramme.Meta):
        constraints = [
            *OfProgramme.Meta.constraints,
            *held("fund_mark", kind=MarkKind, since_precision=Precision, until_precision=Precision),
        ]

    def __str__(self) -> str:
        return self.text


class Figure(OfProgramme):
    """A number that was published, with whose part it covers. What the records reach stands elsewhere."""

    kind = models.CharField(_("kind"), max_length=14, choices=FigureKind)
    title = line(_("title"))
    women, women_relation = count(_("women"))
    men, men_relation = count(_("men"))
    total, total_relation = count(_("total"))
    percent = number(_("per cent"))
    words = line(_("in words"))
    of = line(_("of what"))
    scope = line(_("whose part"))

    class Meta(OfProgramme.Meta):
        constraints = [
            *OfProgramme.Meta.constraints,
            *held(
                "figure",
                kind=FigureKind,
                women_relation=Relation,
                men_relation=Relation,
                total_relation=Relation,
            ),
            CheckConstraint(
                name="figure_says_something",
                condition=Q(women__isnull=False)
                | Q(men__isnull=False)
                | Q(total__isnull=False)
                | Q(percent__isnull=False)
                | ~Q(words=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class AnnouncedTotal(OfProgramme):
    """Money announced for several programmes of the municipality together; its parts need not add up."""

    title = line(_("title"))
    currency = models.CharField(_("currency"), max_length=3)
    total, total_relation = money(_("total"))
    eu, eu_relation = money(_("European part"))
    own, own_relation = money(_("own part"))

    class Meta(OfProgramme.Meta):
        constraints = [
            *OfProgramme.Meta.constraints,
            *held("announced_total", total_relation=Relation, eu_relation=Relation, own_relation=Relation),
        ]

    def __str__(self) -> str:
        return self.title
