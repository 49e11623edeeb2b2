"""A sparkline: the figures of the last periods, the newest with a dot, the target as a thin line."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from kh_desktop.ui.widgets.charts.palette import ChartPalette


@dataclass(frozen=True, slots=True)
class Spark:
    """Figures in the order of time (None: none in that period) and the ``level`` that is asked for."""

    points: tuple[Decimal | None, ...]
    level: Decimal | None = None

    def bounds(self) -> tuple[Decimal, Decimal]:
        """The lowest and highest figure drawn, with some room where all are alike."""
        known = [p for p in (*self.points, self.level) if p is not None] or [Decimal(0)]
        low, high = min(known), max(known)
        return (low, high) if high > low else (low - 1, high + 1)


def paint_spark(painter: QPainter, rect: QRectF, data: Spark, palette: ChartPalette) -> None:
    """The line breaks where a period has no figure."""
    places = spark_places(rect.adjusted(*(side * 3 * palette.unit for side in (1, 1, -1, -1))), data)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if data.level is not None and any(places):
        y = _height(rect.adjusted(0, 3 * palette.unit, 0, -3 * palette.unit), data.level, data)
        painter.setPen(QPen(palette.colour("text_muted"), palette.unit, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
    painter.setPen(QPen(palette.colour("accent"), 1.6 * palette.unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for there, stretch in groupby(places, key=lambda p: p is not None):
        found = [p for p in stretch if p is not None]
        if there and len(found) > 1:
            painter.drawPolyline(QPolygonF(found))
        elif there:
            painter.drawPoint(found[0])
    last = next((p for p in reversed(places) if p is not None), None)
    if last is not None:
        painter.setBrush(palette.colour("accent"))
        painter.drawEllipse(last, 2 * palette.unit, 2 * palette.unit)
    painter.restore()


def spark_places(rect: QRectF, data: Spark) -> list[QPointF | None]:
    """Where each figure is drawn; a single one in the middle."""
    count = len(data.points)
    step = rect.width() / (count - 1) if count > 1 else 0.0
    first = rect.left() if count > 1 else rect.center().x()
    return [None if p is None else QPointF(first + step * n, _height(rect, p, data)) for n, p in enumerate(data.points)]


def _height(rect: QRectF, number: Decimal, data: Spark) -> float:
    low, high = data.bounds()
    return rect.bottom() - rect.height() * float((number - low) / (high - low))
