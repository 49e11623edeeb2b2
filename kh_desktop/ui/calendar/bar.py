"""The two lines above the calendar: which view, which days, what to show of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.calendar.chips import Chip, MeaningChips
from kh_desktop.ui.calendar.days import month_of, quarter_of
from kh_desktop.ui.calendar.filtering import Filter
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.icons import icon
from kh_desktop.ui.widgets import ComboBox, heading, icon_button
from kh_desktop.ui.widgets.flow import FlowLayout

VIEWS: dict[str, str] = {"month": N_("Tháng"), "quarter": N_("Quý"), "year": N_("Năm"), "agenda": N_("Danh sách")}
OUTPUTS: tuple[tuple[str, str, str, str], ...] = (
    ("print", "month", N_("Xem và in lịch tháng…"), "print"),
    ("print", "agenda", N_("Xem và in danh sách…"), "print"),
    (".pdf", "month", N_("Lưu lịch tháng thành PDF…"), "pdf"),
    (".pdf", "agenda", N_("Lưu danh sách thành PDF…"), "pdf"),
    (".xlsx", "month", N_("Lưu lịch tháng thành Excel…"), "excel"),
    (".xlsx", "agenda", N_("Lưu danh sách thành Excel…"), "excel"),
    (".ics", "plan", N_("Lưu tệp lịch cho Outlook, Thunderbird…"), "calendar"),
)


def range_words(view: str, day: str) -> str:
    """What the view shows: "Tháng 6/2027", "Quý II/2027", "Năm 2027"."""
    year, month = month_of(day)
    if view == "quarter":
        return tr("Quý {quarter}/{year}", quarter=("I", "II", "III", "IV")[quarter_of(day) - 1], year=year)
    if view == "year":
        return tr("Năm {year}", year=year)
    return tr("Tháng {month}/{year}", month=month, year=year)


class CalendarBar(QWidget):
    """``view_chosen(view)``, ``step(±1)``, ``today_wanted()``, ``filter_changed()``, ``plan_chosen(value)``, ``lunar_toggled(on)``,
    ``output_wanted(how, what)``, ``panel_toggled(on)``."""

    view_chosen = Signal(str)
    step = Signal(int)
    today_wanted = Signal()
    filter_changed = Signal()
    plan_chosen = Signal(str)
    lunar_toggled = Signal(bool)
    output_wanted = Signal(str, str)
    panel_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = heading("", 2)
        self.title.setWordWrap(False)
        self.title.setFont(theme.scaled_font(1.1, bold=True))
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.views: dict[str, Chip] = {}
        self.walk = QWidget(self)
        self.previous, self.next = icon_button("chevron-left", tr("Trước"), "PgUp"), icon_button("chevron-right", tr("Sau"), "PgDn")
        self.today = Chip()
        self.today.setCheckable(False)
        self.today.setText(tr("Hôm nay"))
        self.lunar = Chip()
        self.output = icon_button("print", tr("In, lưu lịch"))
        self.panel = icon_button("panel", tr("Phần chi tiết bên cạnh"), "F4")
        self.plan, self.unit = ComboBox(tr("Kế hoạch")), ComboBox(tr("Đơn vị chủ trì"))
        self.clear = Chip()
        self.clear.setCheckable(False)
        self.clear.setText(tr("Bỏ lọc"))
        self.clear.setIcon(icon("close", "link"))
        self.chips = MeaningChips(self, self.filter_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._first_line())
        layout.addLayout(self._second_line())
        self._connect()

    def _first_line(self) -> QHBoxLayout:
        flow = FlowLayout(spacing=2)
        group = QButtonGroup(self)
        for view, words in VIEWS.items():
            button = Chip(self)
            button.setText(tr(words))
            button.clicked.connect(lambda _checked=False, name=view: self.view_chosen.emit(name))
            group.addButton(button)
            self.views[view] = button
            flow.addWidget(button)
        flow.addWidget(self._walk())
        self.panel.setCheckable(True)
        self.panel.setChecked(True)
        self.panel.setShortcut("F4")
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addLayout(flow, 1)
        for widget in (self.output, self.panel):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _walk(self) -> QWidget:
        """Back, what is shown, on, today: they stay together."""
        row = QHBoxLayout(self.walk)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(2)
        for widget in (self.previous, self.title, self.next, self.today):
            row.addWidget(widget)
        return self.walk

    def _second_line(self) -> FlowLayout:
        flow = FlowLayout()
        for box, width in ((self.plan, 150), (self.unit, 132)):
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(4)
            box.setFixedWidth(round(width * theme.font_scale()))
            box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            flow.addWidget(box)
        for button in self.chips.buttons.values():
            flow.addWidget(button)
        flow.addWidget(self.clear)
        self.lunar.setText(tr("Ngày âm lịch"))
        self.lunar.setToolTip(tr("Ghi ngày âm lịch trong lịch tháng"))
        flow.addWidget(self.lunar)
        return flow

    def _connect(self) -> None:
        menu = QMenu(self.output)
        for how, what, words, picture in OUTPUTS:
            action = menu.addAction(icon(picture, "text_muted"), tr(words))
            action.triggered.connect(lambda _checked=False, way=how, kind=what: self.output_wanted.emit(way, kind))
        self.output.setMenu(menu)
        self.output.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.previous.clicked.connect(lambda _checked=False: self.step.emit(-1))
        self.next.clicked.connect(lambda _checked=False: self.step.emit(1))
        self.today.clicked.connect(lambda _checked=False: self.today_wanted.emit())
        self.lunar.toggled.connect(self.lunar_toggled)
        self.panel.toggled.connect(self.panel_toggled)
        self.plan.committed.connect(self.plan_chosen)
        self.unit.committed.connect(lambda _value: self.filter_changed.emit())
        self.clear.clicked.connect(lambda _checked=False: self.clear_filter())

    def show_range(self, view: str, day: str) -> None:
        """Say what is shown; the list has no range."""
        self.views[view].setChecked(True)
        self.walk.setVisible(view != "agenda")
        self.title.setText(range_words(view, day))
        self.lunar.setVisible(view == "month")

    def show_choices(self, plans: Sequence[tuple[str, str]], plan: str, units: Sequence[str]) -> None:
        """Offer plans and units; a unit that is gone is no longer asked for."""
        self.plan.set_choices(plans, plan)
        self.plan.setVisible(len(plans) > 2)  # with one plan there is nothing to choose
        wanted = self.unit.value() if self.unit.value() in units else ""
        self.unit.set_choices([("", tr("Mọi đơn vị")), *((name, name) for name in units)], wanted)
        self.unit.setVisible(bool(units))

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Counts beside the meanings."""
        self.chips.show_counts(counts)
        self.clear.setVisible(self.filter().is_on)

    def filter(self) -> Filter:
        """What the person wants to see."""
        return Filter(self.unit.value(), self.chips.wanted())

    def clear_filter(self) -> None:
        """Show everything again."""
        self.unit.set_value("")
        self.chips.clear()
        self.filter_changed.emit()
