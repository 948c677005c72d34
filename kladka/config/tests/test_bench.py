"""What a bench says, to people and to machines, and when it fails. The figures themselves are measured by `kladka bench`."""

import json
from collections.abc import Iterator, Sequence

import pytest

from kladka.config.bench import run
from kladka.config.bench.rows import Limit, Row, timed

QUICK = Row("people", "10 people", 0.02, 0.01, Limit(seconds=0.06))
SLOW = Row("export", "10 people", 0.5, 0.1, Limit(times=2))
PLAIN = Row("start: tables", "demo", 3.0, 0.5)


def says(rows: Sequence[Row], monkeypatch: pytest.MonkeyPatch) -> None:
    def measured(_names: Sequence[str]) -> Iterator[Row]:
        yield from rows

    monkeypatch.setattr(run, "measured", measured)


@pytest.mark.parametrize(
    ("row", "ratio", "holds"), [(QUICK, 2.0, True), (SLOW, 5.0, False), (PLAIN, 6.0, True)], ids=str
)
def test_a_figure_holds_by_its_limit(row: Row, ratio: float, holds: bool) -> None:  # noqa: FBT001
    assert (row.ratio, row.holds) == (ratio, holds)


def test_a_machine_gets_every_figure_with_its_floor(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    says([QUICK, PLAIN], monkeypatch)

    code = run.bench(["--json"])

    assert (code, json.loads(capsys.readouterr().out)) == (
        0,
        [
            {
                "name": "people", "size": "10 people", "measured": 0.02, "floor": 0.01, "ratio": 2.0,
                "limit": "0.06 s", "holds": True,
            },
            {
                "name": "start: tables", "size": "demo", "measured": 3.0, "floor": 0.5, "ratio": 6.0,
                "limit": "", "holds": True,
            },
        ],
    )  # fmt: skip


def test_a_missed_limit_is_named_and_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    says([QUICK, SLOW], monkeypatch)

    code = run.bench([])

    head, quick, slow = capsys.readouterr().out.splitlines()
    assert (code, head.split()[0]) == (1, "name")
    assert quick.endswith("2.00  0.06 s     holds")
    assert slow.endswith("5.00  2 × floor  MISSED")


def test_the_quickest_run_counts_and_the_first_does_not() -> None:
    called: list[int] = []

    seconds = timed(lambda: called.append(1), runs=3)

    assert (len(called), seconds < 0.1) == (4, True)


def test_every_bench_in_the_list_can_be_found() -> None:
    assert all(callable(run.found(name)) for name in run.ALL)
