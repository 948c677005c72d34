"""Processes that live and end together, tried with real ones."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kladka.config.running.supervisor import Ended, Supervisor

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
STUBBORN = [
    sys.executable,
    "-c",
    (
        "import signal, sys, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
        " open(sys.argv[1], 'w').close(); time.sleep(60)"
    ),
]


def alive(pid: int) -> bool:
    """A zombie has no command line left."""
    try:
        return bool(Path(f"/proc/{pid}/cmdline").read_bytes())
    except FileNotFoundError:
        return False


def test_leaving_stops_every_process() -> None:
    with Supervisor() as supervisor:
        supervisor.start("web", SLEEP, environment={})
        supervisor.start("worker", SLEEP, environment={})
        started = [child.pid for child in supervisor._children.values()]

    assert [alive(pid) for pid in started] == [False, False]


def test_a_process_that_does_not_want_to_end_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kladka.config.running.supervisor.PATIENCE", 0.2)
    sign = tmp_path / "ready"

    with Supervisor() as supervisor:
        supervisor.start("web", [*STUBBORN, str(sign)], environment={})
        (child,) = supervisor._children.values()
        while not sign.exists():
            time.sleep(0.01)

    assert child.returncode == -signal.SIGKILL


def test_a_process_that_ends_by_itself_ends_the_others_and_is_named() -> None:
    with Supervisor() as supervisor:
        supervisor.start("web", SLEEP, environment={})
        supervisor.start("worker", [sys.executable, "-c", "raise SystemExit(3)"], environment={})
        web = supervisor._children["web"].pid
        with pytest.raises(Ended) as ended:
            supervisor.watch()

    assert str(ended.value) == "The worker process ended by itself (code 3); everything else was stopped."
    assert not alive(web)


def test_a_process_is_given_its_environment(tmp_path: Path) -> None:
    note = tmp_path / "note"
    command = [sys.executable, "-c", f"import os; open({str(note)!r}, 'w').write(os.environ['WORD'])"]

    with Supervisor() as supervisor:
        supervisor.start("writer", command, environment={"WORD": "given"})
        with pytest.raises(Ended):
            supervisor.watch()

    assert note.read_text() == "given"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process of its parent's death")
def test_a_killed_supervisor_takes_its_processes_along() -> None:
    program = (
        "import sys, time\n"
        "from kladka.config.running.supervisor import Supervisor\n"
        f"with Supervisor() as one:\n one.start('web', {SLEEP!r}, environment={{}})\n"
        " print(one._children['web'].pid, flush=True)\n time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())

    os.kill(parent.pid, signal.SIGKILL)
    parent.communicate()

    for _ in range(200):
        if not alive(child):
            return
        time.sleep(0.05)
    pytest.fail("the child outlived its parent")
