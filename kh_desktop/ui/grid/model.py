"""The flattened table model of the appendix: group rows and task rows in print order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from kh_desktop.domain.columns import column_title
from kh_desktop.domain.model import Column, Plan, Task, TaskGroup
from kh_desktop.domain.vitext import clean
from kh_desktop.ui.grid.arrangement import Arrangement
from kh_desktop.ui.grid.changes import apply, steps_between
from kh_desktop.ui.grid.deadlines.lines import Readings
from kh_desktop.ui.grid.following.states import progress_tip
from kh_desktop.ui.grid.row_list import RowList
from kh_desktop.ui.grid.rows import FIXED, GridRow, RowKey, grid_columns, group_rows, task_texts, title_column

Index = QModelIndex | QPersistentModelIndex
Edit = Callable[[GridRow, str, str], bool]

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_MANY_RUNS = 24


class GridModel(RowList):
    """Rows and columns of one plan. ``edit`` carries out a change of one cell and says whether it was accepted.

    ``rows`` are the rows shown now; ``all_rows`` the whole plan in its signed order, whatever is folded away, filtered or sorted.

    The model is reset only when another plan is opened; everything else reaches the view as inserted, removed or moved rows and as
    the smallest ``dataChanged``, because a reset would throw away an open editor with the text typed in it.
    """

    def __init__(self, edit: Edit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all_rows: list[GridRow] = []
        self.arrangement = Arrangement()
        self.listing: Callable[[], list[GridRow]] | None = None  # rows in another order, shown instead of the plan
        self.columns: tuple[Column, ...] = ()
        self.keys: list[str] = []
        self.extra: tuple[Column, ...] = ()  # columns shown after those of the plan, on the screen only
        self.plan_id = 0
        self.read_only = True
        self._group_keys: list[str] = []
        self._by_key: dict[RowKey, GridRow] = {}
        self._built: dict[int, tuple[TaskGroup, int, list[GridRow]]] = {}
        self._marks: Mapping[RowKey, Mapping[str, str]] = {}
        self.readings = Readings()
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
            return self._tip(self.rows[index.row()], self.key_at(index))
        if role == _ACCESSIBLE:
            text = self._text(index.row(), index.column())
            said = self._said(self.rows[index.row()], self.key_at(index))
            return f"{column_title(self.columns[index.column()])}: {text}{said and f'; {said}'}".replace("\n", "; ")
        return None

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:  # noqa: N802
        """Hand a changed text to ``edit``; an unchanged one is no change at all."""
        if role != _EDIT or self.read_only or not index.isValid():
            return False
        key = self.key_at(index)
        row = self.rows[index.row()]
        text = clean(str(value))
        if key in FIXED or text == row.texts.get(key, ""):
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
        if not self.read_only and self.key_at(index) not in FIXED:
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

    def find(self, key: RowKey) -> GridRow | None:
        """The row of a task or group of the plan, shown or not."""
        return self._by_key.get(key)

    def _said(self, row: GridRow, key: str) -> str:
        """What a cell shows besides its text: the progress beside the number, what was understood under a deadline."""
        if key == "deadline":
            line = self.readings.shown(row.texts[key], row.texts.get("meaning", ""))
            return line.text if line is not None else ""
        return progress_tip(row.texts) if key == "no" else ""

    def _tip(self, row: GridRow, key: str) -> str | None:
        """The problem found in a cell; in the number cell the progress of the row."""
        said = [row.marks.get(key, ""), progress_tip(row.texts) if key in ("no", "state") else ""]
        return "\n".join(part for part in said if part) or None

    def _text(self, row: int, column: int) -> str:
        item = self.rows[row]
        return item.texts.get(self._group_keys[column] if item.kind == "group" else self.keys[column], "")

    # --- what changes it

    def open_plan(self, plan: Plan, read_only: bool) -> None:
        """Show another plan: the one place where the model is reset."""
        self.beginResetModel()
        self.plan_id = plan.id
        self.read_only = read_only
        self.readings.take_plan(plan)
        self.arrangement, self.listing = Arrangement(), None
        self._built, self._marks = {}, {}
        self._take_columns((*grid_columns(plan), *self.extra))
        self._take_plan(self._build(plan))
        self._set_rows(list(self.all_rows))
        self.endResetModel()

    def update_plan(self, plan: Plan, read_only: bool) -> list[RowKey]:
        """Bring the rows up to date with ``plan`` by steps; the keys of new rows and of those whose texts changed."""
        self.read_only = read_only
        self._update_columns((*grid_columns(plan), *self.extra))
        wanted, touched, repaint = self._build(plan), [], {}
        for new in wanted:
            row = self._by_key.get(new.key)
            if row is None:
                touched.append(new.key)
            elif row is not new and (cells := self._take_row(row, new, touched)) is not None:
                repaint[row.key] = cells
        self._take_plan([self._by_key.get(new.key, new) for new in wanted])
        self._show_arranged()
        if self.readings.take_plan(plan):
            self.read_again()
        self._tell_rows(repaint)
        return touched

    def read_again(self) -> None:
        """Deadlines may be understood otherwise, or their lines were shown or hidden: every row is measured and painted anew."""
        for row in (*self.all_rows, *self.rows):
            row.measured = 0
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.keys) - 1), [_DISPLAY])

    def arrange(self) -> None:
        """Show what ``arrangement`` says now."""
        self._show_arranged()

    def reveal(self, key: RowKey) -> bool:
        """Open the group of a row and take it in although the filter left it out; whether the row is shown now."""
        row = self.find(key)
        if row is not None and self.arrangement.reveal(row):
            self._show_arranged()
        return self.row_of(key) >= 0

    def show_extra(self, columns: tuple[Column, ...]) -> None:
        """Show other columns after those of the plan."""
        kept = self.columns[: len(self.columns) - len(self.extra)]
        self.extra = columns
        if self.plan_id:
            self._update_columns((*kept, *columns))

    def _show_arranged(self) -> None:
        before = {row.key: row for row in self.rows}
        folded = self.arrangement.fold(self.all_rows)
        wanted = self.arrangement.shown(self.all_rows) if self.listing is None else self.listing()
        if self.listing is not None:
            for row in wanted:
                row.marks = self._marks.get(row.key, {})
        self._show(wanted)
        others = [row.key for row in wanted if before.get(row.key, row) is not row]
        self._tell_rows(dict.fromkeys((*others, *folded), (0, len(self.keys) - 1)))

    def _build(self, plan: Plan) -> list[GridRow]:
        """All rows of ``plan``; for groups that are the same objects as before, the rows there are."""
        built, out = {}, []
        for place, group in enumerate(plan.groups):
            known = self._built.get(group.id)
            if known is None or known[0] is not group or known[1] != place:
                known = (group, place, group_rows(group, place))
            built[group.id] = known
            out += known[2]
        self._built = built
        return out

    def _take_plan(self, rows: list[GridRow]) -> None:
        self.all_rows = rows
        self._by_key = {row.key: row for row in rows}
        at = 0
        for group_id, (group, place, _) in self._built.items():
            self._built[group_id] = (group, place, rows[at : at + 1 + len(group.tasks)])
            at += 1 + len(group.tasks)

    def _take_row(self, row: GridRow, new: GridRow, touched: list[RowKey]) -> tuple[int, int] | None:
        """Give a row its new place and texts; the columns to be painted again."""
        joined = row.covered != new.covered
        row.group_id, row.place, row.continues, row.covered = new.group_id, new.place, new.continues, new.covered
        old = row.texts
        cells = self._take_texts(row, new.texts)
        if cells is not None and {**old, "no": ""} != {**new.texts, "no": ""}:
            touched.append(row.key)
        # A joined cell looks different even where no text changes.
        return (0, len(self.keys) - 1) if joined else cells

    def set_marks(self, marks: Mapping[RowKey, Mapping[str, str]]) -> None:
        """Show the problems found: field → sentence by row; only rows whose marks differ are repainted."""
        self._marks = marks
        none: dict[str, str] = {}
        differ = [place for place, row in enumerate(self.rows) if row.marks != marks.get(row.key, none)]
        for row in (*self.all_rows, *self.rows):
            row.marks = marks.get(row.key, none)
        for first, last in runs(differ):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.keys) - 1), [_TOOLTIP])

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

    def update_tasks(self, tasks: Iterable[Task]) -> list[RowKey]:
        """Take over the texts of a few changed tasks; none came, went or moved."""
        touched: list[RowKey] = []
        for task in tasks:
            row = self.find(("task", task.id))
            cells = self._take_texts(row, task_texts(task, row.texts["no"])) if row is not None else None
            if row is not None and cells is not None:
                touched.append(row.key)
                if self.listing is None:
                    self._tell_rows({row.key: cells})
        if self.listing is not None:
            self._show_arranged()
        return touched

    def _take_texts(self, row: GridRow, texts: dict[str, str]) -> tuple[int, int] | None:
        """Give a row its new texts; the first and last column that changed, None when nothing did."""
        if row.texts == texts:
            return None
        keys = self._group_keys if row.kind == "group" else self.keys
        differ = {key for key in texts.keys() | row.texts.keys() if texts.get(key) != row.texts.get(key)}
        if "meaning" in differ:
            differ.add("deadline")  # the line under it
        changed = [column for column, key in enumerate(keys) if key in differ] or [0]
        row.texts, row.plain = texts, ""
        row.measured = 0
        return changed[0], changed[-1]

    def _tell_rows(self, cells: Mapping[RowKey, tuple[int, int]]) -> None:
        """One ``dataChanged`` per run of shown rows that changed in the same columns."""
        told: list[tuple[int, int, int, int]] = []
        for place, columns in sorted((self.row_of(key), columns) for key, columns in cells.items()):
            if place < 0:
                continue
            if told and told[-1][1:] == (place - 1, *columns):
                told[-1] = (told[-1][0], place, *columns)
            else:
                told.append((place, place, *columns))
        if len(told) > _MANY_RUNS:  # painting the rows between costs less than telling each run
            told = [(told[0][0], told[-1][1], 0, len(self.keys) - 1)]
        for first, last, left, right in told:
            self.dataChanged.emit(self.index(first, left), self.index(last, right), [_DISPLAY, _EDIT])


def runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of neighbours among ascending ``places``."""
    first = last = -1
    for place in places:
        if first >= 0 and place != last + 1:
            yield first, last
            first = -1
        first, last = (place if first < 0 else first), place
    if first >= 0:
        yield first, last
