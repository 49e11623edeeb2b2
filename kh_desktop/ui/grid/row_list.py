"""The list of rows a view shows, and how one list becomes another without a reset: an open editor, the selection and the current cell live
on. Few changes are told row by row; many as one change of order with one removal and one insertion at the end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject

from kh_desktop.ui.grid.changes import Step, apply, steps_between
from kh_desktop.ui.grid.rows import GridRow, RowKey

_FEW_STEPS = 24


class RowList(QAbstractTableModel):
    """``rows`` are the rows shown, in the order shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[GridRow] = []
        self._places: dict[RowKey, int] | None = None

    def row_of(self, key: RowKey) -> int:
        """The place of a task or group among the rows shown, -1 when it is not shown."""
        if self._places is None:
            self._places = {row.key: place for place, row in enumerate(self.rows)}
        return self._places.get(key, -1)

    def _set_rows(self, rows: list[GridRow]) -> None:
        self.rows = rows
        self._places = None

    def _show(self, wanted: Sequence[GridRow]) -> list[RowKey]:
        """Show ``wanted``; the keys that were not shown before. Rows that stay may be other objects; the caller tells their changes."""
        old, new = [row.key for row in self.rows], [row.key for row in wanted]
        if old != new:
            steps = list(islice(steps_between(old, new), _FEW_STEPS + 1))
            if len(steps) <= _FEW_STEPS:
                for step in steps:
                    self._take_step(step, wanted)
            else:
                self._rearrange(wanted)
        self._set_rows(list(wanted))
        shown = set(old)
        return [key for key in new if key not in shown]

    def _take_step(self, step: Step, wanted: Sequence[GridRow]) -> None:
        root = QModelIndex()
        last = step.at + step.count - 1
        if step.kind == "insert":
            _unmeasured(wanted[step.at : last + 1])
            self.beginInsertRows(root, step.at, last)
        elif step.kind == "remove":
            self.beginRemoveRows(root, step.at, last)
        else:
            self.beginMoveRows(root, step.at, last, root, step.to)
        apply(step, self.rows, wanted)
        self._places = None
        {"insert": self.endInsertRows, "remove": self.endRemoveRows, "move": self.endMoveRows}[step.kind]()

    def _rearrange(self, wanted: Sequence[GridRow]) -> None:
        keys = {row.key for row in wanted}
        gone = [row for row in self.rows if row.key not in keys]
        if gone:
            self._reorder([row for row in self.rows if row.key in keys] + gone)
            first = len(self.rows) - len(gone)
            self.beginRemoveRows(QModelIndex(), first, len(self.rows) - 1)
            self._set_rows(self.rows[:first])
            self.endRemoveRows()
        known = {row.key for row in self.rows}
        new = [row for row in wanted if row.key not in known]
        if new:
            _unmeasured(new)
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(new) - 1)
            self._set_rows(self.rows + new)
            self.endInsertRows()
        self._reorder(list(wanted))

    def _reorder(self, rows: list[GridRow]) -> None:
        """Another order of the same rows."""
        old = [row.key for row in self.rows]
        places = {row.key: place for place, row in enumerate(rows)}
        if old == list(places):
            return
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        self._set_rows(rows)
        self.changePersistentIndexList(held, [self.createIndex(places[old[index.row()]], index.column()) for index in held])
        self.layoutChanged.emit()


def _unmeasured(rows: Sequence[GridRow]) -> None:
    """Rows that come (back) into the view have no height there."""
    for row in rows:
        row.measured = 0
