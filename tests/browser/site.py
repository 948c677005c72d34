"""The product as people meet it: its own server process over a copy of the tests' database."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.browser.screens import CLOCK, Screen
from tests.browser.serving import ROOT, served


@dataclass(frozen=True)
class Site:
    """A served product. `staff`: by host, the cookies of somebody signed in; `names`: what stands in addresses."""

    port: int
    staff: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    host: str = ""  # of a product that runs already; empty: the host that the screen names

    def url(self, screen: Screen) -> str:
        return f"http://{self.host or screen.host}:{self.port}{screen.path.format(**self.names)}"

    def cookies(self, screen: Screen) -> dict[str, str]:
        return dict(self.staff.get(screen.host, {})) if screen.who == "staff" else {}


@contextmanager
def serve(database_url: str) -> Iterator[Site]:
    """Fill the database (`fill.py`), start the server, stop it at the end."""
    with tempfile.TemporaryDirectory(prefix="kladka-browser-") as data:
        environment = {
            **os.environ,
            "DATABASE_URL": database_url,
            "DJANGO_SETTINGS_MODULE": "kladka.config.settings",
            "KLADKA_CLOCK": CLOCK,
            "KLADKA_DEMO_SIGN_IN": "plain",  # the town of the demo asks for no second factor
            "KLADKA_DATA": data,
            "KLADKA_SECRET": "only for tests",
        }
        known = filled(environment)
        with served("kladka.config.wsgi:application", environment) as port:
            yield Site(port, **known)


def filled(environment: Mapping[str, str]) -> dict[str, Any]:
    """What `fill.py` answers: `staff` and `names` of the site."""
    command = [sys.executable, "-m", "tests.browser.fill"]
    done = subprocess.run(
        command, cwd=ROOT, env=dict(environment), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return dict(json.loads(done.stdout.splitlines()[-1]))
