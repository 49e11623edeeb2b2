"""The one look of keyboard focus for what is painted by hand; the stylesheet draws the same ring around everything else."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kh_desktop.ui import theme


def paint_focus(painter: QPainter, rect: QRectF, radius: float = 4) -> None:
    """A ring of 2 px in the colour of focus along the inside of ``rect``."""
    painter.save()
    painter.setPen(QPen(theme.color("focus"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()
