"""The appendix grid with 10,000 wrapped rows against the same rows in a table of fixed height."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from kh_desktop.domain.model import Plan
from kh_desktop.services.plans import get_plan, new_plan_from
from kh_desktop.services.session import Session, open_session
from kh_desktop.services.tasks import update_task
from kh_desktop.ui.grid.editors import CellDelegate
from kh_desktop.ui.grid.model import GridModel
from kh_desktop.ui.grid.page import AppendixPage
from kh_desktop.ui.grid.rows import GridRow
from kh_desktop.ui.grid.spans import group_spans
from kh_desktop.ui.grid.view import GridView
from tests.bench.data import make_plan
from tests.bench.measure import Result, seconds, side_by_side


class _Editable:
    """A model whose edits change the row at once, as an accepted command would."""

    def __init__(self, plan: Plan) -> None:
        self.model = GridModel(self._edit)
        self.model.open_plan(plan, read_only=False)

    def _edit(self, row: GridRow, key: str, text: str) -> bool:
        row.texts = {**row.texts, key: text}
        row.measured = 0
        place = self.model.row_of(row.key)
        self.model.dataChanged.emit(self.model.index(place, 0), self.model.index(place, len(self.model.keys) - 1))
        return True


class _FixedGrid(QTableView):
    """The baseline: the same cells, spans and painting, every row of one height, nothing measured."""

    def __init__(self, model: GridModel, delegate: CellDelegate) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(48)
        for row, column, rows, columns in group_spans(model.rows, model.keys):
            self.setSpan(row, column, rows, columns)


def measure() -> Iterator[Result]:
    """Showing and editing."""
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder, closing(open_session(Path(folder) / "bench.khdb")) as session:
        plan_id = new_plan_from(session, make_plan(10_000))
        plan = get_plan(session, plan_id)
        ours, fixed = side_by_side(lambda: _show(GridView, plan), lambda: _show(_FixedGrid, plan))
        yield Result("show 10,000 wrapped rows / fixed rows", ours / fixed, 1.5, "x", f"{ours * 1000:.0f} ms / {fixed * 1000:.0f} ms")
        ours, fixed = side_by_side(_editing(GridView, plan), _editing(_FixedGrid, plan))
        whole = _whole_edit(session, plan)
        note = f"{ours * 100:.2f} ms / {fixed * 100:.2f} ms; stored and read back through the page: {whole * 1000:.0f} ms"
        yield Result("edit in 10,000 wrapped rows / fixed rows", ours / fixed, 2, "x", note)
    assert app is not None


def _made(kind: Callable[[GridModel, CellDelegate], QTableView], plan: Plan) -> tuple[_Editable, QTableView]:
    held = _Editable(plan)
    view = kind(held.model, CellDelegate(QApplication.font(), lambda _: []))
    view.resize(1300, 700)
    view.show()
    _paint(view)
    return held, view


def _paint(view: QTableView) -> None:
    QApplication.processEvents()
    view.viewport().repaint()


def _show(kind: Callable[[GridModel, CellDelegate], QTableView], plan: Plan) -> None:
    held, view = _made(kind, plan)
    view.close()
    _drop(view)
    assert held.model.rows


def _drop(widget: QWidget) -> None:
    widget.deleteLater()
    QApplication.processEvents()


def _editing(kind: Callable[[GridModel, CellDelegate], QTableView], plan: Plan) -> Callable[[], None]:
    """Ten edits of cells in view that change the number of lines, each painted."""
    held, view = _made(kind, plan)
    column = held.model.keys.index("content")
    rounds = itertools.count()

    def ten() -> None:
        for row in range(2, 12):
            index: QModelIndex | QPersistentModelIndex = held.model.index(row, column)
            held.model.setData(index, f"Lần sửa {next(rounds)}: " + "rà soát thủ tục hành chính " * (row % 4 * 4 + 1))
            _paint(view)

    return ten


def _whole_edit(session: Session, plan: Plan) -> float:
    page = AppendixPage(session)
    page.resize(1300, 700)
    page.show()
    page.show_plan(plan.id)
    stop = session.subscribe(page.on_changes)
    tasks = [task.id for group in plan.groups for task in group.tasks]
    texts = itertools.count()

    def edit() -> None:
        update_task(session, tasks[3], product=f"Báo cáo {next(texts)}")
        QApplication.processEvents()

    try:
        return seconds(edit)
    finally:
        stop()
        page.close()
        _drop(page)
