"""No test reads a page that another one made."""

import pytest
from django.core.cache import caches


@pytest.fixture(autouse=True)
def _nothing_is_kept() -> None:
    caches["pages"].clear()
