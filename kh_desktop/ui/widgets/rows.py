"""A short editable list: one line of fields a row, an empty row to add, a button to take one away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets.buttons import icon_button, quiet_button
from kh_desktop.ui.widgets.choice import ComboBox
from kh_desktop.ui.widgets.fields import LineEdit
from kh_desktop.ui.widgets.layout import muted


@dataclass(frozen=True, slots=True)
class RowColumn:
    """One column: the label is marked with N_; with ``choices`` it is a list one may also type into."""

    key: str
    label: str
    stretch: int = 1
    placeholder: str = ""
    choices: tuple[str, ...] = ()


class EditRows(QWidget):
    """``changed()`` after a committed change; ``rows()`` is what the fields say now. Row ids are kept ("id", 0 for a new one)."""

    changed = Signal()

    def __init__(self, name: str, columns: Sequence[RowColumn], add_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._columns = name, columns
        self._rows: list[tuple[int, dict[str, LineEdit | ComboBox], list[QWidget]]] = []
        self._read_only = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._heads: list[QLabel] = []
        for index, column in enumerate(columns):
            head = muted(tr(column.label))
            self._heads.append(head)
            self._grid.addWidget(head, 0, index)
            self._grid.setColumnStretch(index, column.stretch)
        outer.addLayout(self._grid)
        self.add_button = quiet_button(add_text, "plus", self)
        self.add_button.clicked.connect(lambda _checked=False: self.add_row())
        line = QHBoxLayout()
        line.addWidget(self.add_button)
        line.addStretch(1)
        outer.addLayout(line)
        self._show_heads()

    def rows(self) -> list[dict[str, str]]:
        """Committed values of each row that is not empty, with its "id"."""
        found = []
        for number, fields, _widgets in self._rows:
            values = {key: field.value() for key, field in fields.items()}
            if any(values.values()):
                found.append({**values, "id": str(number)})
        return found

    def set_rows(self, rows: Sequence[Mapping[str, str]]) -> None:
        """Show these rows. Fields stay where the number of rows is the same, so that the caret does not jump; what is being typed
        is never taken away."""
        filled = [i for i, (_n, fields, _w) in enumerate(self._rows) if any(f.value() for f in fields.values())]
        if len(filled) != len(rows):
            if any(f.is_dirty() for _n, fields, _w in self._rows for f in fields.values()):
                return
            while self._rows:
                self._drop(0)
            for _row in rows:
                self._append(0)
            filled = list(range(len(rows)))
        for index, row in zip(filled, rows, strict=True):
            _number, fields, widgets = self._rows[index]
            self._rows[index] = (int(row["id"]), fields, widgets)
            for key, field in fields.items():
                field.set_value(row.get(key, ""))
        self._show_heads()

    def add_row(self) -> None:
        """An empty row with the caret in it; it counts when something is typed."""
        self._append(0)
        self._show_heads()
        next(iter(self._rows[-1][1].values())).setFocus()

    def set_read_only(self, read_only: bool) -> None:
        """Whether the rows can be changed."""
        self._read_only = read_only
        self.add_button.setVisible(not read_only)
        for _number, _fields, widgets in self._rows:
            for widget in widgets:
                widget.setEnabled(not read_only)

    def _append(self, number: int) -> None:
        row = self._grid.rowCount()
        before = self._rows[-1][2][-1] if self._rows else self.add_button.previousInFocusChain() or self
        fields: dict[str, LineEdit | ComboBox] = {}
        widgets: list[QWidget] = []
        for index, column in enumerate(self._columns):
            name = f"{self._name}: {tr(column.label)}"
            field: LineEdit | ComboBox
            if column.choices:
                field = ComboBox(name, [(text, text) for text in column.choices], editable=True, parent=self)
                field.setMinimumContentsLength(10)
            else:
                field = LineEdit(name, placeholder=tr(column.placeholder) if column.placeholder else "", parent=self)
            field.committed.connect(lambda _value: self.changed.emit())
            field.setEnabled(not self._read_only)
            self._grid.addWidget(field, row, index)
            fields[column.key] = field
            widgets.append(field)
        remove = icon_button("trash", tr("Bỏ dòng này"), parent=self)
        remove.setEnabled(not self._read_only)
        remove.clicked.connect(lambda _checked=False: self._remove(remove))
        self._grid.addWidget(remove, row, len(self._columns))
        widgets.append(remove)
        # New controls stand last in the window's order of the Tab key; theirs is after the row above, before the add button.
        for widget in widgets:
            QWidget.setTabOrder(before, widget)
            before = widget
        self._rows.append((number, fields, widgets))

    def _remove(self, button: QToolButton) -> None:
        index = next((i for i, row in enumerate(self._rows) if button in row[2]), -1)
        if index >= 0:
            self._drop(index)
            self._show_heads()
            self.changed.emit()

    def _drop(self, index: int) -> None:
        _number, _fields, widgets = self._rows.pop(index)
        for widget in widgets:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _show_heads(self) -> None:
        for head in self._heads:
            head.setVisible(bool(self._rows))
