"""The frame of the forms about deadlines: a heading, a body, buttons with verbs."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import heading, plain_button, primary_button, text_label


class Sheet(QDialog):
    """``body`` takes the fields; the deed stands first below them, closing last."""

    def __init__(self, title: str, text: str, *, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(round(width * theme.font_scale()))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        outer.addWidget(heading(title, 2))
        outer.addWidget(text_label(text, "muted"))
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        outer.addLayout(self.body, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        outer.addLayout(self.buttons)

    def grow(self) -> None:
        """Take the room that newly shown fields need."""
        layout = self.layout()
        if layout is not None:
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            layout.activate()
            needed = max(layout.totalHeightForWidth(self.width()), layout.totalSizeHint().height())
            self.resize(self.width(), max(self.height(), needed))

    def add_deed(self, text: str) -> QPushButton:
        """The button that does what the form is for; Enter does it too."""
        button = primary_button(text, parent=self)
        button.clicked.connect(lambda _checked=False: self._accept())
        self.buttons.addWidget(button)
        button.setDefault(True)
        return button

    def add_close(self) -> None:
        """The button that closes without doing anything."""
        button = plain_button(tr("Thôi"), parent=self)
        button.clicked.connect(lambda _checked=False: self.reject())
        self.buttons.addWidget(button)

    def problem(self) -> str:
        """What keeps the form from being accepted, as a sentence."""
        return ""

    def show_problem(self, text: str) -> None:
        """Say it."""

    def _accept(self) -> None:
        commit_editors(self)
        text = self.problem()
        if text:
            self.show_problem(text)
        else:
            self.accept()
