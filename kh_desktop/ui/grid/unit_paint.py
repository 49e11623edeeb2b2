"""Units in a cell, each on a quiet ground of its own, so that one sees where one ends and the next begins."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kh_desktop.ui import theme
from kh_desktop.ui.grid.heights import CellTexts

_PAD_X, _PAD_Y, _GAP, _ROUND = 5, 1, 3, 4
_OUT = 4  # px by which the grounds reach into the padding of the cell, so that their text stands as that of other cells


def units_height(texts: CellTexts, text: str, width: int) -> int:
    """Height of the units of ``text`` (one a line) in a cell whose inside is ``width`` px wide."""
    heights = [texts.height(line, _inner(width)) + 2 * _PAD_Y for line in text.split("\n")]
    return sum(heights) + _GAP * (len(heights) - 1)


def _inner(width: int) -> int:
    """The width of the text of a unit."""
    return max(1, width + 2 * _OUT - 2 * _PAD_X)


def unit_boxes(texts: CellTexts, text: str, inner: QRect) -> Iterator[tuple[str, QRect]]:
    """Each unit with its box."""
    top = inner.top()
    for line in text.split("\n"):
        height = texts.height(line, _inner(inner.width())) + 2 * _PAD_Y
        wide = texts.size(line, _inner(inner.width())).width() + 2 * _PAD_X + 1
        yield line, QRect(inner.left() - _OUT, top, min(inner.width() + 2 * _OUT, int(wide)), height)
        top += height + _GAP


def paint_units(painter: QPainter, texts: CellTexts, text: str, inner: QRect, unknown: Collection[str], *, selected: bool) -> None:
    """Paint the units; those that are not in the unit book have a broken outline."""
    pen = painter.pen()
    for unit, box in unit_boxes(texts, text, inner):
        paint_chip(painter, box, known=unit not in unknown, selected=selected)
        painter.setPen(pen)
        layout = texts.laid_out(unit, _inner(inner.width()))
        painter.drawStaticText(box.left() + _PAD_X, box.top() + _PAD_Y + texts.overshoot, layout)


def paint_chip(painter: QPainter, box: QRect, *, known: bool, selected: bool = False) -> None:
    """The ground of one unit."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush if selected else theme.color("raised"))
    painter.setPen(QPen(theme.color("line" if known else "soon"), 1, Qt.PenStyle.SolidLine if known else Qt.PenStyle.DashLine))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
    painter.restore()
