"""The header of the grid: one line of labels, and over neighbours of one group a second line with the group's label."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from kh_desktop.domain.model import Column
from kh_desktop.ui import theme

_PAD = 6
_FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class GroupedHeader(QHeaderView):
    """A horizontal header that paints "Phân công nhiệm vụ" over "Bộ phận chủ trì | Bộ phận phối hợp"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns: tuple[Column, ...] = ()
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(28)

    def set_columns(self, columns: tuple[Column, ...]) -> None:
        """Take over labels and groups."""
        self._columns = columns
        self.updateGeometry()
        self.viewport().update()

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

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
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
        left = self.sectionViewportPosition(first)
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
