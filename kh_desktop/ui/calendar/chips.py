"""The legend that is also the filter: one small button a meaning, with shape, word and count."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, SignalInstance
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QToolButton, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.calendar.looks import LOOKS, shape_icon
from kh_desktop.ui.calendar.meanings import MEANINGS
from kh_desktop.ui.i18n import tr


class Chip(QToolButton):
    """A small button, no wider than its shape and its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setProperty("kind", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:  # noqa: N802
        picture = 0 if self.icon().isNull() else self.iconSize().width() + 4
        bold = QFontMetrics(theme.scaled_font(bold=True)) if self.isCheckable() else self.fontMetrics()
        words = bold.horizontalAdvance(self.text())
        return QSize(picture + words + 12, max(super().sizeHint().height(), self.fontMetrics().height() + 10))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()


class MeaningChips:
    """The buttons by meaning; ``wanted()``: the ones pressed."""

    def __init__(self, parent: QWidget, changed: SignalInstance) -> None:
        self.buttons: dict[str, Chip] = {}
        side = round(14 * theme.font_scale())
        for meaning in MEANINGS:
            button = Chip(parent)
            button.setIcon(shape_icon(meaning))
            button.setIconSize(QSize(side, side))
            button.toggled.connect(lambda _on: changed.emit())
            self.buttons[meaning] = button

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Name each with its count; what there is none of is hidden, but for what is late: nothing late is worth saying."""
        for meaning, button in self.buttons.items():
            count = counts.get(meaning, 0)
            button.setText(f"{tr(LOOKS[meaning].word)} {count}")
            button.setToolTip(tr("Chỉ xem: {word}", word=tr(LOOKS[meaning].word)))
            button.setVisible(bool(count) or meaning == "late" or button.isChecked())

    def wanted(self) -> frozenset[str]:
        """The meanings whose button is pressed."""
        return frozenset(meaning for meaning, button in self.buttons.items() if button.isChecked())

    def clear(self) -> None:
        """Let all go."""
        for button in self.buttons.values():
            button.setChecked(False)
