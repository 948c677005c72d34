"""Whatever a programme says, its canonical file and its records say the same again."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from kladka.definitions.actions import load
from kladka.definitions.canonical import canonical
from kladka.definitions.errors import FileRefused
from kladka.definitions.format import ProgrammeFile
from kladka.definitions.queries import as_defined
from kladka.definitions.reading import parsed, read
from kladka.definitions.tests.strategies import programmes
from kladka.programmes.tests.builders import a_user

PHASES = [Phase.explicit, Phase.reuse, Phase.generate]  # a failure is not shrunk: each step is a loading
NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)


@given(programme=programmes())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
def test_a_canonical_file_is_read_as_the_same_programme(programme: ProgrammeFile) -> None:
    text = canonical(programme)

    again = parsed(text.encode())

    assert again == programme
    assert canonical(again) == text


@pytest.mark.django_db
@given(programme=programmes())
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
def test_records_loaded_over_any_others_say_what_the_file_said(programme: ProgrammeFile) -> None:
    """Each example is loaded over the one before, so rows come, change and go."""
    loaded = load(file=programme, municipality_code="9901011", by=a_user(), at=NINE)

    assert canonical(as_defined(loaded.programme)) == canonical(programme)


@given(content=programmes().map(canonical).map(str.encode))
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
def test_a_file_that_is_cut_off_is_read_or_refused_with_sentences(content: bytes) -> None:
    for end in range(0, len(content), max(1, len(content) // 7)):
        with suppress(FileRefused):
            read(content[:end])
