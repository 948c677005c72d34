"""A data folder that every user may pass through, and its removal."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def data() -> Iterator[Path]:
    """A data folder to be; not under pytest's own temporary folder, which root closes to all others."""
    folder = Path(tempfile.mkdtemp(prefix="kladka-"))
    folder.chmod(0o755)
    yield folder / "data"
    shutil.rmtree(folder)
