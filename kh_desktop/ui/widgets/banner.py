"""A line across a page that says something needs a person, with the buttons that deal with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from kh_desktop.ui.i18n import tr
from kh_desktop.ui.icons import pixmap
from kh_desktop.ui.widgets.buttons import icon_button, plain_button, quiet_button
from kh_desktop.ui.widgets.layout import icon_label, text_label

_ICONS = {"info": ("info", "accent"), "warning": ("warn", "soon"), "error": ("error", "late"), "done": ("check", "done")}


class Banner(QFrame):
    """``kind``: "info", "warning", "error" or "done"; ``slim``: one low line that stays, with link-like buttons."""

    def __init__(
        self, text: str = "", kind: str = "info", *, closable: bool = False, slim: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._slim = slim
        self.setProperty("kind", f"banner-{kind}")
        self._row = QHBoxLayout(self)
        above = 1 if slim else 10
        self._row.setContentsMargins(14, above, 10, above)
        self._row.setSpacing(12)
        self._icon = icon_label(_ICONS[kind][0], 20, _ICONS[kind][1])
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._label: QLabel = text_label(text)
        self._row.addWidget(self._label, 1)
        self.setAccessibleName(text)
        self._closer = icon_button("close", tr("Đóng thông báo"), parent=self) if closable else None
        if self._closer is not None:
            self._closer.clicked.connect(self.hide)
            self._row.addWidget(self._closer, 0, Qt.AlignmentFlag.AlignTop)

    def set_text(self, text: str) -> None:
        """Say something else; an empty text hides the banner."""
        self._label.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def show_message(self, text: str, kind: str = "") -> None:
        """Say ``text`` as another ``kind``; an empty text hides the banner."""
        if kind:
            name, token = _ICONS[kind]
            self._icon.setPixmap(pixmap(name, self._icon.width(), token, self.devicePixelRatioF()))
            self.setProperty("kind", f"banner-{kind}")
            self.style().unpolish(self)
            self.style().polish(self)
        self.set_text(text)

    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def add_action(self, text: str, handler: Callable[[], object]) -> QPushButton:
        """Add a button."""
        button = quiet_button(text, parent=self) if self._slim else plain_button(text, parent=self)
        button.clicked.connect(lambda _checked=False: handler())
        self._row.insertWidget(self._row.count() - (1 if self._closer else 0), button)
        return button
