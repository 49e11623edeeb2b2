"""A stacked bar of states: how many tasks are done, in progress, not begun, given up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kh_desktop.ui.widgets.charts.marks import paint_mark
from kh_desktop.ui.widgets.charts.palette import CENTER, ChartPalette

STATES = ("done", "doing", "todo", "dropped")
# Ground and text of each part; the given up one is also hatched.
_LOOKS = {"done": ("done", "surface"), "doing": ("ongoing", "surface"), "todo": ("line_strong", "text"), "dropped": ("raised", "text")}


@dataclass(frozen=True, slots=True)
class StateBar:
    """Numbers of tasks; ``most``: the number a bar of full width stands for (0: its own total)."""

    done: int = 0
    doing: int = 0
    todo: int = 0
    dropped: int = 0
    most: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.done + self.doing + self.todo + self.dropped


def paint_states(painter: QPainter, rect: QRectF, data: StateBar, palette: ChartPalette) -> None:
    """The parts side by side, each with its number where there is room for it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not data.total:
        painter.setPen(QPen(palette.colour("line_strong"), palette.unit, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()))
    left, per_task = rect.left(), rect.width() / max(data.most, data.total, 1)
    for state in STATES:
        count: int = getattr(data, state)
        if count:
            part = QRectF(left, rect.top(), per_task * count, rect.height())
            _part(painter, part, state, count, palette)
            left = part.right()
    painter.restore()


def _part(painter: QPainter, part: QRectF, state: str, count: int, palette: ChartPalette) -> None:
    ground, ink = _LOOKS[state]
    painter.setPen(QPen(palette.colour("surface"), palette.unit))
    painter.setBrush(palette.colour(ground))
    painter.drawRect(part)
    if state == "dropped":
        painter.setPen(QPen(palette.colour("text_muted"), palette.unit))
        painter.drawLine(part.bottomLeft(), part.topRight())
    words = str(count)
    if palette.width(words, 0.88) + 4 * palette.unit <= part.width() and palette.line(0.88) <= part.height() + 3 * palette.unit:
        palette.text(painter, part, words, ink, factor=0.88, align=CENTER)


def paint_legend(painter: QPainter, rect: QRectF, entries: Sequence[tuple[str, str]], palette: ChartPalette) -> None:
    """What the shapes mean, (meaning, word) side by side from the left."""
    side, left = palette.line(0.88) * 0.72, rect.left()
    for meaning, words in entries:
        paint_mark(painter, QRectF(left, rect.center().y() - side / 2, side, side), meaning, palette)
        width = palette.width(words, 0.88) + 2 * palette.unit
        palette.text(painter, QRectF(left + side + 5 * palette.unit, rect.top(), width, rect.height()), words, "text_muted", factor=0.88)
        left += side + width + 18 * palette.unit
