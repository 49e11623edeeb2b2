"""A table whose first columns stay where they are when it is scrolled sideways.

One view paints them a second time over what scrolled below, and answers for places as they are seen. A second view laid over the first
(the usual recipe) would need its own selection, spans, editors and input-method focus; here there is still one of each.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTableView

from kh_desktop.ui import theme

Index = QModelIndex | QPersistentModelIndex

_MOST = 0.6  # of the window: wider columns scroll with the others, or nothing else could be read


class FrozenTable(QTableView):
    """``frozen`` columns stay; 0 freezes none."""

    frozen = 0

    def frozen_width(self) -> int:
        """The px at the left that stay; 0 while nothing is scrolled away."""
        if not self.horizontalScrollBar().value() or not self.frozen:
            return 0
        width = sum(self.columnWidth(column) for column in range(self.frozen))
        return width if width < _MOST * self.viewport().width() else 0

    def visualRect(self, index: Index) -> QRect:  # noqa: N802 - Qt's names below
        """Where a cell is seen; a title that begins in a frozen column goes on to its end."""
        rect = super().visualRect(index)
        if not index.isValid() or index.column() >= self.frozen or not self.frozen_width():
            return rect
        left = sum(self.columnWidth(column) for column in range(index.column()))
        end = max(rect.right(), left + self.columnWidth(index.column()) - 1)
        joined = rect.width() > self.columnWidth(index.column())
        return QRect(left, rect.top(), (end if joined else left + self.columnWidth(index.column()) - 1) - left + 1, rect.height())

    def indexAt(self, pos: QPoint) -> QModelIndex:  # noqa: N802
        """The cell seen at a place."""
        if 0 <= pos.x() < self.frozen_width():
            pos = QPoint(pos.x() - self.horizontalScrollBar().value(), pos.y())
        return super().indexAt(pos)

    def _head_row(self, row: int, column: int) -> int:
        """The row where the joined cell at a place begins."""
        while row > 0 and super().visualRect(self.model().index(row - 1, column)) == super().visualRect(self.model().index(row, column)):
            row -= 1
        return row

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible) -> None:  # noqa: N802
        """Bring a cell into view, out from under the frozen columns; frozen ones need no scrolling sideways."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if not self.frozen or not index.isValid():
            return
        if index.column() < self.frozen:
            if self._fits_frozen():
                bar.setValue(before)
            return
        under = self.frozen_width() - super().visualRect(index).left()
        if under > 0:
            bar.setValue(bar.value() - under)

    def _fits_frozen(self) -> bool:
        return sum(self.columnWidth(column) for column in range(self.frozen)) < _MOST * self.viewport().width()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        """Qt moves what is painted; what stays must be painted again."""
        super().scrollContentsBy(dx, dy)
        if dx:
            self.viewport().update()
            self.horizontalHeader().viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The cells, then the frozen columns over them."""
        super().paintEvent(event)
        width = self.frozen_width()
        if not width or event.rect().left() > width:
            return
        painter = QPainter(self.viewport())
        painter.setClipRegion(event.region())
        self._paint_frozen(painter, event.rect(), width)
        painter.end()

    def _paint_frozen(self, painter: QPainter, dirty: QRect, width: int) -> None:
        model, bottom = self.model(), dirty.bottom()
        row = max(0, self.rowAt(max(0, dirty.top())))
        while row < model.rowCount() and self.rowViewportPosition(row) <= bottom:
            for column in range(self.frozen):
                self._paint_cell(painter, model.index(self._head_row(row, column), column))
            top = self.rowViewportPosition(row)
            if self.columnSpan(row, self.frozen - 1) == 1:  # a title goes on across the edge
                painter.setPen(theme.color("line_strong"))
                painter.drawLine(width - 1, top, width - 1, top + self.rowHeight(row) - 1)
            row += 1

    def _paint_cell(self, painter: QPainter, index: QModelIndex) -> None:
        rect = self.visualRect(index)
        # A title is joined with the columns after it; from a covered cell Qt names the whole of it.
        if self.columnSpan(index.row(), index.column()) == 1 and rect.width() > self.columnWidth(index.column()):
            return
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = rect  # type: ignore[attr-defined]
        if self.selectionModel().isSelected(index):
            option.state |= QStyle.StateFlag.State_Selected  # type: ignore[attr-defined]
        if self.hasFocus() and index == self.currentIndex():
            option.state |= QStyle.StateFlag.State_HasFocus  # type: ignore[attr-defined]
        self.itemDelegate().paint(painter, option, index)
