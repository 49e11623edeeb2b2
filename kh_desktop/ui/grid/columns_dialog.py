"""Choosing the columns of the task table: which, in what order, their labels, the label above them, their printed widths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from kh_desktop.domain.columns import COLUMN_SET_NAMES, COLUMN_SETS, FIELDS
from kh_desktop.domain.model import Column
from kh_desktop.ui import theme
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.widgets import ComboBox, LineEdit, heading, icon_button, muted, plain_button, primary_button, text_label

FIELD_NAMES: dict[str, str] = {
    "no": N_("Số thứ tự"),
    "content": N_("Nội dung nhiệm vụ"),
    "lead": N_("Đơn vị chủ trì"),
    "coord": N_("Đơn vị phối hợp"),
    "product": N_("Sản phẩm"),
    "deadline": N_("Thời hạn"),
}
_ALWAYS = ("content",)
_NARROWEST, _WIDEST = 8, 200


class ColumnsDialog(QDialog):
    """Starts from ``columns``; ``columns()`` is what was chosen. Columns left out keep their data."""

    def __init__(self, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Cột của phụ lục"))
        self._shown = {column.key for column in columns}
        usual = {column.key: column for column in COLUMN_SETS["responsible"]}
        missing = [usual[key] for key in FIELDS if key not in self._shown]
        self._columns = [column for column in columns if column.key in FIELDS] + missing
        choices = [(name, tr(COLUMN_SET_NAMES[name])) for name in COLUMN_SETS]
        self._sets = ComboBox(tr("Bộ cột có sẵn"), [("", tr("(đang dùng)")), *choices])
        self._sets.committed.connect(self.use_set)
        self._grid = QGridLayout()
        self._labels: list[LineEdit] = []
        self._groups: list[LineEdit] = []
        self._widths: list[QSpinBox] = []
        self._checks: list[QCheckBox] = []
        self._build()
        self._fill()

    def _build(self) -> None:
        top = QHBoxLayout()
        label = text_label(tr("Bộ cột có sẵn"), wrap=False)
        label.setBuddy(self._sets)
        top.addWidget(label)
        top.addWidget(self._sets, 1)
        cancel, accept = plain_button(tr("Thôi")), primary_button(tr("Dùng các cột này"))
        cancel.clicked.connect(self.reject)
        accept.clicked.connect(self._accept)
        accept.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(heading(tr("Cột của bảng nhiệm vụ"), 2))
        layout.addLayout(top)
        layout.addLayout(self._grid)
        layout.addWidget(muted(tr("Hai cột liền nhau có cùng tên chung thì in chung một ô tiêu đề ở trên.")))
        layout.addWidget(muted(tr("Bỏ một cột không làm mất nội dung đã nhập.")))
        layout.addLayout(buttons)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)

    def _fill(self) -> None:
        """Build the lines anew for the present order."""
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self._labels, self._groups, self._widths, self._checks = [], [], [], []
        for place, text in enumerate((tr("Cột"), tr("Tên khi in"), tr("Tên chung ở trên"), tr("Rộng (mm)"))):
            label = muted(text)
            label.setWordWrap(False)
            self._grid.addWidget(label, 0, place)
        for place, column in enumerate(self._columns):
            self._add_line(place, column)

    def _add_line(self, place: int, column: Column) -> None:
        name = tr(FIELD_NAMES[column.key])
        check = QCheckBox(name)
        check.setChecked(column.key in self._shown)
        check.setEnabled(column.key not in _ALWAYS)
        label = LineEdit(tr("Tên khi in của cột {name}", name=name), column.label)
        group = LineEdit(tr("Tên chung ở trên của cột {name}", name=name), column.group)
        width = QSpinBox()
        width.setRange(_NARROWEST, _WIDEST)
        width.setValue(round(column.width))
        width.setAccessibleName(tr("Độ rộng của cột {name} (mm)", name=name))
        up = icon_button("up", tr("Chuyển cột {name} sang trái", name=name))
        down = icon_button("down", tr("Chuyển cột {name} sang phải", name=name))
        up.setEnabled(place > 0)
        down.setEnabled(place + 1 < len(self._columns))
        up.clicked.connect(lambda _checked=False, at=place: self.move_column(at, -1))
        down.clicked.connect(lambda _checked=False, at=place: self.move_column(at, 1))
        for at, widget in enumerate((check, label, group, width, up, down)):
            self._grid.addWidget(widget, place + 1, at, Qt.AlignmentFlag(0))
        label.setMinimumWidth(round(190 * theme.font_scale()))
        group.setMinimumWidth(round(150 * theme.font_scale()))
        self._checks.append(check)
        self._labels.append(label)
        self._groups.append(group)
        self._widths.append(width)

    def _take(self) -> None:
        """Read the lines back."""
        lines = zip(self._columns, self._checks, self._labels, self._groups, self._widths, strict=True)
        taken, shown = [], set()
        for column, check, label, group, width in lines:
            label.commit()
            group.commit()
            shown |= {column.key} if check.isChecked() else set()
            name = label.value() or column.label
            taken.append(replace(column, label=name, group=group.value(), width=float(width.value())))
        self._columns, self._shown = taken, shown

    def move_column(self, place: int, by: int) -> None:
        """One column to the left (-1) or to the right (1)."""
        self._take()
        self._columns.insert(place + by, self._columns.pop(place))
        self._fill()

    def use_set(self, name: str) -> None:
        """Start from a ready set."""
        if name in COLUMN_SETS:
            chosen = COLUMN_SETS[name]
            self._shown = {column.key for column in chosen}
            self._columns = list(chosen)
            self._fill()

    def columns(self) -> tuple[Column, ...]:
        """The columns chosen, in order."""
        return tuple(column for column in self._columns if column.key in self._shown)

    def _accept(self) -> None:
        self._take()
        self.accept()
