"""A date typed as dd/mm/yyyy and understood on commit; the value is ISO ("2027-01-15")."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QToolButton, QVBoxLayout, QWidget

from kh_desktop.ui.i18n import tr
from kh_desktop.ui.icons import icon
from kh_desktop.ui.widgets.date_text import PATTERN, iso_from_text, text_from_iso
from kh_desktop.ui.widgets.fields import LineEdit


def date_problem(text: str) -> str:
    """Why ``text`` is no date, as a sentence; "" when it is one (or nothing)."""
    text = text.strip()
    if iso_from_text(text) is not None:
        return ""
    if PATTERN.fullmatch(text):
        return tr("Không có ngày {text}. Hãy xem lại ngày, tháng.", text=text)
    return tr("“{text}” không phải là ngày. Hãy ghi dạng 05/01/2027.", text=text)


def not_before(start: Callable[[], str]) -> Callable[[str], str]:
    """A check for the last day of a period (see ``LineEdit.set_check``): ``start()`` gives its first day, ISO or ""."""

    def check(value: str) -> str:
        first = start()
        if value and first and value < first:
            return tr("Ngày cuối phải từ ngày {day} trở đi.", day=text_from_iso(first))
        return ""

    return check


class DateField(LineEdit):
    """A line for a date, with a calendar to click in."""

    def __init__(self, name: str = "", value: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(name, value, placeholder=tr("ngày/tháng/năm"), parent=parent)
        self._popup: QWidget | None = None
        action = QAction(icon("calendar", "text_muted"), tr("Chọn trên lịch"), self)
        action.triggered.connect(self.open_calendar)
        self.addAction(action, QLineEdit.ActionPosition.TrailingPosition)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(action.text())

    def value_of(self, text: str) -> str | None:
        return iso_from_text(text)

    def text_of(self, value: str) -> str:
        return text_from_iso(value)

    def problem_of(self, text: str) -> str:
        return date_problem(text) or super().problem_of(text)

    def open_calendar(self) -> None:
        """Show the calendar under the field."""
        popup = QWidget(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setAccessibleName(tr("Lịch"))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        shown = QDate.fromString(self.value(), Qt.DateFormat.ISODate)
        if shown.isValid():
            calendar.setSelectedDate(shown)
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(calendar)
        calendar.clicked.connect(self._picked)
        self._popup = popup
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()

    def _picked(self, day: QDate) -> None:
        self.setText(text_from_iso(day.toString(Qt.DateFormat.ISODate)))
        self.setModified(True)
        self.commit()
        if self._popup is not None:
            self._popup.close()
            self._popup = None
