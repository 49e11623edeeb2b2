"""One reminder: what, whose, how late, and what can be done about it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from kh_desktop.services.reminders import Reminder
from kh_desktop.ui import theme
from kh_desktop.ui.due_deeds import can_finish, finish_words
from kh_desktop.ui.due_words import due_words, entry_name, entry_tip, look_of_days, note_words
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.reminders.desk import LATER
from kh_desktop.ui.widgets import DateField, DueLine, muted, plain_button, quiet_button


class ReminderLine(QWidget):
    """``done_wanted()``, ``open_wanted()``, ``later_wanted(choice)``, ``day_wanted(ISO day)``, ``never_wanted()``."""

    done_wanted = Signal()
    open_wanted = Signal()
    later_wanted = Signal(str)
    day_wanted = Signal(str)
    never_wanted = Signal()

    def __init__(self, reminder: Reminder, today: date, *, can_write: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reminder, self._today = reminder, today
        entry, days = reminder.entry, reminder.days_left
        look = look_of_days(entry, days)
        self._name = entry_name(entry)
        self.line = DueLine(look.icon, look.token, self._name, note_words(entry, days), due_words(entry, days), tip=entry_tip(entry))
        self.line.opened.connect(self.open_wanted)
        if can_write and can_finish(entry):
            words = tr("Đã xong") if entry.kind in ("due", "window") else finish_words(entry)
            self._button(words, "state-done").clicked.connect(lambda _checked=False: self.done_wanted.emit())
        self._button(tr("Mở")).clicked.connect(lambda _checked=False: self.open_wanted.emit())
        if can_write:
            self._add_later()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.line)
        self._form = self._day_form()
        layout.addWidget(self._form)
        self._form.hide()

    def _button(self, words: str, icon_name: str = "") -> QPushButton:
        button = plain_button(words, icon_name)
        button.setAccessibleName(f"{words}: {self._name}")
        self.line.add_button(button)
        return button

    def _add_later(self) -> None:
        self.later = self._button(tr("Nhắc lại sau"), "clock")
        self.later.setProperty("kind", "menu")
        menu = QMenu(self.later)
        for choice, words in LATER:
            menu.addAction(tr(words)).triggered.connect(lambda _checked=False, wanted=choice: self._later(wanted))
        menu.addSeparator()
        menu.addAction(tr("Không nhắc nữa")).triggered.connect(lambda _checked=False: self.never_wanted.emit())
        self.later.setMenu(menu)

    def _later(self, choice: str) -> None:
        if choice != "day":
            self.later_wanted.emit(choice)
            return
        self._form.show()
        self.day.setFocus()

    def _day_form(self) -> QWidget:
        form = QWidget()
        row = QHBoxLayout(form)
        row.setContentsMargins(22, 0, 0, 4)
        row.setSpacing(8)
        row.addWidget(muted(tr("Nhắc lại vào ngày")))
        self.day = DateField(tr("Nhắc lại vào ngày"))
        self.day.setFixedWidth(round(150 * theme.font_scale()))
        row.addWidget(self.day)
        self._problem = muted("")
        self._problem.setProperty("kind", "late")
        give = plain_button(tr("Nhắc ngày này"))
        give.clicked.connect(lambda _checked=False: self.give_day())
        cancel = quiet_button(tr("Thôi"))
        cancel.clicked.connect(lambda _checked=False: form.hide())
        row.addWidget(give)
        row.addWidget(cancel)
        row.addWidget(self._problem, 1)
        return form

    def give_day(self) -> None:
        """Take the day in the field; one that is not ahead is refused in words."""
        self.day.commit()
        day = self.day.value()
        if self.day.is_dirty() or day <= self._today.isoformat():
            self._problem.setText(tr("Hãy ghi một ngày sau hôm nay."))
            return
        self.day_wanted.emit(day)
