"""The two fields that name a document as evidence: number and day."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kh_desktop.domain.model import Evidence
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import DateField, LineEdit, plain_button, quiet_button, text_label


class EvidenceForm(QWidget):
    """``given(evidence)`` when a document was named; its ``id`` tells which one was changed (0: a new one).

    Leaving the row, the page or the program in between gives what was typed so far: nothing typed is lost. What has a day that does not
    exist is not given: it stays in the form of its row (``show_owner``), with the warning.
    ``grown()`` when it needs more room on the screen.
    """

    given = Signal(object)
    grown = Signal()
    is_kh_field = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start = Evidence()
        self._owner = 0
        self._refused: dict[int, tuple[Evidence, str, str]] = {}  # by task: what was changed, the number, the day as typed
        self.number = LineEdit(tr("Số, ký hiệu văn bản"), placeholder=tr("ví dụ 12/BC-UBND"))
        self.day = DateField(tr("Ngày văn bản"))
        for field in (self.number, self.day):
            field.setAcceptDrops(False)  # a file dropped here is evidence, not text
        self.number.returnPressed.connect(self.day.setFocus)
        self.day.returnPressed.connect(self.give)
        self.add = plain_button(tr("Thêm"))
        self.add.clicked.connect(lambda _checked=False: self.give())
        self.cancel = quiet_button(tr("Thôi"))
        self.cancel.clicked.connect(lambda _checked=False: self.close_form())
        self._problem = text_label("", "error")
        self._problem.hide()
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(4)
        for field in (self.number, self.day):
            label = text_label(field.accessibleName(), "muted")
            label.setBuddy(field)
            layout.addWidget(label)
            layout.addWidget(field)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)
        self.hide()

    def open_form(self, evidence: Evidence | None = None) -> None:
        """Ask for a new document, or show one to be changed; a day that was refused is to be mended first."""
        self.commit()
        if not self.isHidden() and self.day.is_dirty():
            self.day.setFocus()
            self.grown.emit()
            return
        self._start = evidence or Evidence()
        self._show(self._start.number, self._start.issued)
        self.add.setText(tr("Lưu") if self._start.id else tr("Thêm"))
        self.show()
        self.number.setFocus()
        self.grown.emit()

    def close_form(self) -> None:
        """Forget what was typed."""
        self._show("", "")
        self._start = Evidence()
        self._refused.pop(self._owner, None)
        self.hide()

    def show_owner(self, task_id: int) -> None:
        """The row the form is about: what was refused for it before is there again, what was for another row waits for that one."""
        if task_id == self._owner:
            return
        kept = self._refused.get(self._owner)
        self.close_form()
        if kept is not None:
            self._refused[self._owner] = kept
        self._owner = task_id
        if task_id in self._refused:
            self._start, number, day = self._refused[task_id]
            self._show(number, "")
            self.day.setText(day)
            self.day.setModified(True)
            self.show()
            self._refuse()

    def _refuse(self) -> None:
        """Why the day cannot be taken."""
        self.day.commit()
        self._say(self.day.toolTip())

    def give(self) -> None:
        """The document as typed; says what is wrong instead when a field cannot be understood."""
        self.number.commit()
        self.day.commit()
        if self.day.is_dirty():
            self._refuse()
            self.day.setFocus()
        elif not self.number.value() and not self._start.title:
            self._say(tr("Hãy ghi số, ký hiệu của văn bản."))
            self.number.setFocus()
        else:
            self._hand_over()

    def commit(self) -> None:
        """What was typed so far counts, because something else happens now; a day that is none stays, with the warning."""
        if self.isHidden():
            return
        self.number.commit()
        self.day.commit()
        if self.day.is_dirty():
            self._refused[self._owner] = (self._start, self.number.text(), self.day.text())
            self._refuse()
            return
        self._refused.pop(self._owner, None)
        typed = (self.number.value(), self.day.value()) != (self._start.number, self._start.issued)
        if typed and (self.number.value() or self._start.title):
            self._hand_over()

    def _hand_over(self) -> None:
        start = self._start
        made = Evidence(start.id, self.number.value(), self.day.value(), start.title, start.attachment_id)
        self.close_form()
        if made != start:
            self.given.emit(made)

    def _say(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        if text:
            self.grown.emit()

    def _show(self, number: str, issued: str) -> None:
        self._say("")
        for field, value in ((self.number, number), (self.day, issued)):
            field.setModified(False)
            field.show_wrong(False)
            field.set_value(value)
            field.setText(field.text_of(value))
