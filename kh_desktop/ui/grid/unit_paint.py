"""Units in a cell, each on a quiet ground of its own, so that one sees where one ends and the next begins."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from kh_desktop.ui import theme
from kh_desktop.ui.grid.heights import CellTexts

_PAD_Y, _GAP, _ROUND = 1, 3, 4
_OUT = 4  # px by which the grounds reach into the padding of the cell, so that their text stands as that of other cells


def units_height(texts: CellTexts, text: str, width: int) -> int:
    """Height of the units of ``text`` (one a line) in a cell whose inside is ``width`` px wide; a single one is as tall as any text."""
    if "\n" not in text:
        return texts.height(text, width)
    heights = [texts.height(line, width) + 2 * _PAD_Y for line in text.split("\n")]
    return sum(heights) + _GAP * (len(heights) - 1)


def unit_boxes(texts: CellTexts, text: str, inner: QRect) -> Iterator[tuple[str, QRect, int]]:
    """Each unit with its ground and the top of its text."""
    lines = text.split("\n")
    top = inner.top() if len(lines) > 1 else inner.top() - _PAD_Y
    metrics = QFontMetrics(texts.font)
    for line in lines:
        height = texts.height(line, inner.width()) + 2 * _PAD_Y
        width = min(inner.width(), metrics.horizontalAdvance(line)) + 2 * _OUT
        yield line, QRect(inner.left() - _OUT, top, width, height), top + _PAD_Y
        top += height + _GAP


def paint_units(painter: QPainter, texts: CellTexts, text: str, inner: QRect, unknown: Collection[str], *, selected: bool) -> None:
    """Paint the units; those that are not in the unit book have a broken outline. One unit of the book alone is plain text."""
    pen, alone = painter.pen(), "\n" not in text
    for unit, box, top in unit_boxes(texts, text, inner):
        known = unit not in unknown
        if not (alone and known):
            paint_chip(painter, box, known=known, selected=selected)
        painter.setPen(pen)
        painter.drawStaticText(inner.left(), top + texts.overshoot, texts.laid_out(unit, inner.width()))


def paint_chip(painter: QPainter, box: QRect, *, known: bool, selected: bool = False) -> None:
    """The ground of one unit."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush if selected else theme.color("raised"))
    painter.setPen(QPen(theme.color("line" if known else "soon"), 1, Qt.PenStyle.SolidLine if known else Qt.PenStyle.DashLine))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
    painter.restore()
