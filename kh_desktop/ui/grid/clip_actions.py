"""Clearing, copying, cutting and pasting blocks of cells."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from kh_desktop.ui.grid import block
from kh_desktop.ui.grid.clipboard import Table, from_tsv, is_one_cell, to_html, to_tsv
from kh_desktop.ui.grid.host import Host


class ClipActions:
    """Each method is one command of the grid and at most one undo step."""

    def __init__(self, host: Host) -> None:
        self._host = host

    def clear(self) -> None:
        """Empty the selected cells."""
        cells = self._host.selection.cells()
        if self._host.begin():
            self._host.carry_out(block.fill(cells, ""), "task.clear")

    def copy(self) -> None:
        """The selected cells to the clipboard, as text for Excel and as a table for Word."""
        self._host.commit()
        table = self._host.selection.table()
        if table:
            data = QMimeData()
            data.setText(table[0][0] if is_one_cell(table) else to_tsv(table))
            data.setHtml(to_html(table))
            QApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """Copy, then empty the cells."""
        self.copy()
        self.clear()

    def paste(self) -> None:
        """Write the clipboard over the cells from the current one on; a single text fills every selected cell."""
        table = clipboard_table()
        if table and self._host.begin():
            self._host.carry_out(self._pasted(table), "task.paste")

    def paste_rows(self) -> None:
        """The clipboard as new tasks below the current row."""
        table, row = clipboard_table(), self._host.current_row()
        if table and self._host.begin():
            keys = self._host.selection.keys_from_current()
            self._host.carry_out(block.paste_below(row, keys, table) if row is not None else self._all_new(table), "task.paste")

    def _pasted(self, table: Table) -> block.Changes:
        row = self._host.current_row()
        if row is None:
            return self._all_new(table)
        if is_one_cell(table):
            return block.fill(self._host.selection.cells(), table[0][0].strip())
        keys = self._host.selection.keys_from_current()
        return block.paste_over(self._host.model.rows, self._host.model.row_of(row.key), keys, table)

    def _all_new(self, table: Table) -> block.Changes:
        keys = self._host.model.keys
        wide = len(table[0]) >= len(keys)
        return block.all_new(keys if wide else [key for key in keys if key != "no"], table)


def clipboard_table() -> Table:
    """The table on the clipboard; empty when there is no text on it."""
    text = QApplication.clipboard().text()
    return from_tsv(text) if text.strip() else []
