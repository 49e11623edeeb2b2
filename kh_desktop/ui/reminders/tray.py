"""The icon beside the clock of the desktop, where there is such a place."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from kh_desktop.resources import resource_path
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.icons import icon

MESSAGE_MS = 20_000


class Tray(QObject):
    """``open_wanted()``, ``list_wanted()``, ``quit_wanted()`` from its menu; ``message_clicked()`` when the last message was clicked."""

    open_wanted = Signal()
    list_wanted = Signal()
    quit_wanted = Signal()
    message_clicked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon: QSystemTrayIcon | None = None
        self.menu: QMenu | None = None
        if self.place_exists():
            self._show()

    @staticmethod
    def place_exists() -> bool:
        """Whether this desktop has a place for such icons."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def is_there(self) -> bool:
        """Whether the icon is shown."""
        return self._icon is not None

    def _show(self) -> None:
        self.menu = QMenu()
        for name, words, signal in (
            ("home", tr("Mở cửa sổ"), self.open_wanted),
            ("bell", tr("Nhắc việc"), self.list_wanted),
            ("", tr("Thoát"), self.quit_wanted),
        ):
            act = self.menu.addAction(icon(name, "text_muted"), words) if name else self.menu.addAction(words)
            act.triggered.connect(lambda _checked=False, wanted=signal: wanted.emit())
        self._icon = QSystemTrayIcon(QIcon(str(resource_path("icons", "app.svg"))), self)
        self._icon.setToolTip("KH Desktop")
        self._icon.setContextMenu(self.menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.message_clicked)
        self._icon.show()

    def show_message(self, title: str, text: str) -> bool:
        """Tell in a corner of the screen; False where that cannot be done."""
        if self._icon is None or not QSystemTrayIcon.supportsMessages():
            return False
        self._icon.showMessage(title, text, self._icon.icon(), MESSAGE_MS)
        return True

    def remove(self) -> None:
        """Take the icon away."""
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None
        if self.menu is not None:
            self.menu.deleteLater()
            self.menu = None

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.open_wanted.emit()
