"""One line of a list of due things: its meaning as a shape, what it is (opens it), whose and when, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.widgets.layout import icon_label, text_label


class ElidedButton(QPushButton):
    """A link of one line; what does not fit is in its tooltip and its accessible name."""

    def __init__(self, text: str, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full = text
        self.setProperty("kind", "title")
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self.setToolTip(tip or text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._elide()

    def full_text(self) -> str:
        """The whole text."""
        return self._full

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._elide()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(40, super().sizeHint().height())

    def _elide(self) -> None:
        room = max(40, self.width() - 6)
        text = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, room)
        self.setText(text.replace("&", "&&"))


class ElidedLabel(QLabel):
    """A quiet text of one line."""

    def __init__(self, text: str, kind: str = "muted", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setFont(theme.scaled_font(0.93))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._full = text
        self.setAccessibleName(text)
        self._elide()

    def full_text(self) -> str:
        """The whole text."""
        return self._full

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, max(40, self.width()))
        self.setText(shown)
        self.setToolTip(self._full if shown != self._full else "")


class DueLine(QWidget):
    """``opened()`` by its name. ``add_button`` puts what can be done at its end."""

    opened = Signal()

    def __init__(
        self, icon_name: str, token: str, title: str, note: str = "", when: str = "", *, tip: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = ElidedButton(title, tip)
        self.title.clicked.connect(lambda _checked=False: self.opened.emit())
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(icon_label(icon_name, 14, token), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        below = self._below(note, when, token)
        if below is not None:
            words.addLayout(below)
        self._row.addLayout(words, 1)
        self.setAccessibleName(". ".join(part for part in (when, title, note) if part))

    def _below(self, note: str, when: str, token: str) -> QHBoxLayout | None:
        if not note and not when:
            return None
        row = QHBoxLayout()
        row.setSpacing(6)
        if when:
            label = text_label(when, token if token in ("late", "soon") else "muted", wrap=False)
            label.setFont(theme.scaled_font(0.93, bold=token == "late"))
            row.addWidget(label)
        if note:
            row.addWidget(ElidedLabel(f"· {note}" if when else note), 1)
        else:
            row.addStretch(1)
        return row

    def add_button(self, button: QPushButton | QToolButton) -> None:
        """Put a button at the end of the line."""
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
