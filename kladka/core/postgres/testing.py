"""A pytest plugin: tests run on a private server unless DATABASE_URL names another.

Loaded by `-p kladka.core.postgres.testing`, for Django's settings are read before any conftest.
"""

import os
import tempfile
from collections.abc import Generator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kladka.core.postgres import binaries
from kladka.core.postgres.account import account_for
from kladka.core.postgres.errors import LauncherError
from kladka.core.postgres.server import environment_of, running

HELP = {"-h", "--help", "-V", "--version"}


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(
    early_config: pytest.Config, args: list[str]
) -> Generator[None, object, object]:
    """Before the settings are read. The processes of pytest-xdist inherit the address."""
    stack = ExitStack()
    early_config.add_cleanup(stack.close)
    if not (os.environ.get("DATABASE_URL") or HELP & set(args)):
        try:
            _start(stack, early_config.rootpath)
        except LauncherError as error:
            raise pytest.UsageError(str(error)) from error
    if "KLADKA_DATA" not in os.environ:  # last: until here it says where the server of the tests lies
        os.environ["KLADKA_DATA"] = stack.enter_context(tempfile.TemporaryDirectory(prefix="kladka-tests-"))
        stack.callback(os.environ.pop, "KLADKA_DATA", None)
    elif worker := os.environ.get(
        "PYTEST_XDIST_WORKER"
    ):  # keys of persons lie there: no two processes share them
        os.environ["KLADKA_DATA"] = str(Path(os.environ["KLADKA_DATA"]) / worker)
    return (yield)


def _start(stack: ExitStack, root: Path) -> None:
    """One folder for each major version: data of one cannot be read by another."""
    folder = Path(os.environ.get("KLADKA_DATA") or root / ".data") / "tests"
    found = binaries.find(account_for(folder / "postgres"))
    server = stack.enter_context(running(folder / str(found.major), durable=False))
    os.environ.update(environment_of(server))
