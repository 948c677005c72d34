"""Every published fact, leaf by leaf, is in the records once a programme's file is loaded."""

from datetime import UTC, datetime

import pytest

from kladka.definitions.actions import load
from kladka.definitions.public import page_of
from kladka.definitions.queries import as_defined
from kladka.definitions.reading import read
from kladka.programmes.tests.builders import a_user
from tests.facts_table import FACTS
from tests.test_facts_in_definitions import PROGRAMMES, check_every_fact

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", FACTS)
def test_every_published_fact_is_in_the_records(name: str) -> None:
    file = read((PROGRAMMES / f"{name}.toml").read_bytes())
    at = datetime(2026, 3, 2, 9, tzinfo=UTC)
    programme = load(file=file, municipality_code="9901011", by=a_user(), at=at).programme

    check_every_fact(name, page_of(as_defined(programme)))
