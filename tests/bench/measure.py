"""Timing and the table of results."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """One budget: what was measured against what, and whether the bar is kept. ``value`` and ``bar`` in the same unit."""

    what: str
    value: float
    bar: float
    unit: str
    note: str = ""
    at_least: bool = False

    @property
    def kept(self) -> bool:
        """Whether the value is on the right side of the bar."""
        return self.value >= self.bar if self.at_least else self.value <= self.bar


def seconds(action: Callable[[], object], runs: int = 5, *, warm: bool = True) -> float:
    """Median wall-clock seconds of ``action``, after one run that warms caches and imports."""
    if warm:
        action()
    times = []
    for _ in range(runs):
        gc.collect()
        begun = time.perf_counter()
        action()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def side_by_side(ours: Callable[[], object], baseline: Callable[[], object], runs: int = 5) -> tuple[float, float]:
    """Median seconds of both, run in turn so that a busy machine slows both alike."""
    ours()
    baseline()
    pairs = [(seconds(ours, 1, warm=False), seconds(baseline, 1, warm=False)) for _ in range(runs)]
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs)


def percentile(values: list[float], share: float) -> float:
    """The value that ``share`` of all values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def print_table(results: list[Result]) -> None:
    """The results as a table; missed bars stand out."""
    print(f"\n{'what':<58} {'value':>9} {'bar':>9}  {'':6} note")
    for r in results:
        mark = "ok" if r.kept else "MISSED"
        sign = ">=" if r.at_least else "<="
        print(f"{r.what:<58} {r.value:>9.2f} {sign} {r.bar:>6.2f}  {mark:<6} {r.unit}; {r.note}")
