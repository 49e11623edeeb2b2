"""The line above the page: its four parts, the plan, the filters, tables instead of charts, paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QTabBar, QToolButton, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.icons import icon
from kh_desktop.ui.widgets import ComboBox, icon_button
from kh_desktop.ui.widgets.flow import FlowLayout

PARTS: dict[str, str] = {
    "board": N_("Tổng hợp"), "targets": N_("Chỉ tiêu của kế hoạch"), "readings": N_("Số liệu"), "book": N_("Danh mục"),
}  # fmt: skip
OUTPUTS: tuple[tuple[str, str, str], ...] = (
    ("print", N_("Xem và in…"), "print"), (".pdf", N_("Lưu thành PDF…"), "pdf"), (".xlsx", N_("Lưu thành Excel…"), "excel"),
)  # fmt: skip
# Names of units and plans in an open list, in pixels at 100 %.
_WIDEST = 520


class IndicatorsBar(QWidget):
    """``part_chosen(id)``, ``filter_changed()``, ``tables_toggled(on)``, ``output_wanted(how)``."""

    part_chosen = Signal(str)
    filter_changed = Signal()
    tables_toggled = Signal(bool)
    output_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = QTabBar(self)
        self.tabs.setAccessibleName(tr("Các phần của trang"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        for number, words in enumerate(PARTS.values(), start=1):
            self.tabs.addTab(tr(words))
            self.tabs.setTabToolTip(number - 1, f"{tr(words)} (Alt+{number})")
        self.tabs.currentChanged.connect(lambda place: self.part_chosen.emit(list(PARTS)[place]))
        self.plan = self._combo(tr("Kế hoạch"), 138)
        self.unit = self._combo(tr("Đơn vị"), 150)
        self.period = self._combo(tr("Kỳ"), 150)
        self.tables = icon_button("table", tr("Xem bảng số thay cho hình"), "F8", parent=self)
        self.tables.setCheckable(True)
        self.tables.toggled.connect(self.tables_toggled)
        self.output = self._output()
        row = FlowLayout(self, spacing=6)
        for control in (self.tabs, self.plan, self.unit, self.period, self.tables, self.output):
            row.addWidget(control)

    def _combo(self, name: str, width: int) -> ComboBox:
        combo = ComboBox(name, parent=self)
        combo.setToolTip(name)
        combo.setFixedWidth(round(width * theme.font_scale()))
        combo.committed.connect(lambda _value: self.filter_changed.emit())
        return combo

    def _output(self) -> QToolButton:
        button = icon_button("print", tr("In, lưu thành PDF, Excel"), parent=self)
        menu = QMenu(button)
        for how, words, name in OUTPUTS:
            action = menu.addAction(icon(name, "text_muted"), tr(words))
            action.triggered.connect(lambda _checked=False, how=how: self.output_wanted.emit(how))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def part(self) -> str:
        """The part one is at."""
        return list(PARTS)[self.tabs.currentIndex()]

    def turn_to(self, part: str) -> None:
        """Go to a part and offer what it can be filtered by."""
        self.tabs.setCurrentIndex(list(PARTS).index(part))
        self.plan.setVisible(part in ("board", "targets"))
        for control in (self.unit, self.period, self.tables, self.output):
            control.setVisible(part == "board")

    def show_choices(
        self, plans: Sequence[tuple[str, str]], units: Sequence[str], periods: Sequence[tuple[str, str]], chosen: tuple[str, str, str]
    ) -> None:
        """What can be chosen; ``chosen``: plan, unit, period."""
        plan, unit, period = chosen
        self.plan.set_choices(plans, plan)
        self.unit.set_choices([("", tr("Mọi đơn vị")), *((name, name) for name in units)], unit)
        self.period.set_choices([("", tr("Kỳ mới nhất")), *periods], period)
        for combo in (self.plan, self.unit, self.period):
            # The field is narrow, its list as wide as the names.
            view = combo.view()
            view.setMinimumWidth(min(view.sizeHintForColumn(0) + 40, round(_WIDEST * theme.font_scale())))
