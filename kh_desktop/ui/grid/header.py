"""The header of the grid: one line of labels, and over neighbours of one group a second line with the group's label.

Borders are dragged as in a Word table: what one column gains its neighbour loses, because together they fill the printed page.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from kh_desktop.domain.model import Column
from kh_desktop.ui import theme

_PAD = 6
_GRIP = 4  # px on either side of a border where it can be taken
_LEAST = 28
_FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class GroupedHeader(QHeaderView):
    """A horizontal header that paints "Phân công nhiệm vụ" over "Bộ phận chủ trì | Bộ phận phối hợp".

    ``border_moved(column)`` while the border right of ``column`` is dragged, ``border_dropped(column)`` when it was let go,
    ``fit_wanted(column)`` after a double click on it. ``frozen`` columns stay when the table is scrolled, ``frozen_width`` px in all.
    """

    border_moved = Signal(int)
    border_dropped = Signal(int)
    fit_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns: tuple[Column, ...] = ()
        self.frozen = 0
        self.frozen_width = 0
        self.adjustable = False
        self._held: tuple[int, int, int, int] | None = None  # column, x where it was taken, widths of it and of its neighbour
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(_LEAST)
        self.setMouseTracking(True)

    def set_columns(self, columns: tuple[Column, ...]) -> None:
        """Take over labels and groups."""
        self._columns = columns
        self.updateGeometry()
        self.viewport().update()

    # --- dragging

    def is_dragging(self) -> bool:
        """Whether a border is being dragged."""
        return self._held is not None

    def border_at(self, x: int) -> int:
        """The column whose right border can be taken at ``x`` (px in the window); -1 when there is none. The last border is the page's."""
        for column in range(self.count() - 1):
            edge = self._seen_left(column) + self.sectionSize(column)
            hidden = self.frozen_width and column >= self.frozen and edge < self.frozen_width
            if abs(edge - x) <= _GRIP and not hidden:
                return column
        return -1

    def _seen_left(self, column: int) -> int:
        return self.sectionViewportPosition(column) + (self.offset() if column < self.frozen and self.frozen_width else 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's names below
        """Take a border."""
        x = int(event.position().x())
        column = self.border_at(x) if self.adjustable and event.button() == Qt.MouseButton.LeftButton else -1
        if column >= 0:
            self._held = (column, x, self.sectionSize(column), self.sectionSize(column + 1))
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drag the border; the two columns beside it keep their sum."""
        x = int(event.position().x())
        if self._held is None:
            on_border = self.adjustable and self.border_at(x) >= 0
            self.viewport().setCursor(Qt.CursorShape.SplitHCursor if on_border else Qt.CursorShape.ArrowCursor)
            super().mouseMoveEvent(event)
            return
        column, start, left, right = self._held
        by = max(_LEAST - left, min(x - start, right - _LEAST))
        self.blockSignals(True)
        self.resizeSection(column, left + by)
        self.resizeSection(column + 1, right - by)
        self.blockSignals(False)
        self.border_moved.emit(column)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let the border go."""
        held, self._held = self._held, None
        if held is None:
            super().mouseReleaseEvent(event)
        elif self.sectionSize(held[0]) != held[2]:
            self.border_dropped.emit(held[0])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """On a border: as wide as the texts ask for."""
        column = self.border_at(int(event.position().x())) if self.adjustable else -1
        if column >= 0:
            self._held = None
            self.fit_wanted.emit(column)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """The pointer of a border does not stay behind."""
        self.viewport().unsetCursor()
        super().leaveEvent(event)

    # --- painting

    def group_run(self, section: int) -> tuple[int, int]:
        """First and last column of the group ``section`` belongs to; the column alone when it has none."""
        columns = self._columns
        first = last = section
        if not columns[section].group:
            return (section, section)
        while first > 0 and columns[first - 1].group == columns[section].group:
            first -= 1
        while last + 1 < len(columns) and columns[last + 1].group == columns[section].group:
            last += 1
        return (first, last)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As tall as the tallest wrapped label, with the group line where there is one."""
        bottom = full = top = 0
        for section in range(min(self.count(), len(self._columns))):
            height = self._label_height(self._columns[section].label, self.sectionSize(section))
            if self._columns[section].group:
                first, last = self.group_run(section)
                width = sum(self.sectionSize(place) for place in range(first, last + 1))
                top = max(top, self._label_height(self._columns[section].group, width))
                bottom = max(bottom, height)
            else:
                full = max(full, height)
        return QSize(super().sizeHint().width(), max(full, top + bottom, self._label_height("", 100)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The labels, the frozen ones over those that scrolled below them."""
        super().paintEvent(event)
        if self.frozen_width and self.offset():
            painter = QPainter(self.viewport())
            for section in range(min(self.frozen, len(self._columns))):
                rect = QRect(self._seen_left(section), 0, self.sectionSize(section), self.viewport().height())
                self.paintSection(painter, rect, section)
            painter.setPen(theme.color("line_strong"))
            painter.drawLine(self.frozen_width - 1, 0, self.frozen_width - 1, self.viewport().height())
            painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803
        """One column: its label, below the part of the group cell that lies over it."""
        if not rect.isValid() or logicalIndex >= len(self._columns):
            return
        column = self._columns[logicalIndex]
        painter.save()
        painter.setClipRect(rect)
        painter.setFont(self._bold())
        painter.fillRect(rect, theme.color("raised"))
        label = QRect(rect)
        if column.group:
            group = self._group_rect(rect, logicalIndex)
            self._paint_cell(painter, group, column.group)
            label.setTop(group.bottom() + 1)
        self._paint_cell(painter, label, column.label)
        painter.restore()

    def _group_rect(self, rect: QRect, section: int) -> QRect:
        first, last = self.group_run(section)
        left = rect.left() - sum(self.sectionSize(place) for place in range(first, section))
        width = sum(self.sectionSize(place) for place in range(first, last + 1))
        return QRect(left, rect.top(), width, self._label_height(self._columns[section].group, width))

    def _paint_cell(self, painter: QPainter, rect: QRect, text: str) -> None:
        painter.setPen(theme.color("line_strong"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(theme.color("text"))
        painter.drawText(rect.adjusted(_PAD, 2, -_PAD, -2), int(_FLAGS), text)

    def _label_height(self, text: str, width: int) -> int:
        metrics = QFontMetrics(self._bold())
        box = metrics.boundingRect(QRect(0, 0, max(20, width - 2 * _PAD), 10_000), int(_FLAGS), text or "Ế")
        return box.height() + 2 * _PAD

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font
