"""The bar over the grid that says which rows are shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from kh_desktop.domain.model import TaskState
from kh_desktop.ui import theme
from kh_desktop.ui.grid.filtering import Filter, Found
from kh_desktop.ui.grid.following.states import LOOKS
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import ComboBox, SearchField, icon_button, muted, quiet_button


class FilterBar(QWidget):
    """``wanted(Filter)`` when something else is asked for, ``left`` when the bar was closed."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = SearchField(tr("Lọc theo chữ"), placeholder=tr("Chữ trong dòng"))
        self.deadline = SearchField(tr("Lọc theo thời hạn"), placeholder=tr("Thời hạn"))
        self.unit = ComboBox(tr("Lọc theo đơn vị"), [("", tr("Mọi đơn vị"))])
        states = [(look.state.value, tr(look.name)) for look in LOOKS]
        self.state = ComboBox(tr("Lọc theo tình trạng"), [("", tr("Mọi tình trạng")), *states])
        self.problems = QCheckBox(tr("Chỉ dòng cần xem"))
        self.count = muted("")
        self.clear_button = quiet_button(tr("Bỏ lọc"), "close")
        self._again = quiet_button(tr("Lọc lại"), "refresh")
        self._again.setToolTip(tr("Dòng đã sửa mà không còn khớp vẫn ở lại cho đến khi lọc lại"))
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        self.count.setWordWrap(False)
        for combo in (self.unit, self.state):
            combo.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(10)
            combo.setMaximumWidth(round(230 * theme.font_scale()))
        for field in (self.text, self.deadline):
            field.setMinimumWidth(round(90 * theme.font_scale()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(4)
        top, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.text, 3)
        top.addWidget(self.unit, 3)
        top.addWidget(self.state, 2)
        top.addWidget(self.deadline, 2)
        below.addWidget(self.problems)
        below.addSpacing(16)
        below.addWidget(self.count)
        below.addWidget(self._again)
        below.addWidget(self.clear_button)
        below.addStretch(1)
        close = icon_button("chevron-up", tr("Ẩn phần lọc và hiện mọi dòng"), "Esc")
        close.clicked.connect(self.leave)
        below.addWidget(close)
        layout.addLayout(top)
        layout.addLayout(below)

    def _connect(self) -> None:
        for field in (self.text, self.deadline):
            field.searched.connect(self._ask)
            field.installEventFilter(self)
        for combo in (self.unit, self.state):
            combo.committed.connect(self._ask)
        self.problems.toggled.connect(self._ask)
        self.clear_button.clicked.connect(self.clear)
        self._again.clicked.connect(self._ask)

    def asked(self) -> Filter:
        """What is asked for now."""
        state = TaskState(self.state.value()) if self.state.value() else None
        return Filter(self.unit.value(), state, self.deadline.text().strip(), self.text.text().strip(), self.problems.isChecked())

    def open(self, units: Sequence[str]) -> None:
        """Show the bar and go to its field."""
        self.offer(units)
        self.show()
        self.text.setFocus()
        self.text.selectAll()

    def offer(self, units: Sequence[str]) -> None:
        """The units to choose from."""
        chosen = self.unit.value()
        extra = [chosen] if chosen and chosen not in units else []
        self.unit.set_choices([("", tr("Mọi đơn vị")), *((unit, unit) for unit in (*units, *extra))])

    def tell(self, found: Found | None) -> None:
        """How many tasks fit; None: nothing is asked for."""
        words = tr("{fitting} trong {total} nhiệm vụ", fitting=found.fitting, total=found.total) if found is not None else ""
        self.count.setText(words)
        self.clear_button.setVisible(found is not None)
        self._again.setVisible(found is not None)

    def clear(self) -> None:
        """Ask for nothing: every row is shown. The focus stays where it is."""
        for field in (self.text, self.deadline):
            field.blockSignals(True)
            field.clear()
            field.blockSignals(False)
        self.unit.set_value("")
        self.state.set_value("")
        self.problems.blockSignals(True)
        self.problems.setChecked(False)
        self.problems.blockSignals(False)
        self._ask()

    def leave(self) -> None:
        """Ask for nothing and close."""
        self.clear()
        self.hide()
        self.left.emit()

    def _ask(self) -> None:
        self.wanted.emit(self.asked())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Esc in an empty field closes the bar."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            if isinstance(watched, SearchField) and not watched.text():
                self.leave()
                return True
        return super().eventFilter(watched, event)
