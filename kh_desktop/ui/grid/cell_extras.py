"""What is painted in cells besides their text: the arrow of a group row, how many rows it folds away, places that were found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF, QTextLayout

from kh_desktop.ui import theme
from kh_desktop.ui.grid.heights import CellTexts
from kh_desktop.ui.grid.rows import GridRow, RowKey
from kh_desktop.ui.i18n import tr

ARROW = 18  # px before the title of a group

Place = tuple[int, int, bool]  # start and end in the text, and whether it is the one looked at
Highlights = dict[tuple[RowKey, str], list[Place]]


def has_arrow(row: GridRow) -> bool:
    """Whether a row can be folded: group rows of the plan, not the headings of a sorted view."""
    return row.kind == "group" and row.id > 0


def paint_arrow(painter: QPainter, inner: QRect, line_height: int, row: GridRow) -> None:
    """A chevron before the title: down when open, right when folded."""
    size = max(3.0, line_height / 5)
    middle = QPointF(inner.left() + ARROW / 2 - 2, inner.top() + line_height / 2)
    shape = [QPointF(-size, -size / 2), QPointF(0, size / 2), QPointF(size, -size / 2)]
    if row.folded >= 0:
        shape = [QPointF(-size / 2, -size), QPointF(size / 2, 0), QPointF(-size / 2, size)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(painter.pen().color(), 1.6))
    painter.drawPolyline(QPolygonF([middle + point for point in shape]))
    painter.restore()


def paint_folded(painter: QPainter, inner: QRect, ground: str, ink: str, row: GridRow) -> None:
    """How many rows are folded away, at the end of the row."""
    text = tr("{count} dòng đang thu gọn", count=row.folded)
    width = painter.fontMetrics().horizontalAdvance(text) + 16
    box = QRect(inner.right() - width, inner.top(), width, painter.fontMetrics().lineSpacing())
    painter.fillRect(box, theme.color(ground))
    painter.setPen(theme.color(ink))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)


def paint_places(painter: QPainter, inner: QRect, texts: CellTexts, text: str, places: Sequence[Place]) -> None:
    """A ground behind the found places; the one looked at is framed as well, so that colour is not all that tells."""
    layout = QTextLayout(text.replace("\n", "\u2028"), texts.font)
    layout.setTextOption(texts.option)
    layout.beginLayout()
    height = float(texts.overshoot)
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, inner.width()))
        line.setPosition(QPointF(0, height))
        height += line.height()
        for start, end, current in places:
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
                box = QRectF(inner.left() + left - 1, inner.top() + line.y(), right - left + 2, line.height())
                painter.fillRect(box, theme.color("found_now" if current else "found"))
                if current:
                    painter.setPen(theme.color("soon"))
                    painter.drawRect(box.adjusted(0, 0, -1, -1))
    layout.endLayout()


def paint_cell_found(painter: QPainter, inner: QRect, places: Sequence[Place]) -> None:
    """A ground behind a whole cell in which something was found: the units of a cell are painted one by one."""
    if not places:
        return
    box, pen = inner.adjusted(-3, -2, 3, 2), painter.pen()
    current = any(here for _, _, here in places)
    painter.fillRect(box, theme.color("found_now" if current else "found"))
    if current:
        painter.setPen(theme.color("soon"))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
    painter.setPen(pen)


def _x(place: object) -> float:
    """Qt's x of a caret; PySide gives it together with the caret's place."""
    return float(place[0]) if isinstance(place, tuple) else float(place)  # type: ignore[arg-type]
