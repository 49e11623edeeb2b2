"""A form as the model of a table: one row a line, one to add a line, the total."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from kh_desktop.domain.printed import count_words
from kh_desktop.domain.report_forms import FormColumn
from kh_desktop.services.form_lines import CODES
from kh_desktop.ui import theme
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.reports.form_data import MAIN, FormData
from kh_desktop.ui.reports.words import field_name, rule_words

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


class FormModel(QAbstractTableModel):
    """``typed(label, column, text)`` when a person typed into a cell, ``added(text)`` a new line."""

    typed = Signal(str, str, str)
    added = Signal(str)

    def __init__(self, data: FormData, parent: object = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self.shown = data
        self.writable = True

    def set_data(self, data: FormData) -> None:
        """Show another form, or the same one anew: then only lines that came or went are told of, so that an open cell stays open."""
        if self.shown.form != data.form:
            self.beginResetModel()
            self.shown = data
            self.endResetModel()
            return
        old, new = [row.label for row in self.shown.rows], [row.label for row in data.rows]
        first = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
        same = 0
        while same < min(len(old), len(new)) - first and old[-1 - same] == new[-1 - same]:
            same += 1
        if len(old) - same > first:
            self.beginRemoveRows(QModelIndex(), first, len(old) - same - 1)
            self.shown = replace(self.shown, rows=(*self.shown.rows[:first], *self.shown.rows[len(old) - same :]))
            self.endRemoveRows()
        if len(new) - same > first:
            self.beginInsertRows(QModelIndex(), first, len(new) - same - 1)
            self.shown = data
            self.endInsertRows()
        self.shown = data
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    # --- places

    @property
    def add_row(self) -> int:
        """The row where a new line is typed; -1 where nothing can be written."""
        return len(self.shown.rows) if self.writable else -1

    @property
    def total_row(self) -> int:
        """The row of the total."""
        return len(self.shown.rows) + (1 if self.writable else 0)

    def column_at(self, column: int) -> FormColumn:
        """The column of the form."""
        return self.shown.form.columns[column]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else self.total_row + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self.shown.form.columns)

    def row_in_data(self, row: int) -> int:
        """The row as ``FormData`` counts: the total stands right below the lines."""
        return len(self.shown.rows) if row == self.total_row else row

    # --- what is shown

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsEditable if self._editable(index) else found

    def _editable(self, index: Index) -> bool:
        column = self.column_at(index.column())
        if not self.writable or index.row() == self.total_row:
            return False
        if index.row() == self.add_row:
            return column.key == "label"
        return column.kind != "text" and not column.sum_of

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        row, column = index.row(), self.column_at(index.column())
        if role in (Role.DisplayRole, Role.EditRole):
            return self._text(row, column, plain=role == Role.EditRole)
        if role == Role.TextAlignmentRole:
            return int(_CENTRE if column.key == "no" else _RIGHT if column.kind != "text" else Qt.AlignmentFlag.AlignVCenter)
        if role == Role.FontRole and (row == self.total_row or column.sum_of):
            font = QFont(theme.scaled_font())
            font.setBold(row == self.total_row)
            return font
        if role == Role.BackgroundRole and row != self.add_row:
            return theme.color("raised") if row == self.total_row or column.sum_of else None
        if role == Role.ForegroundRole and row == self.add_row:
            return theme.color("text_muted")
        if role in (Role.ToolTipRole, Role.AccessibleDescriptionRole):
            return self._tip(row, column)
        return None

    def _text(self, row: int, column: FormColumn, *, plain: bool) -> str:
        if row == self.add_row:
            words = tr("Thêm lĩnh vực…") if self.shown.form.code == CODES[MAIN] else tr("Thêm dòng…")
            return words if column.key == "label" and not plain else ""
        if column.key == "no":
            return str(row + 1) if row < len(self.shown.rows) else ""
        if row == self.total_row:
            return tr("Tổng số") if column.key == "label" else count_words(self.shown.total.get(column.key, 0)) if column.adds_up else ""
        line = self.shown.rows[row]
        if column.key == "label":
            return field_name(line.label)
        if column.kind == "text":
            return ""
        count = line.counts.get(column.key, 0)
        return str(count) if plain else count_words(count)

    def _tip(self, row: int, column: FormColumn) -> str:
        broken = self.shown.breaks_at(self.row_in_data(row), column.key) if row != self.add_row else []
        lines = [
            tr("Không khớp: dòng tổng của tệp ghi {found}", found=count_words(b.found)) if b.rule == "total"
            else tr("Không khớp {rule}: {found}, cộng lại là {expected}", rule=rule_words(b.rule), found=count_words(b.found),
                    expected=count_words(b.expected))
            for b in broken if b.rule not in (">=0", "<=")
        ]  # fmt: skip
        if row < len(self.shown.rows) and self.shown.rows[row].typed:
            lines.append(tr("Dòng nhập tay, thay cho số trong tệp"))
        return "\n".join(lines)

    # --- what is typed

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:  # noqa: N802
        """A person typed into a cell; who listens stores it."""
        text = str(value).strip()
        if role != Role.EditRole or not self._editable(index):
            return False
        if index.row() == self.add_row:
            if text:
                self.added.emit(text)
        elif text != self._text(index.row(), self.column_at(index.column()), plain=True):
            self.typed.emit(self.shown.rows[index.row()].label, self.column_at(index.column()).key, text)
        return True
