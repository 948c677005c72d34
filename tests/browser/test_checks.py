"""The checks themselves: a page full of faults is told each of them."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from tests.browser.chromium import Window
from tests.browser.screen_checks import faults

pytestmark = pytest.mark.browser

PICTURES = "".join(f'<img src="/missing-{number}.png">' for number in range(10))
WRONG = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Wrong</title>
<style>a {{ outline: none !important; box-shadow: none !important }}</style></head><body>
<h1>One</h1><h1>Two</h1><a href="/x" id="same">Go</a><p id="same" style="width: 900px">Wide</p>
{PICTURES}<script>console.error("noise")</script>
<ul><li><a href="/a" aria-current="page">Here</a></li><li><a href="/b">There</a></li></ul></body></html>"""


class Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/" else 404)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(WRONG.encode())

    def log_message(self, *said: object) -> None:
        """Say nothing."""


@pytest.fixture
def wrong_page() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_every_kind_of_fault_is_told(window: Window, wrong_page: str) -> None:
    found = faults(window, wrong_page, {}, who="resident")

    assert {line.split(":")[0] for line in found} >= {
        "axe, light",
        "budget",
        "console",
        "reflow 320 (1.4.10)",
        "the first stop is no skip link",
        "no focus ring",
        "current item lost in forced colours",
        "script on the portal",
        "style attribute (blocked by the policy)",
        "ids used twice",
        "more than one h1, or none",
    }
