"""The strip of twelve months: how many days fall due in each, done, late and open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.widgets.charts.palette import CENTER, ChartPalette, screen_palette
from kh_desktop.ui.widgets.focus import paint_focus

_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -12, Qt.Key.Key_End: 12}


@dataclass(frozen=True, slots=True)
class MonthBar:
    """A month: its short name, the numbers, the whole of it in words; ``now``: the one today is in."""

    name: str
    due: int
    done: int
    late: int
    words: str
    now: bool = False


def month_place(rect: QRectF, index: int) -> QRectF:
    """The column of a month."""
    return QRectF(rect.left() + rect.width() / 12 * index, rect.top(), rect.width() / 12, rect.height())


def paint_months(painter: QPainter, rect: QRectF, months: Sequence[MonthBar], palette: ChartPalette) -> None:
    """Bars from below: done, late, still open; the number above, the month below."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = palette.line(0.88)
    most = max((m.due for m in months), default=0) or 1
    for index, month in enumerate(months):
        place = month_place(rect, index)
        name = QRectF(place.left(), place.bottom() - line, place.width(), line)
        palette.text(painter, name, month.name, "accent" if month.now else "text_muted", factor=0.88, bold=month.now, align=CENTER)
        room = place.adjusted(place.width() * 0.22, line, -place.width() * 0.22, -line - 2 * palette.unit)
        high = room.height() * month.due / most
        _column(painter, QRectF(room.left(), room.bottom() - high, room.width(), high), month, palette)
        if month.due:
            number = QRectF(place.left(), room.bottom() - high - line, place.width(), line)
            token = "late" if month.late else "text"
            palette.text(painter, number, str(month.due), token, factor=0.88, bold=bool(month.late), align=CENTER)
    base = rect.bottom() - line - 2 * palette.unit
    painter.setPen(QPen(palette.colour("line_strong"), palette.unit))
    painter.drawLine(QPointF(rect.left(), base), QPointF(rect.right(), base))
    painter.restore()


def _column(painter: QPainter, bar: QRectF, month: MonthBar, palette: ChartPalette) -> None:
    bottom = bar.bottom()
    for count, token in ((month.done, "done"), (month.late, "late"), (month.due - month.done - month.late, "line_strong")):
        if count > 0:
            high = bar.height() * count / month.due
            part = QRectF(bar.left(), bottom - high, bar.width(), high)
            painter.fillRect(part, palette.colour(token))
            bottom = part.top()


class MonthStrip(QWidget):
    """The strip on the screen: left and right go from month to month, Enter or a click opens it (``opened(1…12)``)."""

    opened = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._months, self._at = name, tuple[MonthBar, ...](), 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_months(self, months: Sequence[MonthBar]) -> None:
        """Show other numbers; begins at the present month."""
        self._months = tuple(months)
        self._at = next((i for i, month in enumerate(months) if month.now), self._at)
        self._say()
        self.update()

    def months(self) -> tuple[MonthBar, ...]:
        """What is shown."""
        return self._months

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(300, round(118 * theme.font_scale()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(180, round(118 * theme.font_scale()))

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(4, 4, -4, -4)

    def _say(self) -> None:
        words = self._months[self._at].words if self._at < len(self._months) else ""
        self.setAccessibleName(f"{self._name}. {words}")
        self.setAccessibleDescription("; ".join(m.words for m in self._months if m.due))

    def _month_at(self, x: float) -> int:
        return min(11, max(0, int((x - self._room().left()) / max(1.0, self._room().width()) * 12)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        paint_months(painter, self._room(), self._months, screen_palette())
        if self.hasFocus():
            paint_focus(painter, month_place(self._room(), self._at))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step = _KEYS.get(Qt.Key(event.key()))
        if step is not None and self._months:
            self._at = min(11, max(0, self._at + step))
            self._say()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._months:
            self.opened.emit(self._at + 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton and self._months:
            self._at = self._month_at(event.position().x())
            self._say()
            self.opened.emit(self._at + 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._months:
            QToolTip.showText(event.globalPosition().toPoint(), self._months[self._month_at(event.position().x())].words, self)
