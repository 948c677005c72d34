"""Papers that tests stand on; every value can be given."""

from datetime import UTC, date, datetime

from kladka.accounts.models import User
from kladka.papers.actions import Draft, Paper, print_paper
from kladka.papers.models import Printed
from kladka.papers.rules import Template
from kladka.people.models import Person
from kladka.programmes.models import Edition, FundMark
from kladka.programmes.tests.builders import a_user, an_edition

TEMPLATE = Template("X-01", date(2026, 1, 1), "papers/tests/sample.typ", "Próba")
AT = datetime(2026, 3, 9, 9, tzinfo=UTC)
MARKS = (
    ("fund", "Fundusze Europejskie dla Śląskiego"),
    ("state", "Rzeczpospolita Polska"),
    ("region", "Śląskie."),
    ("statement", "Dofinansowane przez Unię Europejską"),
)


def with_marks(edition: Edition) -> Edition:
    for position, (kind, text) in enumerate(MARKS):
        FundMark.objects.create(
            programme=edition.programme, key=kind, kind=kind, text=text, position=position
        )
    return edition


def a_draft(edition: Edition | None = None, *, person: Person | None = None, **content: object) -> Draft:
    edition = edition or an_edition()
    wanted = {"words": "Ala", "rows": [["1", "Ala"]], **content}
    return Draft(
        template=TEMPLATE, edition=edition, about=person or edition, content=wanted, name="U/1", person=person
    )


def a_paper(draft: Draft | None = None, *, by: User | None = None, at: datetime = AT) -> Paper:
    return print_paper(draft or a_draft(), by=by or a_user(), at=at)


def a_printed_paper(edition: Edition | None = None) -> Printed:
    return a_paper(a_draft(edition)).printed
