"""The fill handle: a small square at the corner of the selection; dragging it down fills."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip

from kh_desktop.ui import theme
from kh_desktop.ui.grid.auto_scroll import AutoScroll
from kh_desktop.ui.grid.block import Changes
from kh_desktop.ui.grid.filling import drag_down, fillable
from kh_desktop.ui.grid.model import GridModel
from kh_desktop.ui.grid.view import GridView

_SIDE, _REACH = 9, 7  # px of the square, and how far around its middle it can be caught
Fill = Callable[[Changes], None]


class FillHandle:
    """A mouse tool of ``view``; ``fill`` carries the changes out."""

    def __init__(self, view: GridView, model: GridModel, fill: Fill) -> None:
        self._view, self._model, self._fill = view, model, fill
        self._block = (0, 0, 0, 0)
        self._end = -1  # the row dragged to; -1: not dragging
        self._copies = False
        self._scroll = AutoScroll(view, self._dragged_to)
        view.selectionModel().selectionChanged.connect(self._repaint)
        view.selectionModel().currentChanged.connect(self._repaint)

    def _repaint(self) -> None:
        self._view.viewport().update()

    # --- where it is

    def _selected(self) -> tuple[int, int, int, int] | None:
        """The one rectangle that is selected and can be filled from: top, left, bottom, right."""
        selection = self._view.selectionModel().selection()
        if self._model.read_only or selection.count() != 1:
            return None
        part = selection.at(0)
        top, left, bottom, right = part.top(), part.left(), part.bottom(), part.right()
        if bottom >= len(self._model.rows) or right >= len(self._model.keys) or bottom - top > 500:
            return None
        rows, keys = self._model.rows, self._model.keys
        cells = ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))
        return (top, left, bottom, right) if any(fillable(rows, keys, *cell) for cell in cells) else None

    def _square(self, block: tuple[int, int, int, int]) -> QRect:
        _, _, bottom, right = block
        corner = self._cell(bottom, right).bottomRight()
        side = round(_SIDE * theme.font_scale())
        return QRect(corner.x() - side, corner.y() - side, side, side)

    def _cell(self, row: int, column: int) -> QRect:
        view = self._view
        seen = view.visualRect(self._model.index(row, column))  # frozen columns are seen elsewhere than they stand
        return QRect(seen.left(), view.rowViewportPosition(row), view.columnWidth(column), view.rowHeight(row))

    def _editing(self) -> bool:
        return self._view.state() == GridView.State.EditingState

    # --- the mouse

    def hover(self, event: QMouseEvent) -> bool:
        """A cross over the square."""
        block = self._selected()
        if block is None or not self._catches(block, event.position().toPoint()):
            return False
        self._view.viewport().setCursor(Qt.CursorShape.CrossCursor)
        return True

    def _catches(self, block: tuple[int, int, int, int], point: QPoint) -> bool:
        reach = round((_REACH - _SIDE // 2) * theme.font_scale())
        return not self._editing() and self._square(block).adjusted(-reach, -reach, reach, reach).contains(point)

    def press(self, event: QMouseEvent) -> bool:
        """Begin to drag when the square is caught."""
        block = self._selected()
        if block is None or not self._catches(block, event.position().toPoint()):
            return False
        self._block, self._end = block, block[2]
        return True

    def move(self, event: QMouseEvent) -> None:
        """Show what would be filled."""
        self._copies = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self._scroll.start(event.position().toPoint())
        self._dragged_to(event.position().toPoint())

    def _dragged_to(self, point: QPoint) -> None:
        row = self._view.rowAt(max(0, min(point.y(), self._view.viewport().height() - 1)))
        self._end = max(self._block[2], row if row >= 0 else len(self._model.rows) - 1)
        self._repaint()
        self._tell(point)

    def _tell(self, point: QPoint) -> None:
        """The text the last cell will get."""
        changes, column = self._changes(), self._block[3]
        last = next((r for r in range(self._end, self._block[2], -1) if fillable(self._model.rows, self._model.keys, r, column)), -1)
        text = str(changes.tasks.get(self._model.rows[last].id, {}).get(self._model.keys[column], "")) if last >= 0 else ""
        if text:
            QToolTip.showText(self._view.viewport().mapToGlobal(point + QPoint(14, 10)), text.replace("\n", "; "), self._view.viewport())
        else:
            QToolTip.hideText()

    def _changes(self) -> Changes:
        top, left, bottom, right = self._block
        rows, keys = self._model.rows, self._model.keys
        return drag_down(rows, keys, top, bottom, range(left, right + 1), self._end, copies=self._copies)

    def release(self, event: QMouseEvent) -> None:
        """Fill."""
        self._copies = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        changes, end, (top, left, bottom, right) = self._changes(), self._end, self._block
        self.give_up()
        if changes:
            self._fill(changes)
            self._view.keys.select_block(top, left, max(bottom, end), right)

    def give_up(self) -> None:
        """Fill nothing."""
        self._scroll.stop()
        QToolTip.hideText()
        self._end = -1
        self._repaint()

    def paint(self, painter: QPainter) -> None:
        """The square, and a frame round the cells being filled."""
        block = self._block if self._end >= 0 else self._selected()
        if block is None or self._editing():
            return
        if self._end > block[2]:
            frame = self._cell(block[0], block[1]).united(self._cell(self._end, block[3]))
            painter.setPen(QPen(theme.color("focus"), 2, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(frame.adjusted(1, 1, -2, -2))
            return
        square = self._square(block)
        painter.fillRect(square.adjusted(-1, -1, 1, 1), theme.color("surface"))
        painter.fillRect(square, theme.color("focus"))
