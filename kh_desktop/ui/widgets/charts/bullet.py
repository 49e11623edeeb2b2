"""A bullet bar: how far a figure is on the way to its target, and where the year will end."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from kh_desktop.ui.widgets.charts.marks import token_of
from kh_desktop.ui.widgets.charts.palette import ChartPalette

_ROOM = Decimal("1.15")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Bullet:
    """``value`` against ``level`` (None: not known); ``less``: the target is an upper limit. ``share``: in per cent, so the bar ends at
    100 unless something is beyond. ``judged`` decides the colour."""

    value: Decimal | None
    level: Decimal | None
    forecast: Decimal | None = None
    judged: str = "no_figure"
    less: bool = False
    share: bool = True

    def top(self) -> Decimal:
        """The figure at the right end of the bar; a limit of a few per cent is not lost in a bar of a hundred."""
        known = [n for n in (self.value, self.level, self.forecast) if n is not None]
        highest = max(known, default=Decimal(0))
        if self.share and highest <= _HUNDRED and not (self.less and highest < 50):
            return _HUNDRED
        return highest * _ROOM if highest > 0 else Decimal(1)


def paint_bullet(painter: QPainter, rect: QRectF, data: Bullet, palette: ChartPalette) -> None:
    """The bar, the target as an upright line over it, the forecast as a small diamond."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit, top = palette.unit, data.top()
    track = QRectF(rect.left(), rect.center().y() - rect.height() * 0.22, rect.width(), rect.height() * 0.44)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.colour("raised"))
    painter.drawRect(track)
    _wanted(painter, track, data, palette)
    if data.value is not None:
        painter.setBrush(palette.colour(token_of(data.judged)))
        bar = QRectF(track)
        bar.setWidth(max(_at(track, data.value, top) - track.left(), 1.5 * unit))
        painter.drawRect(bar.adjusted(0, track.height() * 0.18, 0, -track.height() * 0.18))
    if data.level is not None:
        x = min(_at(track, data.level, top), rect.right() - unit)
        painter.setPen(QPen(palette.colour("text"), 2 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
    if data.forecast is not None:
        _diamond(painter, QPointF(_at(track, data.forecast, top), track.center().y()), rect.height() * 0.24, palette)
    painter.restore()


def _wanted(painter: QPainter, track: QRectF, data: Bullet, palette: ChartPalette) -> None:
    """The side of the target where one wants to be, a little lighter than the bar."""
    if data.level is None:
        return
    x, good = _at(track, data.level, data.top()), QRectF(track)
    if data.less:
        good.setRight(x)
    else:
        good.setLeft(x)
    painter.setBrush(palette.colour("done_bg"))
    painter.drawRect(good)


def _at(track: QRectF, number: Decimal, top: Decimal) -> float:
    return track.left() + track.width() * min(1.0, max(0.0, float(number / top)))


def _diamond(painter: QPainter, at: QPointF, reach: float, palette: ChartPalette) -> None:
    painter.setPen(QPen(palette.colour("text"), 1.2 * palette.unit))
    painter.setBrush(palette.colour("surface"))
    painter.drawPolygon(QPolygonF([at + QPointF(*way) for way in ((0, -reach), (reach, 0), (0, reach), (-reach, 0))]))
