"""Widths and heights of the grid: columns share the width as on the printed page; rows are measured, visible ones first, the rest while
the user is idle. Qt's own ``resizeRowsToContents`` would take seconds."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from kh_desktop.ui.grid.delegate import PAD_X, PAD_Y, CellPainter
from kh_desktop.ui.grid.frozen import FrozenTable
from kh_desktop.ui.grid.header import GroupedHeader
from kh_desktop.ui.grid.model import GridModel

_SLICE = 0.008  # seconds of measuring per idle turn
_MIN_LETTERS = {"no": 4, "content": 20, "detail": 20}
_OTHER_LETTERS = 10
_GUESSED_LINES = 3
_JOINED = 30  # rows below, that a joined cell may make taller
_NARROWEST = 0.7  # of the usual least widths
_FROZEN_SHARE = 0.5  # of the window for the frozen columns, when zoomed


class GridSizer(QObject):
    """Keeps the sections of ``view`` at their right sizes."""

    def __init__(self, view: FrozenTable, model: GridModel, painter: CellPainter, header: GroupedHeader) -> None:
        super().__init__(view)
        self._view, self._model, self._painter, self._header = view, model, painter, header
        self._round = 1
        self.zoom = 1.0
        self._next_row = 0
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._measure_slice)
        view.horizontalScrollBar().valueChanged.connect(self._scrolled_sideways)

    def start_over(self) -> None:
        """Another plan: guess heights, measure what is visible."""
        self._view.verticalHeader().setDefaultSectionSize(_GUESSED_LINES * self._painter.texts.line_height + 2 * PAD_Y)
        self.fit_columns()

    def columns_changed(self) -> None:
        """Other columns: share the width anew."""
        self.fit_columns()

    def fit_columns(self) -> None:
        """Share the width among the columns as on the printed page, none narrower than it can be read."""
        columns = self._model.columns
        if not columns:
            return
        letter = self._view.fontMetrics().averageCharWidth()
        least = [_MIN_LETTERS.get(column.key, _OTHER_LETTERS) * letter + 2 * PAD_X for column in columns]
        window = self._view.viewport().width()
        total = round(window * max(1.0, self.zoom))
        narrow = max(_NARROWEST, min(1.0, total / sum(least)))  # long words break before anything must be scrolled sideways
        widths = share_width(total, [column.width for column in columns], [int(width * narrow) for width in least])
        frozen = frozen_columns(self._model.keys)
        if frozen and total > window:  # what stays leaves room for what is scrolled
            spare = sum(widths[:frozen]) - round(window * _FROZEN_SHARE)
            widths[frozen - 1] -= max(0, min(spare, widths[frozen - 1] - least[frozen - 1]))
        self._header.blockSignals(True)
        for place, width in enumerate(widths):
            self._header.resizeSection(place, width)
        self._header.blockSignals(False)
        self._view.frozen = self._header.frozen = frozen
        self.widths_dragged()

    def widths_dragged(self) -> None:
        """Columns have other widths: labels and rows follow."""
        self._header.set_columns(self._model.columns)
        self._view.updateGeometries()
        self._scrolled_sideways()
        self.remeasure()
        self._view.viewport().update()

    def _scrolled_sideways(self) -> None:
        self._header.frozen_width = self._view.frozen_width()
        self._header.viewport().update()

    def remeasure(self) -> None:
        """Measure the visible rows now, the others while idle."""
        self._round += 1
        self.rows_changed(0)

    def rows_changed(self, first: int) -> None:
        """Rows from ``first`` on may have changed: measure those in the window now, the others while idle."""
        self.measure_visible()
        self._next_row = min(self._next_row, first)
        self._idle.start()

    def cells_changed(self, first: int, last: int) -> None:
        """Only the texts of these rows changed: nothing is left for later when they are in the window."""
        self.measure_visible()
        rows = self._model.rows[first : last + 1 + _JOINED]
        if any(row.measured != self._round for row in rows):
            self._next_row = min(self._next_row, first)
            self._idle.start()

    def measure_visible(self) -> None:
        """Give the rows in the window their right heights; already measured ones cost nothing."""
        view, bottom = self._view, self._view.viewport().height()
        row = max(0, view.rowAt(0))
        top = view.rowViewportPosition(row) if self._model.rows else 0
        while row < len(self._model.rows) and top < bottom:
            self.measure(row)
            top += view.rowHeight(row)
            row += 1

    def measured_rows(self) -> int:
        """How many rows have their right height by now."""
        return sum(row.measured == self._round for row in self._model.rows)

    def measure(self, row: int) -> int:
        """Set the height of ``row`` (and of the rows it is joined with from above); by how many px they grew."""
        first = row
        while first > 0 and self._model.rows[first].covered and self._model.rows[first - 1].measured != self._round:
            first -= 1
        return sum(self._measure_one(place) for place in range(first, row + 1))

    def _measure_one(self, row: int) -> int:
        item = self._model.rows[row]
        if item.measured == self._round:
            return 0
        item.measured = self._round
        widths = [self._view.columnWidth(place) for place in range(self._model.columnCount())]
        height = self._painter.row_height(self._model, row, widths, self._view.rowHeight)
        old = self._view.rowHeight(row)
        if height != old:
            self._view.setRowHeight(row, height)
        below = row + 1
        while (height != old or not item.covered) and below < len(self._model.rows) and self._model.rows[below].covered:
            self._model.rows[below].measured = 0  # a joined cell leaves it more or less to hold
            below += 1
        return height - old

    def _measure_slice(self) -> None:
        """Measure rows for a few milliseconds; rows above the window must not push the text the user looks at."""
        started, top, shift = perf_counter(), self._view.rowAt(0), 0
        while self._next_row < len(self._model.rows) and perf_counter() - started < _SLICE:
            grown = self.measure(self._next_row)
            shift += grown if self._next_row < top else 0
            self._next_row += 1
        if shift:
            self._view.updateGeometries()
            self._view.verticalScrollBar().setValue(self._view.verticalScrollBar().value() + shift)
        if self._next_row >= len(self._model.rows):
            self._idle.stop()


def frozen_columns(keys: Sequence[str]) -> int:
    """How many of the first columns stay when the grid is scrolled sideways: the number and the content."""
    count = 0
    while count < len(keys) and keys[count] in ("no", "content"):
        count += 1
    return count


def share_width(total: int, shares: list[float], least: list[int]) -> list[int]:
    """``total`` px divided like ``shares``, no part below its ``least``; wider than ``total`` when the least parts need more."""
    widths = list(least)
    free = list(range(len(shares)))
    rest = total
    while free:
        sum_shares = sum(shares[place] for place in free) or 1.0
        short = [place for place in free if rest * shares[place] / sum_shares < least[place]]
        if not short:
            for place in free:
                widths[place] = int(rest * shares[place] / sum_shares)
            break
        for place in short:
            rest -= least[place]
            free.remove(place)
        if rest <= 0:
            break
    if free and sum(widths) < total:
        widths[free[-1]] += total - sum(widths)
    return widths
