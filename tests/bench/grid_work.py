"""Work in the grid end to end through its page: editing, adding, moving, pasting, filtering, with 60, 2,000 and 10,000 rows."""

from __future__ import annotations

import itertools
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from kh_desktop.domain.model import Task
from kh_desktop.services.plans import new_plan_from
from kh_desktop.services.session import Session, open_session
from kh_desktop.services.tasks import add_tasks, move_tasks, update_tasks
from kh_desktop.ui.grid.filtering import Filter
from kh_desktop.ui.grid.model import GridModel
from kh_desktop.ui.grid.page import AppendixPage
from tests.bench.data import make_plan
from tests.bench.measure import Result, percentile, seconds

_FRAME_MS = 16.0
_FREEZE_MS = 100.0  # nothing may stand still longer without saying so
_PASTED = 2000


def measure() -> Iterator[Result]:
    """All sizes."""
    app = QApplication.instance() or QApplication([])
    for rows in (60, 2000, 10_000):
        with tempfile.TemporaryDirectory() as folder, closing(open_session(Path(folder) / "bench.khdb")) as session:
            yield from _work(session, rows)
    assert app is not None


@contextmanager
def _page(session: Session, plan_id: int) -> Iterator[AppendixPage]:
    page = AppendixPage(session)
    stop = session.subscribe(page.on_changes)
    page.resize(1300, 700)
    page.show()
    page.show_plan(plan_id)
    _settle(page)
    try:
        yield page
    finally:
        stop()
        page.close()
        page.deleteLater()
        QApplication.processEvents()


def _settle(page: AppendixPage) -> None:
    """Until everything that is done while idle is done."""
    sizer, model = page.panel.view.sizer, page.panel.model
    while sizer.measured_rows() < len(model.rows) or page.panel._review.is_waiting():
        QApplication.processEvents()


def _times(act: Callable[[], object], runs: int, after: Callable[[], object] | None = None) -> list[float]:
    """Milliseconds of each run, with the painting it causes; what comes while idle (``after``) is not in them."""
    out = []
    for _ in range(runs):
        begun = time.perf_counter()
        act()
        QApplication.processEvents()
        out.append((time.perf_counter() - begun) * 1000)
        if after is not None:
            after()
    return out


def _work(session: Session, rows: int) -> Iterator[Result]:
    plan_id = new_plan_from(session, make_plan(rows))
    shown = seconds(lambda: _show(session, plan_id), 3)
    with _page(session, plan_id) as page:
        yield Result(f"{rows}: open the page and show", shown * 1000, 250 if rows < 5000 else 800, "ms")
        yield _scroll(page, rows)
        yield from _edit(page, rows)
        yield from _structure(session, page, rows)
        yield from _see(page, rows)
        yield from _paste(session, page, rows)


def _show(session: Session, plan_id: int) -> None:
    page = AppendixPage(session)
    page.resize(1300, 700)
    page.show_plan(plan_id)
    page.show()
    QApplication.processEvents()
    page.close()
    page.deleteLater()
    QApplication.processEvents()


def _scroll(page: AppendixPage, rows: int) -> Result:
    bar = page.panel.view.verticalScrollBar()
    times = _times(lambda: bar.setValue((bar.value() + bar.pageStep()) % max(1, bar.maximum())), 60)
    return Result(f"{rows}: scroll a page, p99", percentile(times, 0.99), 33, "ms", f"p50 {percentile(times, 0.5):.1f} ms")


def _edit(page: AppendixPage, rows: int) -> Iterator[Result]:
    """Through the model, as an editor does: stored on disk, read back, painted."""
    model, view = page.panel.model, page.panel.view
    view.scrollToTop()
    column, texts, calls = model.keys.index("content"), itertools.count(), [0]
    asked = GridModel.data

    def counted(self: GridModel, *arguments: Any) -> Any:
        calls[0] += 1
        return asked(self, *arguments)

    def edit() -> None:
        number = next(texts)
        model.setData(model.index(2 + number % 8, column), f"Lần sửa {number}: " + "rà soát thủ tục " * (number % 4 * 4 + 1))

    times = _times(edit, 100)
    GridModel.data = counted  # type: ignore[method-assign,assignment]
    try:
        _times(edit, 10)
    finally:
        GridModel.data = asked  # type: ignore[method-assign]
    p50 = percentile(times, 0.5)
    yield Result(f"{rows}: edit + commit end to end, p99", percentile(times, 0.99), 2 * _FRAME_MS, "ms", f"p50 {p50:.1f} ms")
    yield Result(f"{rows}: data() calls per edit", calls[0] / 10, 60, "", "cells painted by the delegate ask the row itself")


def _structure(session: Session, page: AppendixPage, rows: int) -> Iterator[Result]:
    groups = [row.id for row in page.panel.model.all_rows if row.kind == "group"]
    tasks = [row.id for row in page.panel.model.all_rows if row.kind == "task"]

    def settle() -> None:
        _settle(page)

    added = _times(lambda: add_tasks(session, groups[0], [Task(content="Việc thêm")], 1), 20, settle)
    moved = _times(lambda: move_tasks(session, [tasks[2]], group_id=groups[len(groups) // 2], at=1), 1, settle)
    moved += _times(lambda: move_tasks(session, [tasks[2]], group_id=groups[0], at=1), 1, settle)
    moved += _times(lambda: session.undo(), 1, settle)
    note = f"p99 {percentile(added, 0.99):.1f} ms"
    yield Result(f"{rows}: add a row, p50", percentile(added, 0.5), _FREEZE_MS, "ms", note)
    yield Result(f"{rows}: move a row to another group, undo", max(moved), _FREEZE_MS, "ms", f"p50 {percentile(moved, 0.5):.1f} ms")


def _see(page: AppendixPage, rows: int) -> Iterator[Result]:
    see = page.panel.seeing
    see.filter()
    while see._warm.isActive():  # the texts are made ready while one types the first letters
        QApplication.processEvents()
    queries = ["r", "ra", "ra soat", "ra soat thu tuc", "", "số hóa", "(7)"]
    times = [t for q in queries for t in _times(lambda q=q: see.apply(Filter(text=q)), 1)]  # type: ignore[misc]
    see.filter_bar.leave()
    folded = _times(see.close_all, 1) + _times(see.open_all, 1)
    see.find()
    found = [t for q in ("thủ", "thu tuc", "cơ quan nào") for t in _times(lambda q=q: see.finder.search(q), 1)]  # type: ignore[misc]
    see.find_bar.leave()
    _settle(page)
    note = f"slowest of {len(queries)}; p50 {percentile(times, 0.5):.1f} ms"
    yield Result(f"{rows}: filter while typing", max(times), _FREEZE_MS if rows < 5000 else 2 * _FREEZE_MS, "ms", note)
    yield Result(f"{rows}: fold all, open all", max(folded), 2 * _FREEZE_MS, "ms")
    yield Result(f"{rows}: find", max(found), 2 * _FREEZE_MS, "ms", f"p50 {percentile(found, 0.5):.1f} ms")


def _paste(session: Session, page: AppendixPage, rows: int) -> Iterator[Result]:
    """2,000 rows as one step: cells written over where there are as many rows, new rows else; then its undo."""
    tasks = [row.id for row in page.panel.model.all_rows if row.kind == "task"][:_PASTED]
    group = page.panel.model.all_rows[0].id
    new = [Task(content=f"Việc dán {i}", product="Báo cáo", deadline="Quý I/2027") for i in range(_PASTED - min(len(tasks), _PASTED))]

    def paste() -> None:
        with session.step("task.paste", plan_id=page.panel.model.plan_id, count=_PASTED):
            update_tasks(session, {task: {"content": f"Việc dán {task}", "product": "Báo cáo"} for task in tasks})
            if new:
                add_tasks(session, group, new)

    pasted = _times(paste, 1)[0]
    _settle(page)
    undone = _times(session.undo, 1)[0]
    _settle(page)
    yield Result(f"{rows}: store and show {_PASTED} pasted rows", pasted, 1500, "ms")
    yield Result(f"{rows}: undo of that", undone, 1500, "ms")
