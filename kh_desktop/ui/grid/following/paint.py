"""The state of a row as painted in the grid: a small shape beside the number, shape and word in the column of states."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from kh_desktop.domain.model import TaskState
from kh_desktop.ui import theme
from kh_desktop.ui.grid.following.states import look_of
from kh_desktop.ui.icons import paint_icon

_SIDE = 12


def icon_room() -> int:
    """How many px the shape and the gap after it take from a cell of the column of states."""
    return round(_SIDE * theme.font_scale()) + 6


def paint_mark(painter: QPainter, cell: QRect, line: QRect, progress: str) -> QRect:
    """The shape of a state that is worth showing at the left edge of a number cell; the room left for the number.

    ``line`` is the cell without its padding, as high as one line of text."""
    if progress in ("", TaskState.TODO.value):
        return line
    side = round(_SIDE * theme.font_scale())
    _paint(painter, cell.left() + 2, line, side, progress)
    return QRect(cell.left() + side + 3, line.top(), cell.width() - side - 5, line.height())


def paint_state(painter: QPainter, line: QRect, progress: str) -> None:
    """The shape before the word."""
    _paint(painter, line.left(), line, round(_SIDE * theme.font_scale()), progress)


def _paint(painter: QPainter, left: int, line: QRect, side: int, progress: str) -> None:
    look = look_of(progress)
    paint_icon(painter, QRectF(left, line.top() + (line.height() - side) / 2, side, side), look.icon, look.token)
