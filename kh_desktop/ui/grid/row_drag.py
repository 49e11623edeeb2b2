"""Rows and whole groups are moved by dragging their number. A line shows where they will stand and which number they will get."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication

from kh_desktop.domain.model import Plan
from kh_desktop.domain.outline import roman
from kh_desktop.ui import theme
from kh_desktop.ui.grid.auto_scroll import AutoScroll
from kh_desktop.ui.grid.families import Move, number_after, with_families
from kh_desktop.ui.grid.model import GridModel
from kh_desktop.ui.grid.rows import GridRow
from kh_desktop.ui.grid.structure_actions import StructureActions
from kh_desktop.ui.grid.view import GridView
from kh_desktop.ui.i18n import tr


@dataclass(frozen=True, slots=True)
class Drop:
    """Where what is dragged would go: ``y`` of the line, the number it will get, and the command."""

    y: int
    number: str
    carry_out: Callable[[], None]


def drop_of_tasks(plan: Plan, ids: list[int], row: GridRow, below: bool) -> Move:
    """The move that puts ``ids`` above or below ``row``; never between a task and a row that goes on with it."""
    places = {group.id: place for place, group in enumerate(plan.groups)}
    place, at = places[row.group_id], 0
    if row.kind == "task":
        at = row.place + below
    elif not below and place > 0:
        place -= 1
        at = len(plan.groups[place].tasks)
    tasks = plan.groups[place].tasks
    while 0 < at < len(tasks) and tasks[at].continues:
        at += 1
    chosen = set(ids)
    return Move(tuple(ids), plan.groups[place].id, at - sum(task.id in chosen for task in tasks[:at]))


class RowDrag:
    """A mouse tool of ``view``: ``rows`` does the moves, ``plan`` gives the plan as shown, ``chosen`` the selected rows."""

    def __init__(
        self, view: GridView, model: GridModel, rows: StructureActions, plan: Callable[[], Plan | None], chosen: Callable[[], list[GridRow]]
    ) -> None:
        self._view, self._model, self._rows, self._plan, self._chosen = view, model, rows, plan, chosen
        self._row: GridRow | None = None
        self._from = QPoint()
        self._was_selected = False
        self._drop: Drop | None = None
        self._dragging = False
        self._scroll = AutoScroll(view, self._dragged_to)

    # --- the mouse

    def hover(self, event: QMouseEvent) -> bool:
        """An open hand over numbers of rows that can be moved."""
        if self._row_at(event.position().toPoint()) is None or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        self._view.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        return True

    def _row_at(self, point: QPoint) -> GridRow | None:
        index = self._view.indexAt(point)
        if self._model.read_only or not index.isValid() or self._model.key_at(index) != "no" or self._is_sorted():
            return None
        return self._model.rows[index.row()]

    def _is_sorted(self) -> bool:
        """Rows in another order than the plan's cannot be moved by hand: their headings are no groups of the plan."""
        return any(row.kind == "group" and row.id <= 0 for row in self._model.rows[:1])

    def press(self, event: QMouseEvent) -> bool:
        """Take hold of a row, or of all selected rows when it is one of them."""
        row = self._row_at(event.position().toPoint())
        if row is None or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        self._row, self._from, self._dragging = row, event.position().toPoint(), False
        place = self._model.row_of(row.key)
        self._was_selected = self._view.selectionModel().isSelected(self._model.index(place, 0))
        self._view.setFocus()
        if not self._was_selected:
            self._view.take_rows(place, Qt.KeyboardModifier.NoModifier)
        return True

    def move(self, event: QMouseEvent) -> None:
        """Show where the rows would go."""
        point = event.position().toPoint()
        if not self._dragging and (point - self._from).manhattanLength() < QApplication.startDragDistance():
            return
        if not self._dragging:
            self._dragging = True
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._scroll.start(point)
        self._dragged_to(point)

    def _dragged_to(self, point: QPoint) -> None:
        self._drop = self._drop_at(point)
        self._view.viewport().update()

    def release(self, event: QMouseEvent) -> None:
        """Move the rows; a click without a drag selects the row."""
        drop, row = self._drop, self._row
        dragged = self._dragging
        self.give_up()
        if drop is not None:
            drop.carry_out()
        elif not dragged and row is not None and self._was_selected:
            self._view.take_rows(self._model.row_of(row.key), Qt.KeyboardModifier.NoModifier)

    def give_up(self) -> None:
        """Let go without moving anything."""
        self._scroll.stop()
        self._drop, self._row, self._dragging = None, None, False
        self._view.viewport().unsetCursor()
        self._view.viewport().update()

    # --- where it would go

    def _drop_at(self, point: QPoint) -> Drop | None:
        plan, row = self._plan(), self._row
        if plan is None or row is None:
            return None
        return self._group_drop(plan, row, point) if row.kind == "group" else self._task_drop(plan, point)

    def _task_drop(self, plan: Plan, point: QPoint) -> Drop | None:
        rows, view = self._model.rows, self._view
        ids = with_families(plan, {row.id for row in self._chosen() if row.kind == "task"})
        over = view.rowAt(max(0, min(point.y(), view.viewport().height() - 1)))
        over = len(rows) - 1 if over < 0 else over
        top, height = view.rowViewportPosition(over), view.rowHeight(over)
        below = point.y() > top + height / 2
        move = drop_of_tasks(plan, ids, rows[over], below)
        if not ids or self._stays(plan, move):
            return None
        return Drop(self._line_of(plan, move, top + height * below), number_after(plan, move), lambda: self._rows.relocate(move))

    def _line_of(self, plan: Plan, move: Move, y: int) -> int:
        """The upper edge of the row the moved ones will stand before, where that row is shown."""
        group = next(group for group in plan.groups if group.id == move.group_id)
        others = [task for task in group.tasks if task.id not in set(move.ids)]
        after = self._model.row_of(("task", others[move.at].id)) if move.at < len(others) else -1
        return self._view.rowViewportPosition(after) if after >= 0 and not self._is_moved(after - 1, move) else y

    def _is_moved(self, row: int, move: Move) -> bool:
        return row >= 0 and self._model.rows[row].kind == "task" and self._model.rows[row].id in move.ids

    def _stays(self, plan: Plan, move: Move) -> bool:
        group = next(group for group in plan.groups if group.id == move.group_id)
        rest = [task.id for task in group.tasks if task.id not in set(move.ids)]
        return [*rest[: move.at], *move.ids, *rest[move.at :]] == [task.id for task in group.tasks]

    def _group_drop(self, plan: Plan, row: GridRow, point: QPoint) -> Drop | None:
        edges = self._group_edges()
        y, to = min(edges, key=lambda edge: abs(edge[0] - point.y()))
        here = [group.id for group in plan.groups].index(row.id)
        if to in (here, here + 1):
            return None
        place = to - (to > here)
        return Drop(y, roman(place + 1), lambda: self._rows.move_group(row.id, place))

    def _group_edges(self) -> list[tuple[int, int]]:
        """(y, place) of every gap between groups."""
        view, rows = self._view, self._model.rows
        edges = [(view.rowViewportPosition(at), row.place) for at, row in enumerate(rows) if row.kind == "group"]
        last = len(rows) - 1
        bottom = view.rowViewportPosition(last) + view.rowHeight(last)
        return [*edges, (bottom, max(place for _, place in edges) + 1)]

    # --- the line

    def paint(self, painter: QPainter) -> None:
        """The line, with the number at its beginning."""
        if self._drop is None:
            return
        viewport, accent = self._view.viewport(), theme.color("accent")
        y = max(1, min(self._drop.y, viewport.height() - 2))
        painter.setPen(QPen(accent, 3))
        painter.drawLine(0, y, viewport.width(), y)
        text = tr("Thành số {number}", number=self._drop.number)
        painter.setFont(self._view.font())
        metrics = QFontMetrics(self._view.font())
        box = QRect(8, y - metrics.height() - 8, metrics.horizontalAdvance(text) + 16, metrics.height() + 6)
        if box.top() < 0:
            box.moveTop(y + 3)
        painter.fillRect(box, accent)
        painter.setPen(theme.color("accent_text"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
