"""How long one committed cell takes on disk, and the schedule of a long plan."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from kh_desktop.services.plans import get_plan, new_plan_from
from kh_desktop.services.schedule import agenda, entries
from kh_desktop.services.session import open_session
from kh_desktop.services.tasks import update_task
from tests.bench.data import make_plan
from tests.bench.measure import Result, percentile, seconds


def measure() -> Iterator[Result]:
    """Commit of one cell in a plan of 10,000 rows, over the whole plan."""
    with tempfile.TemporaryDirectory() as folder, closing(open_session(Path(folder) / "bench.khdb")) as session:
        plan_id = new_plan_from(session, make_plan(10_000))
        ids = [task.id for group in get_plan(session, plan_id).groups for task in group.tasks]
        times, bare = [], _bare_commits(Path(folder) / "bare.db")
        for n, task_id in enumerate(ids[:: len(ids) // 500]):
            begun = time.perf_counter()
            update_task(session, task_id, deadline=f"Trước ngày 15/{n % 12 + 1}/2027")
            times.append((time.perf_counter() - begun) * 1000)
        note = f"p50 {percentile(times, 0.5):.2f} ms; the disk alone: p50 {percentile(bare, 0.5):.2f}, p99 {percentile(bare, 0.99):.2f} ms"
        yield Result("commit one cell at 10,000 rows, p99", percentile(times, 0.99), 16, "ms", note)


def measure_schedule() -> Iterator[Result]:
    """The days of a plan of 2,000 tasks, read from the file, and the agenda over it."""
    with tempfile.TemporaryDirectory() as folder, closing(open_session(Path(folder) / "bench.khdb")) as session:
        plan_id, today = new_plan_from(session, make_plan(2_000)), date(2027, 6, 20)
        count = len(entries(session, plan_id, today))
        yield Result("schedule of 2,000 tasks", seconds(lambda: entries(session, plan_id, today)) * 1000, 150, "ms", f"{count} days")
        yield Result("agenda over 2,000 tasks", seconds(lambda: agenda(session, today)) * 1000, 200, "ms")


def _bare_commits(path: Path) -> list[float]:
    """Milliseconds of each of 500 one-row commits of plain sqlite3 with the same journal: what the disk costs by itself."""
    times = []
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)")
        for n in range(500):
            begun = time.perf_counter()
            conn.execute("INSERT INTO t (text) VALUES (?)", (f"Trước ngày 15/{n % 12 + 1}/2027",))
            times.append((time.perf_counter() - begun) * 1000)
    return times
