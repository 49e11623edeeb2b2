"""While something is dragged to the edge of the grid, the grid scrolls."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QTableView

_EVERY_MS, _EDGE = 30, 24


class AutoScroll(QObject):
    """Between ``start`` and ``stop`` scrolls ``view`` when the mouse (told by every ``start``) is at its upper or lower edge, and tells
    ``moved`` where it is."""

    def __init__(self, view: QTableView, moved: Callable[[QPoint], None]) -> None:
        super().__init__(view)
        self._view, self._moved = view, moved
        self._point = QPoint()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._tick)

    def start(self, point: QPoint) -> None:
        """Something is being dragged, and is at ``point`` of the viewport now."""
        self._point = point
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """It was dropped."""
        self._timer.stop()

    def _tick(self) -> None:
        self.scroll_at(self._point)

    def scroll_at(self, point: QPoint) -> None:
        """Scroll when ``point`` is at an edge: faster the further outside."""
        bar, bottom = self._view.verticalScrollBar(), self._view.viewport().height()
        by = min(0, point.y() - _EDGE) + max(0, point.y() - (bottom - _EDGE))
        before = bar.value()
        bar.setValue(before + max(-80, min(80, by)))
        if bar.value() != before:
            self._moved(point)
