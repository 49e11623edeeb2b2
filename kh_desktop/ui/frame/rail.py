"""The rail on the left: one labelled button a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.icons import icon

_SPACING, _ABOVE = 6, 12


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
        layout.setContentsMargins(8, _ABOVE, 8, _ABOVE)
        layout.setSpacing(_SPACING)
        self._column, self._level = layout, 0
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

    # --- room

    def _arrange(self, level: int) -> None:
        """0: as it should be, 1: closer together, 2: icons alone (their tooltips say the names)."""
        if level == self._level:
            return
        self._level = level
        style = Qt.ToolButtonStyle
        for button in self._buttons.values():
            button.setToolButtonStyle(style.ToolButtonIconOnly if level == 2 else style.ToolButtonTextUnderIcon)
        self._column.setSpacing(0 if level else _SPACING)
        self._column.setContentsMargins(8, 2 if level else _ABOVE, 8, 2 if level else _ABOVE)

    def _height(self, level: int) -> int:
        """What the entries need in px."""
        if level == 2:
            each = [max(button.iconSize().height() + 14, 30) for button in self._buttons.values()]
        else:
            text = self.fontMetrics().height()
            each = [button.iconSize().height() + text + 18 for button in self._buttons.values()]
        around = 2 * 2 if level else 2 * _ABOVE + _SPACING * len(each)
        return sum(each) + around

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Low windows get icons alone, so the rail never makes the window larger than its screen."""
        return QSize(super().minimumSizeHint().width(), self._height(2))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange(next((level for level in (0, 1) if self._height(level) <= event.size().height()), 2))

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
