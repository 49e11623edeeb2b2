"""Moving a deadline: to which day, and why, in one line. The printed phrase stays as it is."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kh_desktop.domain.schedule import Entry
from kh_desktop.ui import theme
from kh_desktop.ui.calendar.looks import day_words
from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.due_words import entry_name
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import DateField, LineEdit, heading, muted, plain_button, primary_button, text_label


class MoveDialog(QDialog):
    """``day()`` and ``reason()`` when it was accepted."""

    def __init__(self, entry: Entry, day: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self.setWindowTitle(tr("Dời hạn"))
        self.setAccessibleName(tr("Dời hạn"))
        self.setMinimumWidth(round(440 * theme.font_scale()))
        self.day_field = DateField(tr("Ngày mới"), day or entry.day)
        self.reason_field = LineEdit(tr("Lý do"), placeholder=tr("ví dụ: theo Công văn số 12/UBND-VP"))
        self.problem = text_label("", "error")
        self.problem.hide()
        self._build()
        self.day_field.returnPressed.connect(self.reason_field.setFocus)
        (self.reason_field if day else self.day_field).setFocus()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(6)
        layout.addWidget(heading(tr("Dời hạn"), 2))
        layout.addWidget(text_label(entry_name(self._entry)))
        now = day_words(self._entry.day)
        layout.addWidget(muted(tr("Hạn hiện nay: {day}. Chữ in trong kế hoạch giữ nguyên; việc dời được ghi lại.", day=now)))
        layout.addSpacing(6)
        for field in (self.day_field, self.reason_field):
            label = text_label(field.accessibleName(), "muted")
            label.setBuddy(field)
            layout.addWidget(label)
            layout.addWidget(field)
        layout.addWidget(self.problem)
        layout.addSpacing(8)
        row = QHBoxLayout()
        row.addStretch(1)
        self.move_button = primary_button(tr("Dời hạn"), parent=self)
        self.move_button.setDefault(True)
        self.move_button.clicked.connect(lambda _checked=False: self.try_accept())
        close = plain_button(tr("Thôi"), parent=self)
        close.clicked.connect(lambda _checked=False: self.reject())
        row.addWidget(self.move_button)
        row.addWidget(close)
        layout.addLayout(row)

    def day(self) -> str:
        """The new day (ISO)."""
        return self.day_field.value()

    def reason(self) -> str:
        """Why."""
        return self.reason_field.value()

    def try_accept(self) -> None:
        """Close with the answer, or say what is missing."""
        commit_editors(self)
        if self.day_field.is_dirty() or not self.day():
            self._say(tr("Hãy ghi ngày mới dạng 05/01/2027."), self.day_field)
        elif self.day() == self._entry.day:
            self._say(tr("Ngày mới trùng với hạn hiện nay."), self.day_field)
        elif not self.reason():
            self._say(tr("Hãy ghi lý do, một dòng là đủ."), self.reason_field)
        else:
            self.accept()

    def _say(self, words: str, field: QWidget) -> None:
        self.problem.setText(words)
        self.problem.show()
        field.setFocus()
