"""The rail on the left: one labelled button a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.icons import icon


class RailButton(QToolButton):
    """Enter opens the page. The space bar does not: a sentence typed while the focus is here must not leave the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif event.text().isprintable() and event.text():
            event.accept()
        else:
            event.ignore()


class Rail(QWidget):
    """``chosen(page_id)`` when a page is clicked. Entries are (page id, icon, name, shortcut); "" makes a gap."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[tuple[str, str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Các trang"))
        self._buttons: dict[str, QToolButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 8, 12)
        layout.setSpacing(6)
        for page_id, icon_name, name, shortcut in entries:
            if not page_id:
                layout.addStretch(1)
            else:
                layout.addWidget(self._button(page_id, icon_name, name, shortcut))

    def _button(self, page_id: str, icon_name: str, name: str, shortcut: str) -> QToolButton:
        button = RailButton(self)
        button.setIcon(icon(icon_name, "text_muted"))
        side = round(22 * theme.font_scale())
        button.setIconSize(QSize(side, side))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setText(name)
        button.setToolTip(f"{name} ({shortcut})" if shortcut else name)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setMinimumWidth(round(76 * theme.font_scale()))
        button.clicked.connect(lambda _checked=False: self._clicked(page_id))
        self._buttons[page_id] = button
        return button

    def _clicked(self, page_id: str) -> None:
        self.chosen.emit(page_id)

    def mark(self, page_id: str) -> None:
        """Show which page is open."""
        for key, button in self._buttons.items():
            button.setChecked(key == page_id)

    def set_enabled(self, page_id: str, enabled: bool, why_not: str = "") -> None:
        """Whether a page can be opened now."""
        button = self._buttons[page_id]
        button.setEnabled(enabled)
        if not enabled and why_not:
            button.setToolTip(why_not)
