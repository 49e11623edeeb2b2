"""A list of units: one line each that can be taken out, and a field that adds one with suggestions from the unit book."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kh_desktop.domain.model import UnitRef
from kh_desktop.domain.unit_lines import split_units
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import LineEdit, PopupCompleter, icon_button, text_label


class UnitChips(QWidget):
    """``committed(text)`` carries all units, one per line, when one was added or taken out."""

    committed = Signal(str)

    def __init__(self, name: str, find: Callable[[str], list[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._labels: list[str] = []
        self._read_only = False
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.field = LineEdit(tr("Thêm {name}", name=name.lower()), placeholder=tr("Thêm đơn vị"))
        completer = PopupCompleter((), self.field, find=find)
        completer.chosen.connect(self._take_chosen)
        self.field.committed.connect(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._list)
        layout.addWidget(self.field)

    def labels(self) -> list[str]:
        """The units shown."""
        return list(self._labels)

    def set_units(self, units: Sequence[UnitRef], *, read_only: bool) -> None:
        """Show ``units``."""
        labels = [unit.label for unit in units]
        self.field.setVisible(not read_only)
        if labels == self._labels and read_only == self._read_only:
            return
        self._labels, self._read_only = labels, read_only
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, unit in enumerate(units):
            self._list.addWidget(self._chip(place, unit))

    def _chip(self, place: int, unit: UnitRef) -> QFrame:
        chip = QFrame(self)
        chip.setProperty("kind", "banner-info")
        row = QHBoxLayout(chip)
        edge = 7 if self._read_only else 3  # as tall as with its button
        row.setContentsMargins(10, edge, 3, edge)
        row.setSpacing(4)
        label = text_label(unit.label)
        label.setToolTip("" if unit.unit_id else tr("Chưa có trong danh mục đơn vị"))
        row.addWidget(label, 1)
        if not self._read_only:
            close = icon_button("close", tr("Bỏ {unit}", unit=unit.label))
            close.clicked.connect(lambda _checked=False: self.remove(place))
            row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return chip

    def remove(self, place: int) -> None:
        """Take one unit out."""
        self.committed.emit("\n".join(label for at, label in enumerate(self._labels) if at != place))

    def _take_chosen(self) -> None:
        self.field.commit()

    def _add(self, text: str) -> None:
        self.field.set_value("")
        new = [part for part in split_units(text) if part not in self._labels]
        if new:
            self.committed.emit("\n".join([*self._labels, *new]))
