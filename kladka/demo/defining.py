"""The programmes of each municipality, from the files that lie in `programmes/`."""

from datetime import datetime
from pathlib import Path

from kladka.accounts.actions import system_user
from kladka.definitions.actions import load
from kladka.definitions.reading import read
from kladka.municipalities.queries import in_municipality
from kladka.programmes.models import Programme

FILES = Path(__file__).parent / "programmes"


def define_programmes(slug: str, *, at: datetime) -> list[Programme]:
    """Load the programmes that the municipality does not have yet; what was changed since stays changed."""
    with in_municipality(slug) as town:
        known = set(Programme.objects.values_list("key", flat=True))
        files = [read(path.read_bytes()) for path in sorted(FILES.glob(f"{slug}*.toml"))]
        return [
            load(file=file, municipality_code=town.teryt_code, by=system_user(), at=at).programme
            for file in files
            if file.programme.key not in known
        ]
