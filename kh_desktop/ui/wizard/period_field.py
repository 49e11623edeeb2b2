"""The period a plan covers: the whole year, its last months, or two dates."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import ComboBox, DateField, NoteLine

WHOLE, LAST_MONTHS, DATES = "whole", "last_months", "dates"


def kind_of(year: int, start: str, end: str) -> str:
    """Which of the three choices two ISO dates are; both empty means the whole year."""
    first, last = f"{year}-01-01", f"{year}-12-31"
    if (not start and not end) or (start, end) == (first, last):
        return WHOLE
    if end == last and start[:4] == str(year) and start[8:] == "01":
        return LAST_MONTHS
    return DATES


class PeriodField(QWidget):
    """``changed(start, end)`` with ISO dates when the person has chosen."""

    changed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._year = 0
        self.whole = QRadioButton(self)
        self.last = QRadioButton(tr("Những tháng cuối năm, từ tháng"), self)
        self.dates = QRadioButton(tr("Từ"), self)
        self.month = ComboBox(tr("Từ tháng"), [(f"{month:02d}", str(month)) for month in range(2, 13)], "07", parent=self)
        self.start, self.end = DateField(tr("Từ ngày"), parent=self), DateField(tr("Đến ngày"), parent=self)
        for field, width in ((self.month, 64), (self.start, 118), (self.end, 118)):
            field.setFixedWidth(round(width * theme.font_scale()))
        self._group = QButtonGroup(self)
        for button in (self.whole, self.last, self.dates):
            self._group.addButton(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.whole)
        column.addLayout(_row(self.last, self.month))
        column.addLayout(_row(self.dates, self.start, QLabel(tr("đến")), self.end))
        self.note = NoteLine(parent=self)
        column.addWidget(self.note)
        for date in (self.start, self.end):
            date.refused.connect(lambda _sentence: self._show_note())
        self._group.buttonClicked.connect(lambda _button: self._chosen())
        self.month.committed.connect(lambda _value: self._chosen())
        self.start.committed.connect(lambda _value: self._chosen())
        self.end.committed.connect(lambda _value: self._chosen())

    def set_period(self, year: int, start: str, end: str) -> None:
        """Show the period of a plan."""
        # Two dates that happen to be the last months are still two dates to whoever is writing them.
        same = self.dates.isChecked() and self._year == year and (self.start.value(), self.end.value()) == (start, end)
        self._year = year
        kind = DATES if same else kind_of(year, start, end)
        if kind != DATES:  # what was refused there is given up with the choice
            self.start.reset()
            self.end.reset()
        self.whole.setText(tr("Cả năm {year}", year=year))
        {WHOLE: self.whole, LAST_MONTHS: self.last, DATES: self.dates}[kind].setChecked(True)
        self.month.set_value(start[5:7] if kind == LAST_MONTHS else "07")
        self.start.set_value(start or f"{year}-01-01")
        self.end.set_value(end or f"{year}-12-31")
        self._enable()
        self._show_note()

    def forget_refused(self) -> None:
        """Give up the choice and the dates that were refused: another plan is shown."""
        self.whole.setChecked(True)
        self.start.reset()
        self.end.reset()

    def _show_note(self) -> None:
        """Why a date is not taken over; or that the last day comes before the first."""
        start, end = self.period()
        turned = tr("Ngày cuối kỳ đứng trước ngày đầu kỳ. Hãy sửa một trong hai ngày.") if start and end and end < start else ""
        self.note.say(self.start.problem() or self.end.problem() or turned)

    def period(self) -> tuple[str, str]:
        """The two dates; both empty only where a person emptied them."""
        if self.last.isChecked():
            return f"{self._year}-{self.month.value()}-01", f"{self._year}-12-31"
        if self.dates.isChecked():
            return self.start.value(), self.end.value()
        return f"{self._year}-01-01", f"{self._year}-12-31"

    def _chosen(self) -> None:
        self._enable()
        start, end = self.period()
        self.changed.emit(start, end)

    def _enable(self) -> None:
        self.month.setEnabled(self.last.isChecked())
        for field in (self.start, self.end):
            field.setEnabled(self.dates.isChecked())


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
