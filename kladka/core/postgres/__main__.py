"""Run a command with a private server, whose address it finds in DATABASE_URL."""

import os
import subprocess
import sys
from pathlib import Path

from kladka.core.postgres.errors import LauncherError
from kladka.core.postgres.server import environment_of, running


def main() -> int:
    data = Path(os.environ.get("KLADKA_DATA") or ".data")
    try:
        with running(data) as server:
            return subprocess.run(sys.argv[1:], env=environment_of(server), check=False).returncode  # noqa: S603
    except LauncherError as error:
        sys.stderr.write(f"{error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
