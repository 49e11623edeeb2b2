"""The common frame of all dialogs: a heading, a body, and a row of buttons with verbs."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import danger_button, heading, plain_button, primary_button, text_label


class Sheet(QDialog):
    """``body`` takes the content; the buttons stand below, the deed first from the left, closing last."""

    def __init__(self, title: str, text: str = "", *, width: int = 480, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._width = round(width * theme.font_scale())
        self.setMinimumWidth(self._width)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        outer.addWidget(heading(title, 2))
        if text:
            outer.addWidget(text_label(text, "muted"))
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        outer.addLayout(self.body, 1)
        outer.addSpacing(4)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        outer.addLayout(self.buttons)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # A sentence that comes while the dialog is open makes it taller; nothing is squashed.
        if event.type() == QEvent.Type.LayoutRequest:
            self._grow()
        return done

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        room = self.screen().availableSize()
        wide = min(max(self._width, layout.totalMinimumSize().width()), round(room.width() * 0.98))
        if wide != self.minimumWidth():
            self.setMinimumWidth(wide)
        needed = layout.totalMinimumHeightForWidth(self.width()) if layout.hasHeightForWidth() else layout.totalMinimumSize().height()
        needed = min(needed, round(room.height() * 0.95))
        if needed != self.minimumHeight():
            self.setMinimumHeight(needed)

    def add_deed(self, text: str, *, danger: bool = False, enter: bool = True) -> QPushButton:
        """The button that does what the dialog is for; ``enter``: also on the Enter key."""
        button = danger_button(text, parent=self) if danger else primary_button(text, parent=self)
        button.clicked.connect(lambda _checked=False: self._accept())
        self.buttons.addWidget(button)
        button.setDefault(enter)
        return button

    def add_close(self, text: str = "", *, safe: bool = False) -> QPushButton:
        """The button that closes without doing anything; ``safe``: Enter does this."""
        button = plain_button(text or tr("Thôi"), parent=self)
        button.clicked.connect(lambda _checked=False: self.reject())
        self.buttons.addWidget(button)
        button.setDefault(safe)
        if safe:
            button.setFocus()
        return button

    def problem(self) -> str:
        """What keeps the dialog from being accepted, as a sentence; "" when nothing does."""
        return ""

    def show_problem(self, text: str) -> None:
        """Say it; dialogs with fields show it under the field."""

    def _accept(self) -> None:
        commit_editors(self)
        text = self.problem()
        if text:
            self.show_problem(text)
        else:
            self.accept()


def ask_sheet(title: str, text: str, deed: str, *, keep: str = "", danger: bool = False, parent: QWidget | None = None) -> Sheet:
    """A question with one named deed; ``keep`` names the other button. Enter closes without doing it when it takes something away."""
    sheet = Sheet(title, text, parent=parent)
    sheet.add_deed(deed, danger=danger, enter=not danger)
    sheet.add_close(keep, safe=danger)
    return sheet


def ask(title: str, text: str, deed: str, *, keep: str = "", danger: bool = False, parent: QWidget | None = None) -> bool:
    """Whether the person wants ``deed`` done."""
    sheet = ask_sheet(title, text, deed, keep=keep, danger=danger, parent=parent)
    done = sheet.exec() == QDialog.DialogCode.Accepted
    sheet.deleteLater()
    return done
