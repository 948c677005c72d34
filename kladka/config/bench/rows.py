"""A figure, its floor and its limit."""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

RUNS = 9


@dataclass(frozen=True)
class Limit:
    """Either so many times the floor, or so many seconds."""

    times: float | None = None
    seconds: float | None = None

    def __str__(self) -> str:
        return f"{self.times:g} × floor" if self.times else f"{self.seconds:g} s" if self.seconds else ""

    def holds(self, measured: float, floor: float) -> bool:
        return measured <= (self.times * floor if self.times else self.seconds or float("inf"))


@dataclass(frozen=True)
class Row:
    """One line of the answer; times in seconds. Without a limit it only informs."""

    name: str
    size: str
    measured: float
    floor: float
    limit: Limit = Limit()

    @property
    def ratio(self) -> float:
        return self.measured / self.floor if self.floor else 0.0

    @property
    def holds(self) -> bool:
        return self.limit.holds(self.measured, self.floor)

    def for_machines(self) -> dict[str, object]:
        return {
            "name": self.name,
            "size": self.size,
            "measured": round(self.measured, 6),
            "floor": round(self.floor, 6),
            "ratio": round(self.ratio, 2),
            "limit": str(self.limit),
            "holds": self.holds,
        }

    def for_people(self) -> str:
        verdict = ("holds" if self.holds else "MISSED") if str(self.limit) else ""
        times = f"{shown(self.measured):>10} {shown(self.floor):>10} {self.ratio:>7.2f}"
        return f"{self.name:<28} {self.size:<24} {times}  {self.limit!s:<10} {verdict}".rstrip()


HEAD = f"{'name':<28} {'size':<24} {'measured':>10} {'floor':>10} {'ratio':>7}  {'limit':<10} holds"


def shown(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.2f} ms"


def timed(work: Callable[[], object], *, runs: int = RUNS) -> float:
    """The quickest of some runs, after one that does not count: what else the machine does only adds."""
    work()
    taken = []
    for _ in range(runs):
        started = perf_counter()
        work()
        taken.append(perf_counter() - started)
    return min(taken)
