"""What is selected in the grid: rows, cells, a table of texts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange

from kh_desktop.ui.grid.block import Cell
from kh_desktop.ui.grid.model import GridModel
from kh_desktop.ui.grid.rows import GridRow, RowKey
from kh_desktop.ui.grid.spans import spread
from kh_desktop.ui.grid.view import GridView

_Flag = QItemSelectionModel.SelectionFlag


class GridSelection:
    """Reads (and sets) the selection of ``view``; where nothing is selected, the current cell counts."""

    def __init__(self, view: GridView, model: GridModel) -> None:
        self._view, self._model = view, model

    def rows(self) -> list[GridRow]:
        """The rows with a selected cell, in print order; standing on one joined cell means its first row."""
        current = self._view.currentIndex()
        if current.isValid() and self._is_one_joined_cell():
            return [self._model.rows[current.row()]]
        chosen = {row for part in self._ranges() for row in range(part.top(), part.bottom() + 1)}
        if not chosen and current.isValid():
            chosen = {current.row()}
        return [self._model.rows[row] for row in sorted(chosen)]

    def _is_one_joined_cell(self) -> bool:
        current, ranges = self._view.currentIndex(), self._ranges()
        if len(ranges) != 1 or ranges[0].width() != 1 or ranges[0].height() == 1:
            return False
        rows, keys, place = self._model.rows, self._model.keys, (current.row(), current.column())
        top, left, bottom, _ = spread(rows, keys, place, place)
        part = ranges[0]
        return (part.top(), part.left(), part.bottom()) == (top, left, bottom)

    def _ranges(self) -> list[QItemSelectionRange]:
        selection = self._view.selectionModel().selection()
        return [selection.at(place) for place in range(selection.count())]

    def places(self) -> list[tuple[int, int]]:
        """Row and column of the selected cells, row by row."""
        found = {
            (row, column)
            for part in self._ranges()
            for row in range(part.top(), part.bottom() + 1)
            for column in range(part.left(), part.right() + 1)
        }
        current = self._view.currentIndex()
        return sorted(found) or ([(current.row(), current.column())] if current.isValid() else [])

    def block(self) -> tuple[int, int, int, int] | None:
        """The rectangle around the selection: first row, first column, last row, last column."""
        places = self.places()
        if not places:
            return None
        rows, columns = [row for row, _ in places], [column for _, column in places]
        return min(rows), min(columns), max(rows), max(columns)

    def is_whole_rows(self) -> bool:
        """Whether whole rows are selected."""
        ranges = self._ranges()
        return bool(ranges) and all(part.width() == self._model.columnCount() for part in ranges)

    def joinable(self, fields: Sequence[str]) -> list[Cell]:
        """The selected cells of task rows in the columns of ``fields``, those covered by a joined cell too."""
        model = self._model
        return [
            (model.rows[row], model.keys[column])
            for row, column in self.places()
            if model.rows[row].kind == "task" and model.keys[column] in fields
        ]

    def cells(self) -> list[Cell]:
        """The selected cells as row and field."""
        model = self._model
        return [(model.rows[row], model.key_at(model.index(row, column))) for row, column in self.places()]

    def select_rows(self, keys: Sequence[RowKey]) -> None:
        """Select whole rows and make the first one the current row."""
        selection = QItemSelection()
        for key in keys:
            row = self._model.row_of(key)
            selection.select(self._model.index(row, 0), self._model.index(row, self._model.columnCount() - 1))
        if keys:
            start = self._model.index(self._model.row_of(keys[0]), 0)
            self._view.selectionModel().setCurrentIndex(start, _Flag.NoUpdate)
        self._view.selectionModel().select(selection, _Flag.ClearAndSelect)

    def select_again(self, keys: Sequence[RowKey], column: int, *, whole: bool) -> None:
        """After rows moved: select them again (the cell of ``column``, or whole rows) and bring the first one into the window."""
        rows = sorted(row for row in map(self._model.row_of, keys) if row >= 0)
        if not rows:
            return
        if whole:
            self.select_rows([self._model.rows[row].key for row in rows])
        else:
            self._view.keys.select_block(rows[0], column, rows[-1], column)
        self._view.scrollTo(self._view.currentIndex())
