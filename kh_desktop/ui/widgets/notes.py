"""The line under a field: its hint, or in red with a sign why what was typed is not taken over."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.widgets.fields import LineEdit
from kh_desktop.ui.widgets.layout import icon_label, muted

_SIGNS = {"error": ("warn", "late"), "warning": ("warn", "soon"), "done": ("check", "done")}


class NoteLine(QWidget):
    """``hint`` stands there quietly; ``say`` puts a sentence in its place, an empty one brings the hint back.

    ``reserve``: the line keeps its height also when it says nothing, so that a sentence that comes moves nothing on the page.
    """

    def __init__(self, hint: str = "", *, reserve: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint, self._kind, self._reserve = hint, "", reserve
        self._signs = {kind: icon_label(name, 14, token, self) for kind, (name, token) in _SIGNS.items()}
        self._words = muted("", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for sign in self._signs.values():
            sign.hide()
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignTop)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self._show(hint, "")

    def follow(self, field: LineEdit) -> None:
        """Say why ``field`` refuses what was typed, as long as it does."""
        self._reserve = True
        self._show(self.text(), self._kind)
        field.refused.connect(self.say)

    def say(self, text: str, kind: str = "error") -> None:
        """Show ``text`` as "error", "warning", "done" or "muted"; an empty one removes what was said."""
        self._show(text or self._hint, kind if text else "")

    def set_hint(self, text: str) -> None:
        """Another hint."""
        self._hint = text
        if not self._kind:
            self._show(text, "")

    def text(self) -> str:
        """What the line says now."""
        return self._words.text()

    def kind(self) -> str:
        """How it says it; "" for the hint."""
        return self._kind

    def _show(self, text: str, kind: str) -> None:
        self._kind = kind
        self._words.setText(text)
        for name, sign in self._signs.items():
            sign.setVisible(name == kind)
        self._words.setProperty("kind", kind or "muted")
        self._words.style().unpolish(self._words)
        self._words.style().polish(self._words)
        if self._reserve:
            self.setMinimumHeight(round(max(QFontMetricsF(self._words.font()).lineSpacing(), 14 * theme.font_scale())) + 1)
        self.setVisible(bool(text) or self._reserve)
