"""One management command in this process: `python -m kladka.config.running.manage migrate_schemas`."""

import os
import sys
from collections.abc import Sequence

from kladka.core.errors import DomainError


def manage(arguments: Sequence[str]) -> int:
    """The exit code; a refusal is printed as its sentence."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kladka.config.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - costs a third of a second
    from django.db import OperationalError, connection  # noqa: PLC0415

    try:
        execute_from_command_line(["kladka", *arguments])
    except DomainError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    except OperationalError as error:
        where = "{HOST}:{PORT}/{NAME}".format(**connection.settings_dict)
        said = " ".join(str(error).split())
        sys.stderr.write(f"The database {where} does not answer; look at DATABASE_URL. It said: {said}\n")
        return 1
    return 0


def main() -> int:
    try:
        return manage(sys.argv[1:])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
