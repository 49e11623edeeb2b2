"""Every field of the selected row in full, beside the grid."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from kh_desktop.domain.model import Plan, Shape, Task, UnitRef
from kh_desktop.ui.grid.chips import UnitChips
from kh_desktop.ui.grid.deadlines.field_line import FieldLine
from kh_desktop.ui.grid.deadlines.lines import Readings
from kh_desktop.ui.grid.rows import UNIT_FIELDS, GridRow, grid_columns
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.widgets import TextEdit, text_label

_FIELDS: tuple[tuple[str, str, int], ...] = (
    ("title", N_("Tên nhóm"), 2),
    ("content", N_("Nội dung nhiệm vụ"), 3),
    ("detail", N_("Các việc cụ thể (mỗi dòng một việc)"), 4),
    ("lead", N_("Đơn vị chủ trì"), 0),
    ("coord", N_("Đơn vị phối hợp"), 0),
    ("product", N_("Sản phẩm"), 2),
    ("deadline", N_("Thời hạn"), 1),
)


class DeadlineDeeds(Protocol):
    """What can be done with the deadline of a row."""

    def mend(self, row: GridRow) -> None:
        """Take the proposed day."""

    def explain(self, row: GridRow) -> None:
        """Ask what is meant."""

    def compose(self, row: GridRow) -> None:
        """Put a phrase together."""


class TaskDetails(QWidget):
    """``edited(row, field, text)`` when a field was committed, ``continues_changed(row, on)`` for the tick."""

    edited = Signal(object, str, str)
    continues_changed = Signal(object, bool)

    def __init__(self, find: Callable[[str], list[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: GridRow | None = None
        self._parts: dict[str, tuple[QLabel, TextEdit | UnitChips]] = {}
        self._readings, self._can_write = Readings(), False
        self.continues = QCheckBox(tr("Tiếp dòng trên, không đánh số"))
        self.continues.setToolTip(tr("Dòng này thuộc nhiệm vụ ở dòng trên: cùng số, thêm một sản phẩm hoặc thời hạn"))
        self.continues.clicked.connect(self._continues_clicked)
        self._build(find)

    def _build(self, find: Callable[[str], list[str]]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for key, name, lines in _FIELDS:
            self._add_field(column, key, tr(name), lines, find)
        column.addWidget(self.continues)
        column.addStretch(1)

    def _add_field(self, column: QVBoxLayout, key: str, name: str, lines: int, find: Callable[[str], list[str]]) -> None:
        label = text_label(name, "muted")
        label.setContentsMargins(0, 8, 0, 0)
        label.setMinimumWidth(1)
        field = UnitChips(name, find) if key in UNIT_FIELDS else TextEdit(name, lines=lines, max_lines=14)
        label.setBuddy(field if isinstance(field, TextEdit) else field.field)
        field.committed.connect(lambda text, key=key: self._committed(key, text))
        column.addWidget(label)
        column.addWidget(field)
        if key == "deadline" and isinstance(field, TextEdit):
            self.deadline = FieldLine(field)
            column.addWidget(self.deadline)
        self._parts[key] = (label, field)

    def show_row(self, plan: Plan | None, row: GridRow | None, *, read_only: bool) -> None:
        """Show ``row`` of ``plan``; typing in another row's fields is committed first."""
        if self._row is not None and (row is None or row.key != self._row.key):
            self.commit()
        self._row = row
        wanted = _fields_of(plan, row)
        for key, (label, field) in self._parts.items():
            label.setVisible(key in wanted)
            field.setVisible(key in wanted)
        self.deadline.setVisible("deadline" in wanted)
        self.continues.setVisible(row is not None and row.kind == "task" and row.place > 0)
        self.continues.setEnabled(not read_only)
        if row is not None:
            self.continues.setChecked(row.continues)
            self._show_texts(plan, row, wanted, read_only)

    def _show_texts(self, plan: Plan | None, row: GridRow, wanted: set[str], read_only: bool) -> None:
        task = task_of(plan, row)
        for key in wanted:
            field = self._parts[key][1]
            if isinstance(field, UnitChips):
                units: tuple[UnitRef, ...] = getattr(task, key, ())
                field.set_units(units, read_only=read_only)
            else:
                field.set_value(row.texts.get(key, ""))
                field.setReadOnly(read_only)
        phrase, meaning = (row.texts.get(key, "") for key in ("deadline", "meaning"))
        self.deadline.show_deadline(self._readings, phrase, meaning, read_only=read_only, can_write=self._can_write)
        for column in grid_columns(plan) if plan is not None else ():
            if column.key in wanted and column.key != "detail":
                self._parts[column.key][0].setText(column.label)

    def join_deadlines(self, deeds: DeadlineDeeds, readings: Readings, *, can_write: bool) -> None:
        """The line under the deadline does what the grid does, and reads as it reads."""
        self._readings, self._can_write = readings, can_write
        line = self.deadline
        line.mend_wanted.connect(lambda: self._do(deeds.mend))
        line.explain_wanted.connect(lambda: self._do(deeds.explain))
        line.compose_wanted.connect(lambda: self._do(deeds.compose))

    def _do(self, deed: Callable[[GridRow], None]) -> None:
        row = self._row
        self.commit()
        if row is not None:
            deed(row)

    def commit(self) -> None:
        """Store what is being typed."""
        for _, field in self._parts.values():
            (field if isinstance(field, TextEdit) else field.field).commit()

    def _committed(self, key: str, text: str) -> None:
        if self._row is not None:
            self.edited.emit(self._row, key, text)

    def _continues_clicked(self, on: bool) -> None:
        if self._row is not None:
            self.continues_changed.emit(self._row, on)


def task_of(plan: Plan | None, row: GridRow) -> Task | None:
    """The task a row shows; None for a group row."""
    if plan is None or row.kind != "task":
        return None
    return next((task for group in plan.groups if group.id == row.group_id for task in group.tasks if task.id == row.id), None)


def _fields_of(plan: Plan | None, row: GridRow | None) -> set[str]:
    if row is None or plan is None:
        return set()
    if row.kind == "group":
        return {"title"}
    wanted = {"content", "lead", "coord", "product", "deadline"} - row.covered
    return wanted | {"detail"} if plan.shape is Shape.ASSIGNMENTS or row.texts.get("detail") else wanted


def row_title(plan: Plan | None, row: GridRow | None) -> str:
    """What the panel calls the row: "Nhiệm vụ 3"."""
    if plan is None or row is None:
        return tr("Chi tiết")
    if row.kind == "group":
        return tr("Nhóm {no}", no=row.texts["no"])
    return tr("Nhiệm vụ {no}", no=row.texts["no"]) if row.texts["no"] else tr("Dòng tiếp theo")
