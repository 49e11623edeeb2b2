"""Rows of charts one above the other, one row to a line: a single stop of the Tab key, arrows from row to row, Enter opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.widgets.charts.palette import ChartPalette, screen_palette
from kh_desktop.ui.widgets.focus import paint_focus


class ChartRow(Protocol):
    """What a row knows of itself: its key, and all it shows in words."""

    @property
    def key(self) -> str:
        """Its name."""
        ...

    @property
    def reading(self) -> str:
        """What a screen reader says."""
        ...


PaintRow = Callable[[QPainter, QRectF, Any, ChartPalette], None]
_FAR = 9999
_STEPS = {
    Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8, Qt.Key.Key_Home: -_FAR, Qt.Key.Key_End: _FAR,
}  # fmt: skip


class ChartList(QWidget):
    """``paint(painter, rect, row, palette)`` draws a row of ``lines`` lines of text. ``opened(key)`` by a click or Enter;
    ``stays``: the row one opened keeps its ground."""

    opened = Signal(str)

    def __init__(self, name: str, paint: PaintRow, *, lines: float, stays: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._paint, self._lines, self._stays = name, paint, lines, stays
        self._rows: tuple[ChartRow, ...] = ()
        self._at, self._over, self._chosen = 0, -1, ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.notifier().changed.connect(self.updateGeometry)

    def show_rows(self, rows: Sequence[ChartRow]) -> None:
        """Show other rows; one stays at the row one was at."""
        key = self.current_key()
        self._rows = tuple(rows)
        self._at = next((i for i, row in enumerate(self._rows) if row.key == key), min(self._at, max(0, len(self._rows) - 1)))
        self._say()
        self.updateGeometry()
        self.update()

    def rows(self) -> tuple[ChartRow, ...]:
        """What is shown."""
        return self._rows

    def current_key(self) -> str:
        """The key of the row the keys are at."""
        return self._rows[self._at].key if self._at < len(self._rows) else ""

    def choose(self, key: str) -> None:
        """Mark the row of ``key`` as the one shown elsewhere ("" for none)."""
        self._chosen = key
        self._at = next((i for i, row in enumerate(self._rows) if row.key == key), self._at)
        self._say()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(320, round(self._high() * len(self._rows)) + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(200, self.sizeHint().height())

    def row_place(self, index: int) -> QRectF:
        """Where a row is drawn."""
        return QRectF(0, self._high() * index, self.width(), self._high())

    def _high(self) -> float:
        return screen_palette().line() * self._lines + 6 * theme.font_scale()

    def _say(self) -> None:
        words = self._rows[self._at].reading if self._at < len(self._rows) else ""
        self.setAccessibleName(f"{self._name}. {words}" if words else self._name)

    def _row_at(self, y: float) -> int:
        index = int(y / self._high())
        return index if 0 <= index < len(self._rows) else -1

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter, palette = QPainter(self), screen_palette()
        first, last = max(0, int(event.rect().top() / self._high())), int(event.rect().bottom() / self._high())
        for index, row in list(enumerate(self._rows))[first : last + 1]:
            place = self.row_place(index)
            if self._stays and row.key == self._chosen:
                painter.fillRect(place, theme.color("accent_soft"))
            elif index == self._over:
                painter.fillRect(place, theme.color("raised"))
            self._paint(painter, place.adjusted(6, 3, -6, -3), row, palette)
            if self.hasFocus() and index == self._at:
                paint_focus(painter, place)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self._rows and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._at = min(len(self._rows) - 1, max(0, self._at + step))
            self._say()
            self._show_row()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._rows:
            self.opened.emit(self.current_key())
        else:
            super().keyPressEvent(event)

    def _show_row(self) -> None:
        """Scroll what the list stands in, so that the row is in sight."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        body = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and body is not None:
            middle = self.mapTo(body, self.row_place(self._at).center().toPoint())
            area.ensureVisible(middle.x(), middle.y(), 0, round(self._high()))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        index = self._row_at(event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self._at = index
            self._say()
            self.update()
            self.opened.emit(self.current_key())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        index = self._row_at(event.position().y())
        if index != self._over:
            self._over = index
            self.update()
        if index >= 0:
            QToolTip.showText(event.globalPosition().toPoint(), self._rows[index].reading, self)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        self._over = -1
        self.update()
