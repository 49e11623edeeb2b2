"""What is selected in the grid: rows, cells, a table of texts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from kh_desktop.ui.grid.block import Cell
from kh_desktop.ui.grid.clipboard import Table
from kh_desktop.ui.grid.model import GridModel
from kh_desktop.ui.grid.rows import GridRow, RowKey
from kh_desktop.ui.grid.view import GridView

_Flag = QItemSelectionModel.SelectionFlag


class GridSelection:
    """Reads (and sets) the selection of ``view``; where nothing is selected, the current cell counts."""

    def __init__(self, view: GridView, model: GridModel) -> None:
        self._view, self._model = view, model

    def rows(self) -> list[GridRow]:
        """The rows with a selected cell, in print order."""
        return [self._model.rows[row] for row in sorted({row for row, _ in self.places()})]

    def places(self) -> list[tuple[int, int]]:
        """Row and column of the selected cells, row by row."""
        found = sorted({(index.row(), index.column()) for index in self._view.selectionModel().selectedIndexes()})
        current = self._view.currentIndex()
        return found or ([(current.row(), current.column())] if current.isValid() else [])

    def cells(self) -> list[Cell]:
        """The selected cells as row and field."""
        model = self._model
        return [(model.rows[row], model.key_at(model.index(row, column))) for row, column in self.places()]

    def table(self) -> Table:
        """The texts of the selected rows between the leftmost and the rightmost selected column."""
        places = self.places()
        if not places:
            return []
        columns = range(min(column for _, column in places), max(column for _, column in places) + 1)
        rows = sorted({row for row, _ in places})
        return [[str(self._model.data(self._model.index(row, column)) or "") for column in columns] for row in rows]

    def keys_from_current(self) -> list[str]:
        """The fields of the columns from the current one on."""
        return self._model.keys[max(0, self._view.currentIndex().column()) :]

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
