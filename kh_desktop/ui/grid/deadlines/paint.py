"""How the line under a deadline is measured and painted: small and quiet; amber with a sign when a person is needed."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFont, QPainter

from kh_desktop.ui import theme
from kh_desktop.ui.grid.deadlines.lines import Line
from kh_desktop.ui.grid.heights import CellTexts
from kh_desktop.ui.icons import paint_icon

GAP = 2  # px between the phrase and its line
_SMALLER = 0.88


def small_font(font: QFont) -> QFont:
    """The font of the line under a text in ``font``."""
    small = QFont(font)
    if font.pointSizeF() > 0:
        small.setPointSizeF(font.pointSizeF() * _SMALLER)
    else:
        small.setPixelSize(max(8, round(font.pixelSize() * _SMALLER)))
    return small


def line_height(texts: CellTexts, line: Line | None, width: int) -> int:
    """The room a line needs below its phrase in a cell ``width`` px wide inside."""
    return 0 if line is None else GAP + texts.height(line.short, width - _sign_room(texts, line))


def paint_line(painter: QPainter, texts: CellTexts, line: Line, inner: QRect, top: int, *, selected: bool) -> None:
    """Paint a line from ``top`` on."""
    room, top = _sign_room(texts, line), top + GAP
    if room:
        side = texts.line_height * 0.86
        place = QRectF(inner.left(), top + (texts.line_height - side) / 2, side, side)
        paint_icon(painter, place, "warn", "selection_text" if selected else "soon")
    painter.setFont(texts.font)
    painter.setPen(theme.color("selection_text" if selected else "soon" if line.needs else "text_muted"))
    painter.drawStaticText(inner.left() + room, top + texts.overshoot, texts.laid_out(line.short, inner.width() - room))


def _sign_room(texts: CellTexts, line: Line) -> int:
    return texts.line_height + 2 if line.needs else 0
