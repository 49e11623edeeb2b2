"""The size of the texts in the grid: Ctrl+wheel and keys. Never part of the plan."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QWheelEvent

from kh_desktop.ui import theme
from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.grid.view import GridView

STEPS = (70, 80, 90, 100, 110, 125, 150, 175, 200)
_NOTCH = 120  # what one click of a mouse wheel turns


class Zoom(QObject):
    """``changed(percent)`` when another size was taken."""

    changed = Signal(int)

    def __init__(self, view: GridView) -> None:
        super().__init__(view)
        self._view = view
        self._turned = 0
        self.percent = 100
        view.viewport().installEventFilter(self)
        theme.notifier().changed.connect(self._apply)

    def larger(self) -> None:
        """The next step up."""
        self.set(next((step for step in STEPS if step > self.percent), STEPS[-1]))

    def smaller(self) -> None:
        """The next step down."""
        self.set(next((step for step in reversed(STEPS) if step < self.percent), STEPS[0]))

    def reset(self) -> None:
        """The usual size."""
        self.set(100)

    def set(self, percent: int) -> None:
        """Show texts at ``percent`` of their usual size, 70 to 200."""
        percent = max(STEPS[0], min(percent, STEPS[-1]))
        if percent == self.percent:
            return
        commit_editors(self._view)  # an open editor has the old size
        self.percent = percent
        self._apply()
        self._view.scrollTo(self._view.currentIndex())
        self.changed.emit(percent)

    def _apply(self) -> None:
        parent = self._view.parentWidget()
        font = QFont(parent.font() if parent is not None else QFont())
        font.setPointSizeF(font.pointSizeF() * self.percent / 100)
        self._view.sizer.zoom = self.percent / 100
        self._view.setFont(font if self.percent != 100 else QFont())
        self._view.horizontalHeader().setFont(font if self.percent != 100 else QFont())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Ctrl and the wheel; fine wheels and touchpads add up to whole notches."""
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned += event.angleDelta().y()
            while abs(self._turned) >= _NOTCH:
                (self.larger if self._turned > 0 else self.smaller)()
                self._turned -= _NOTCH if self._turned > 0 else -_NOTCH
            return True
        return super().eventFilter(watched, event)
