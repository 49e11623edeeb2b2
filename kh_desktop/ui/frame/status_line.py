"""The status line: where the workspace is, when it was saved and backed up."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from kh_desktop.ui.widgets import icon_label, muted

MESSAGE_MS = 8000


class StatusLine(QWidget):
    """Quiet texts; a warning part is shown in amber with its sign."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 3, 14, 3)
        row.setSpacing(8)
        row.addWidget(icon_label("database", 14))
        self._place = muted("", self)
        self._place.setWordWrap(False)
        self._place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self._place, 1)
        self._message, self._warning, self._mode = muted("", self), muted("", self), muted("", self)
        self._saved, self._backed_up = muted("", self), muted("", self)
        self._warning.setProperty("kind", "warning")
        for label in (self._message, self._warning, self._mode, self._saved, self._backed_up):
            label.setWordWrap(False)
            row.addWidget(label)
            row.addSpacing(8)
        self._path = ""
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(MESSAGE_MS)
        self._passing.timeout.connect(lambda: self.set_message(""))

    def set_place(self, path: str, warning: str = "", mode: str = "") -> None:
        """Where the workspace is, what is special about it ("chỉ đọc", "ổ mạng"), and how the program runs ("mang theo")."""
        self._path = path
        self._place.setToolTip(path)
        self._warning.setText(f"▲ {warning}" if warning else "")
        self._mode.setText(mode)
        self._elide()

    def set_times(self, saved: str, backed_up: str) -> None:
        """When it was saved and backed up, as sentences."""
        self._saved.setText(saved)
        self._backed_up.setText(backed_up)

    def set_message(self, text: str) -> None:
        """A passing remark of the page; it goes by itself after ``MESSAGE_MS``."""
        self._message.setText(text)
        if text:
            self._passing.start()
        else:
            self._passing.stop()

    def texts(self) -> list[str]:
        """Everything the line says."""
        labels: list[QLabel] = [self._message, self._warning, self._mode, self._saved, self._backed_up]
        return [self._path, *(label.text() for label in labels)]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = max(60, self._place.width())
        self._place.setText(self._place.fontMetrics().elidedText(self._path, Qt.TextElideMode.ElideMiddle, room))
