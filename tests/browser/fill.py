"""Fill the database of the served site: `python -m tests.browser.fill`, then print the cookies of staff.

Others add what their screens need: a function in `FILLERS`, run inside the municipality `test` on the day of
`screens.CLOCK`, once, with everything kept.
"""

import json
import sys
from collections.abc import Callable

import django

FILLERS: list[Callable[[], None]] = []


def main() -> None:
    django.setup()
    from kladka.municipalities.queries import in_municipality  # noqa: PLC0415 - the apps are loaded now

    with in_municipality("test"):
        for fill in FILLERS:
            fill()
        sys.stdout.write(json.dumps(staff_cookies()) + "\n")


def staff_cookies() -> dict[str, str]:
    """Nobody is signed in yet: no screen of staff is in the table."""
    return {}


if __name__ == "__main__":
    main()
