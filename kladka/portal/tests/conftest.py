"""No test reads a page that another one made."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.cache import caches

from kladka.core import clock

NINE = datetime(2026, 3, 10, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _nothing_is_kept() -> None:
    caches["pages"].clear()


@pytest.fixture
def in_march(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is nine o'clock on 10 March 2026, and stays so: no hour ends while a test counts what happens in one."""
    settings.CLOCK = NINE.date()
    monkeypatch.setattr(clock, "now", lambda: NINE)
