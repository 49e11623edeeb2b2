"""The head of a form as it is printed: titles over titles, joined over their columns, the column numbers below."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from kh_desktop.domain.report_forms import ReportForm
from kh_desktop.ui import theme
from kh_desktop.ui.reports.form_data import header_path

_PAD = 3
_FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
Cell = tuple[int, int, int, int, str]
"""First and last column, first and last line, title."""


def header_cells(form: ReportForm) -> tuple[list[Cell], int]:
    """The cells of the head without the numbers, and how many lines it has."""
    paths = [tuple(header_path(column)) for column in form.columns]
    depth = max(map(len, paths))

    def joined(column: int, other: int, line: int) -> bool:
        """Whether two columns share the title of a line above their own."""
        if not 0 <= other < len(paths) or min(len(paths[column]), len(paths[other])) <= line + 1:
            return False
        return paths[column][: line + 1] == paths[other][: line + 1]

    cells: list[Cell] = []
    for column, path in enumerate(paths):
        for line, title in enumerate(path):
            leaf = line == len(path) - 1
            if joined(column, column - 1, line):
                continue
            last = column
            while joined(column, last + 1, line):
                last += 1
            cells.append((column, last, line, depth - 1 if leaf else line, title))
    return cells, depth


class FormHeader(QHeaderView):
    """Paints the head of ``form``; the widths are those of the columns."""

    def __init__(self, form: ReportForm, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(24)
        self._form = form
        self._cells, self._depth = header_cells(form)

    def set_form(self, form: ReportForm) -> None:
        """Another form, or other titles."""
        self._form = form
        self._cells, self._depth = header_cells(form)
        self.updateGeometry()
        self.viewport().update()

    def word_width(self, word: str) -> int:
        """How wide a word of a title is, in px."""
        return self._metrics().horizontalAdvance(word)

    def _width(self, first: int, last: int) -> int:
        return sum(self.sectionSize(column) for column in range(first, last + 1))

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(theme.scaled_font(0.88))

    def _lines(self) -> list[int]:
        """The height of each line of the head: what titles of one line ask for first, then what joined ones lack."""
        metrics = self._metrics()
        heights = [metrics.height() + 2 * _PAD] * self._depth
        for first, last, top, bottom, title in sorted(self._cells, key=lambda c: c[3] - c[2]):
            box = metrics.boundingRect(QRect(0, 0, max(20, self._width(first, last) - 2 * _PAD), 10_000), int(_FLAGS), title)
            lack = box.height() + 2 * _PAD - sum(heights[top : bottom + 1])
            if lack > 0:
                heights[bottom] += lack
        return heights

    def sizeHint(self) -> QSize:  # noqa: N802
        if self.count() < len(self._form.columns):
            return super().sizeHint()
        return QSize(super().sizeHint().width(), sum(self._lines()) + self._metrics().height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("raised"))
        if self.count() < len(self._form.columns):
            return
        painter.setFont(theme.scaled_font(0.88))
        heights = self._lines()
        for first, last, top, bottom, title in self._cells:
            rect = QRect(
                self.sectionViewportPosition(first), sum(heights[:top]), self._width(first, last), sum(heights[top : bottom + 1])
            )
            self._paint(painter, rect, title, "text")
        below = sum(heights)
        for column, key in enumerate(c.key for c in self._form.columns):
            rect = QRect(self.sectionViewportPosition(column), below, self.sectionSize(column), self.height() - below)
            self._paint(painter, rect, f"({self._form.numbers[key]})", "text_muted")
        painter.end()

    def _paint(self, painter: QPainter, rect: QRect, title: str, token: str) -> None:
        painter.setPen(theme.color("line_strong"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(theme.color(token))
        painter.drawText(rect.adjusted(_PAD, 1, -_PAD, -1), int(_FLAGS), title)
