"""A field to search in: answers a moment after the last letter, never moves the focus, never changes its text."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from kh_desktop.domain.vitext import clean_line
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.icons import icon
from kh_desktop.ui.widgets.fields import LineEdit

DELAY_MS = 250


class SearchField(LineEdit):
    """``searched(query)`` comes 250 ms after typing stopped, or at once on Enter; Esc empties the field."""

    searched = Signal(str)

    def __init__(self, name: str = "", *, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name or tr("Tìm"), placeholder=placeholder or tr("Tìm"), parent=parent)
        self.addAction(icon("search", "text_muted"), QLineEdit.ActionPosition.LeadingPosition)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(tr("Tìm"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.search_now)
        self.textChanged.connect(self._timer.start)

    def search_now(self) -> None:
        """Emit the query without waiting."""
        self._timer.stop()
        self.searched.emit(clean_line(self.text()))

    def is_waiting(self) -> bool:
        """Whether something was typed that is not searched for yet."""
        return self._timer.isActive()

    def commit(self, *, tidy: bool = True) -> None:
        """A query is never stored, so there is nothing to take over."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.search_now()
        super().keyPressEvent(event)
