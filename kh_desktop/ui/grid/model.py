"""The flattened table model of the appendix: group rows and task rows in print order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kh_desktop.domain.columns import column_title
from kh_desktop.domain.model import Column, Plan, Task
from kh_desktop.domain.vitext import clean
from kh_desktop.ui.grid.changes import Step, apply, steps_between
from kh_desktop.ui.grid.rows import GridRow, RowKey, build_rows, grid_columns, task_texts, title_column

Index = QModelIndex | QPersistentModelIndex
Edit = Callable[[GridRow, str, str], bool]

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)


class GridModel(QAbstractTableModel):
    """Rows and columns of one plan. ``edit`` carries out a change of one cell and says whether it was accepted.

    The model is reset only when another plan is opened; everything else reaches the view as inserted, removed or moved rows and as
    the smallest ``dataChanged``, because a reset would throw away an open editor with the text typed in it.
    """

    def __init__(self, edit: Edit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[GridRow] = []
        self.columns: tuple[Column, ...] = ()
        self.keys: list[str] = []
        self.plan_id = 0
        self.read_only = True
        self._group_keys: list[str] = []
        self._places: dict[RowKey, int] = {}
        self._edit = edit

    # --- what views ask

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Number of rows; cells have no children."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Number of columns; cells have no children."""
        return 0 if parent.isValid() else len(self.keys)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Text of a cell, the problem found in it as tooltip; nothing for other roles."""
        if role in (_DISPLAY, _EDIT):
            return self._text(index.row(), index.column())
        if role == _TOOLTIP:
            return self.rows[index.row()].marks.get(self.key_at(index))
        if role == _ACCESSIBLE:
            text = self._text(index.row(), index.column())
            return f"{column_title(self.columns[index.column()])}: {text}".replace("\n", "; ")
        return None

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:  # noqa: N802
        """Hand a changed text to ``edit``; an unchanged one is no change at all."""
        if role != _EDIT or self.read_only or not index.isValid():
            return False
        key = self.key_at(index)
        row = self.rows[index.row()]
        text = clean(str(value))
        if not key or key == "no" or text == row.texts.get(key, ""):
            return False
        return self._edit(row, key, text)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: N802
        """Label of a column; the full "group / label" for assistive tools."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == _DISPLAY:
            return self.columns[section].label
        if role in (_ACCESSIBLE, _TOOLTIP):
            return column_title(self.columns[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only cells that may be edited are editable, so that no editor and no input-method window appears on others."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self.read_only and self.key_at(index) not in ("", "no"):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    # --- what the panel asks

    def key_at(self, index: Index) -> str:
        """The field a cell shows ("title" for the title of a group); "" for a cell that is one with another."""
        row, column = self.rows[index.row()], index.column()
        if row.kind == "group":
            return self._group_keys[column]
        return "" if self.keys[column] in row.covered else self.keys[column]

    def column_of(self, row: int, key: str) -> int:
        """The column that shows ``key`` in ``row``; the first editable one when it is not shown."""
        keys = self._group_keys if self.rows[row].kind == "group" else self.keys
        if key in keys:
            return keys.index(key)
        return title_column(self.keys)

    def row_of(self, key: RowKey) -> int:
        """The row of a task or group, -1 when it is not there."""
        return self._places.get(key, -1)

    def _text(self, row: int, column: int) -> str:
        item = self.rows[row]
        return item.texts.get(self._group_keys[column] if item.kind == "group" else self.keys[column], "")

    # --- what changes it

    def open_plan(self, plan: Plan, read_only: bool) -> None:
        """Show another plan: the one place where the model is reset."""
        self.beginResetModel()
        self.plan_id = plan.id
        self.read_only = read_only
        self._take_columns(grid_columns(plan))
        self.rows = build_rows(plan)
        self._index_rows()
        self.endResetModel()

    def update_plan(self, plan: Plan, read_only: bool) -> list[RowKey]:
        """Bring the rows up to date with ``plan`` by steps; the keys of inserted and of changed rows."""
        if read_only != self.read_only:
            self.read_only = read_only
        self._update_columns(grid_columns(plan))
        wanted = build_rows(plan)
        steps = list(steps_between([row.key for row in self.rows], [row.key for row in wanted]))
        touched: list[RowKey] = []
        for step in steps:
            self._take_step(step, wanted)
            if step.kind == "insert":
                touched += [row.key for row in wanted[step.at : step.at + step.count]]
        return touched + self._update_texts(wanted)

    def set_marks(self, marks: Mapping[RowKey, Mapping[str, str]]) -> None:
        """Show the problems found: field → sentence by row; only rows whose marks differ are repainted."""
        none: dict[str, str] = {}
        for place, row in enumerate(self.rows):
            wanted = marks.get(row.key, none)
            if row.marks != wanted:
                row.marks = wanted
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.keys) - 1), [_TOOLTIP])

    def _take_columns(self, columns: tuple[Column, ...]) -> None:
        self.columns = columns
        self.keys = [column.key for column in columns]
        start = title_column(self.keys)
        self._group_keys = ["title" if place == start else "" for place in range(len(self.keys))]
        if start == 1:
            self._group_keys[0] = "no"

    def _update_columns(self, columns: tuple[Column, ...]) -> None:
        if columns == self.columns:
            return
        by_key = {column.key: column for column in (*self.columns, *columns)}
        keys = list(self.keys)
        wanted = [column.key for column in columns]
        for step in steps_between(self.keys, wanted):
            root = QModelIndex()
            if step.kind == "insert":
                self.beginInsertColumns(root, step.at, step.at + step.count - 1)
            elif step.kind == "remove":
                self.beginRemoveColumns(root, step.at, step.at + step.count - 1)
            else:
                self.beginMoveColumns(root, step.at, step.at + step.count - 1, root, step.to)
            apply(step, keys, wanted)
            self._take_columns(tuple(by_key[key] for key in keys))
            {"insert": self.endInsertColumns, "remove": self.endRemoveColumns, "move": self.endMoveColumns}[step.kind]()
        self._take_columns(columns)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)

    def _take_step(self, step: Step, wanted: Sequence[GridRow]) -> None:
        root = QModelIndex()
        last = step.at + step.count - 1
        if step.kind == "insert":
            self.beginInsertRows(root, step.at, last)
        elif step.kind == "remove":
            self.beginRemoveRows(root, step.at, last)
        else:
            self.beginMoveRows(root, step.at, last, root, step.to)
        apply(step, self.rows, wanted)
        self._index_rows()
        {"insert": self.endInsertRows, "remove": self.endRemoveRows, "move": self.endMoveRows}[step.kind]()

    def update_tasks(self, tasks: Iterable[Task]) -> list[RowKey]:
        """Take over the texts of a few changed tasks; none came, went or moved."""
        touched: list[RowKey] = []
        for task in tasks:
            place = self.row_of(("task", task.id))
            cells = self._take_texts(place, task_texts(task, self.rows[place].texts["no"])) if place >= 0 else None
            if cells is not None:
                touched.append(("task", task.id))
                self._tell((place, place, *cells))
        return touched

    def _take_texts(self, place: int, texts: dict[str, str]) -> tuple[int, int] | None:
        """Give a row its new texts; the first and last column that changed, None when nothing did."""
        row = self.rows[place]
        if row.texts == texts:
            return None
        keys = self._group_keys if row.kind == "group" else self.keys
        changed = [column for column, key in enumerate(keys) if texts.get(key) != row.texts.get(key)] or [0]
        row.texts = texts
        row.measured = 0
        return changed[0], changed[-1]

    def _update_texts(self, wanted: Sequence[GridRow]) -> list[RowKey]:
        """Take over texts and places; one ``dataChanged`` per run of rows that changed in the same columns."""
        touched: list[RowKey] = []
        run: tuple[int, int, int, int] | None = None
        for place, (row, new) in enumerate(zip(self.rows, wanted, strict=True)):
            joined = row.covered != new.covered
            row.group_id, row.place, row.continues, row.covered = new.group_id, new.place, new.continues, new.covered
            old = row.texts
            cells = self._take_texts(place, new.texts)
            if joined:
                cells = (0, len(self.keys) - 1)  # looks different even where no text changes
            if cells is None:
                continue
            if {**old, "no": ""} != {**new.texts, "no": ""}:
                touched.append(row.key)
            if run is not None and run[1:] == (place - 1, *cells):
                run = (run[0], place, *cells)
                continue
            self._tell(run)
            run = (place, place, *cells)
        self._tell(run)
        return touched

    def _tell(self, run: tuple[int, int, int, int] | None) -> None:
        if run is not None:
            first, last, left, right = run
            self.dataChanged.emit(self.index(first, left), self.index(last, right), [_DISPLAY, _EDIT])

    def _index_rows(self) -> None:
        self._places = {row.key: place for place, row in enumerate(self.rows)}
