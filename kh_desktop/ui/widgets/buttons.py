"""Buttons: one filled button a page at most, the rest plain or quiet."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.icons import icon


def icon_button(name: str, text: str, shortcut: str = "", *, token: str = "text_muted", parent: QWidget | None = None) -> QToolButton:
    """A button that shows only the icon ``name``; ``text`` is its accessible name and, with the shortcut, its tooltip."""
    button = QToolButton(parent)
    button.setIcon(icon(name, token))
    side = round(18 * theme.font_scale())
    button.setIconSize(QSize(side, side))
    button.setAccessibleName(text)
    button.setToolTip(f"{text} ({shortcut})" if shortcut else text)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _push(text: str, icon_name: str, kind: str, token: str, parent: QWidget | None) -> QPushButton:
    button = QPushButton(text.replace("&", "&&"), parent)
    button.setProperty("kind", kind)
    button.setAutoDefault(False)
    if icon_name:
        button.setIcon(icon(icon_name, token))
        side = round(16 * theme.font_scale())
        button.setIconSize(QSize(side, side))
    return button


def plain_button(text: str, icon_name: str = "", parent: QWidget | None = None) -> QPushButton:
    """An ordinary button with a verb."""
    return _push(text, icon_name, "plain", "text", parent)


def primary_button(text: str, icon_name: str = "", parent: QWidget | None = None) -> QPushButton:
    """The one filled button of a page or dialog."""
    return _push(text, icon_name, "primary", "accent_text", parent)


def quiet_button(text: str, icon_name: str = "", parent: QWidget | None = None) -> QPushButton:
    """A button that looks like a link."""
    return _push(text, icon_name, "quiet", "link", parent)


def danger_button(text: str, icon_name: str = "", parent: QWidget | None = None) -> QPushButton:
    """A button that takes something away."""
    return _push(text, icon_name, "danger", "late", parent)


class NextStepButton(QPushButton):
    """The one next step, named by its deed ("Trình ký"); hidden when there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "primary")
        self.setAutoDefault(False)
        self.setIcon(icon("next", "accent_text"))
        side = round(16 * theme.font_scale())
        self.setIconSize(QSize(side, side))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.hide()

    def set_step(self, text: str, tip: str = "") -> None:
        """Name the step; an empty text hides the button."""
        self.setText(text.replace("&", "&&"))
        self.setToolTip(tip)
        self.setVisible(bool(text))
