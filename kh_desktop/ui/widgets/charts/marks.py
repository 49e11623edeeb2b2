"""The shapes of the meanings: a tick, a triangle, a dot with a mark, a ring, a bar. Never a colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from kh_desktop.ui.widgets.charts.palette import ChartPalette

# Meaning -> (shape, token): of targets, of states of tasks, of days.
MARKS: dict[str, tuple[str, str]] = {
    "met": ("tick", "done"),
    "near": ("triangle", "soon"),
    "missed": ("alarm", "late"),
    "no_figure": ("ring", "text_muted"),
    "nothing": ("bar", "text_muted"),
    "no_number": ("dots", "waiting"),
    "done": ("tick", "done"),
    "doing": ("half", "ongoing"),
    "todo": ("ring", "text_muted"),
    "dropped": ("bar", "text_muted"),
    "late": ("alarm", "late"),
    "soon": ("triangle", "soon"),
}
_TICK = ((0.1, 0.55), (0.4, 0.84), (0.92, 0.2))


def token_of(meaning: str) -> str:
    """The colour that goes with a meaning."""
    return MARKS[meaning][1]


def paint_mark(painter: QPainter, place: QRectF, meaning: str, palette: ChartPalette) -> None:
    """The shape of ``meaning`` in the square ``place``."""
    shape, token = MARKS[meaning]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = place.adjusted(*(side * place.width() * 0.08 for side in (1, 1, -1, -1)))
    pen = QPen(palette.colour(token), place.width() / 8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    if shape in ("triangle", "alarm", "dots"):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.colour(token))
        _filled(painter, inner, shape, palette)
    else:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _lined(painter, inner, shape, palette, token)
    painter.restore()


def _filled(painter: QPainter, inner: QRectF, shape: str, palette: ChartPalette) -> None:
    middle = inner.center()
    if shape == "triangle":
        painter.drawPolygon(QPolygonF([QPointF(middle.x(), inner.top()), inner.bottomRight(), inner.bottomLeft()]))
    elif shape == "dots":
        for part in (0.15, 0.5, 0.85):
            painter.drawEllipse(QPointF(inner.left() + inner.width() * part, middle.y()), inner.width() / 7, inner.width() / 7)
    else:
        painter.drawEllipse(inner)
        painter.setPen(QPen(palette.colour("surface"), inner.width() / 7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(middle.x(), inner.top() + inner.height() * 0.24), QPointF(middle.x(), inner.top() + inner.height() * 0.55))
        painter.drawPoint(QPointF(middle.x(), inner.top() + inner.height() * 0.77))


def _lined(painter: QPainter, inner: QRectF, shape: str, palette: ChartPalette, token: str) -> None:
    if shape == "tick":
        painter.drawPolyline(QPolygonF([QPointF(inner.left() + x * inner.width(), inner.top() + y * inner.height()) for x, y in _TICK]))
        return
    painter.drawEllipse(inner)
    if shape == "bar":
        reach = inner.width() * 0.24
        painter.drawLine(inner.center() - QPointF(reach, 0), inner.center() + QPointF(reach, 0))
    elif shape == "half":
        painter.setBrush(palette.colour(token))
        painter.drawPie(inner, 270 * 16, 180 * 16)
