"""Paints the lines of both sides: the margin with what a line is, its boxes, marks of doubt and of what a person wrote."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPolygon
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kh_desktop.ui import theme
from kh_desktop.ui.icons import paint_icon
from kh_desktop.ui.importing.lines import Box, PaneLine
from kh_desktop.ui.widgets import paint_focus

_Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
WORD_SHOWN = Qt.ItemDataRole.UserRole + 1
_PAD, _TOP, _BAR, _STEP, _MARK = 6, 4, 4, 14, 15
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)
_MOST_KEPT = 40_000
_MOST_MARGIN = 0.15  # of the width of a side: large letters leave the texts their room
_DAY = re.compile(r"\S*/\d\S*")
_WORD = re.compile(r"[^\s\u200b]+")
_SLASH = re.compile(r"/(?=\d)")


class LineDelegate(QStyledItemDelegate):
    """``margin``: the width left for words beside the lines, in px at 100 %."""

    def __init__(self, view: QAbstractItemView, margin: int) -> None:
        super().__init__(view)
        self._view = view
        self._margin = margin
        self._heights: dict[tuple[str, int, bool, bool], int] = {}
        self.current: tuple[int, int] = (-1, -1)
        theme.notifier().changed.connect(self._heights.clear)

    # --- where things are

    @property
    def margin(self) -> int:
        """The width of the margin, in px."""
        return min(round(self._margin * theme.font_scale()), round(self._view.viewport().width() * _MOST_MARGIN))

    def rects(self, line: PaneLine, rect: QRect) -> list[QRect]:
        """The places of the boxes of a line."""
        left = rect.left() + self.margin + _BAR + 2 + round(line.indent * _STEP * theme.font_scale())
        room = rect.right() - left - 2
        whole = sum(box.share for box in line.boxes) or 1.0
        out, at = [], float(left)
        for box in line.boxes:
            width = room * box.share / whole
            out.append(QRect(round(at), rect.top(), round(at + width) - round(at), rect.height()))
            at += width
        return out

    def box_at(self, line: PaneLine, rect: QRect, x: int) -> int:
        """The box at ``x``; the nearest one in the margin."""
        rects = self.rects(line, rect)
        return next((at for at, place in enumerate(rects) if x <= place.right()), len(rects) - 1)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        """High enough for the whole text of each box."""
        line: PaneLine = index.data(LINE)
        width = self._view.viewport().width()
        rects = self.rects(line, QRect(0, 0, width, 10))
        height = max((self._height(box, place.width(), line) for box, place in zip(line.boxes, rects, strict=True)), default=0)
        if self._margin and line.word and (index.data(WORD_SHOWN) or line.said):
            height = max(height, self.word_height(line))
        return QSize(width, height + (2 * _TOP if line.kind != "head" else 3 * _TOP) + 1)

    def word_height(self, line: PaneLine) -> int:
        """The height of the word in the margin, which may be broken over lines."""
        metrics = QFontMetrics(theme.scaled_font(0.84, bold=line.said))
        return metrics.boundingRect(QRect(0, 0, self.margin - 6, 10_000), _WRAP, line.word).height()

    def _height(self, box: Box, width: int, line: PaneLine) -> int:
        room = width - 2 * _PAD - _sign_room(box, line)
        key = (box.text, room, box.bold, box.italic)
        found = self._heights.get(key)
        if found is None:
            if len(self._heights) > _MOST_KEPT:
                self._heights.clear()
            metrics = QFontMetrics(_font(box))
            place = QRect(0, 0, max(room, 20), 1_000_000)
            text = breakable(box.text, metrics, room)
            found = metrics.boundingRect(place, _WRAP, text).height() if text else metrics.height()
            self._heights[key] = found
        return found

    # --- painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One line."""
        line: PaneLine = index.data(LINE)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        selected = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        painter.setClipRect(rect)
        self._paint_margin(painter, rect, line, shown=bool(index.data(WORD_SHOWN)))
        rects = self.rects(line, rect)
        for at, (box, place) in enumerate(zip(line.boxes, rects, strict=True)):
            here = selected and (self.current[1] == at or len(line.boxes) == 1)
            self._paint_box(painter, box, place, line, selected=selected, here=here)
        if line.kind == "head":
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawLine(rect.left() + _PAD, rect.bottom(), rect.right() - _PAD, rect.bottom())
        painter.restore()

    def _paint_margin(self, painter: QPainter, rect: QRect, line: PaneLine, *, shown: bool) -> None:
        left = rect.left() + self.margin + round(line.indent * _STEP * theme.font_scale())
        if line.bar:
            painter.fillRect(QRect(left, rect.top(), _BAR, rect.height()), theme.color(line.bar))
        if self._margin and line.word and (shown or line.said):
            painter.setFont(theme.scaled_font(0.84, bold=line.said))
            painter.setPen(theme.color("soon" if line.bar == "soon" else "accent" if line.said else "text_muted"))
            room = QRect(rect.left() + 2, rect.top() + _TOP, self.margin - 6, rect.height() - _TOP)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap), line.word)

    def _paint_box(self, painter: QPainter, box: Box, place: QRect, line: PaneLine, *, selected: bool, here: bool) -> None:
        ground = "selection" if here else "warning_bg" if box.doubtful else "accent_soft" if selected else box.ground
        if ground:
            painter.fillRect(place, theme.color(ground))
        if line.kind == "cells":
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawLine(place.topRight(), place.bottomRight())
            painter.drawLine(place.topLeft(), place.bottomLeft())
            painter.drawLine(place.bottomLeft(), place.bottomRight())
            if not box.covered:
                painter.drawLine(place.topLeft(), place.topRight())
        room = place.adjusted(_PAD, 2 * _TOP if line.kind == "head" else _TOP, -_PAD, 0)
        if box.doubtful or box.written:
            _paint_sign(painter, box, place, line)
            room.setLeft(room.left() + _sign_room(box, line))
        painter.setFont(_font(box))
        painter.setPen(theme.color("selection_text" if here else box.token))
        align = Qt.AlignmentFlag.AlignHCenter if box.centered else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, _WRAP | int(align), breakable(box.text, painter.fontMetrics(), room.width()))
        if here and self._view.hasFocus():
            paint_focus(painter, QRectF(place))


def _sign_room(box: Box, line: PaneLine) -> int:
    return _MARK if line.kind != "cells" and (box.doubtful or box.written) else 0


def _paint_sign(painter: QPainter, box: Box, place: QRect, line: PaneLine) -> None:
    """A sign before a text; in the narrow cells of a table a corner."""
    name, token = ("warn", "soon") if box.doubtful else ("edit", "accent")
    if line.kind != "cells":
        paint_icon(painter, QRectF(place.left() + 3, place.top() + _TOP + 1, _MARK - 3, _MARK - 3), name, token)
        return
    side = round(9 * theme.font_scale())
    corner = place.topRight() if box.doubtful else place.topLeft()
    along = -side if box.doubtful else side
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(token))
    painter.drawPolygon(QPolygon([corner, corner + QPoint(along, 0), corner + QPoint(0, side)]))


def breakable(text: str, metrics: QFontMetrics, room: int) -> str:
    """A day may be broken behind its slashes where a column is too narrow for it, any other word anywhere: nothing is cut off."""
    if any(metrics.horizontalAdvance(day) > room for day in _DAY.findall(text)):
        text = _SLASH.sub("/\u200b", text)
    widest = metrics.horizontalAdvance("W")  # short words need not be measured
    return _WORD.sub(lambda found: _broken(found[0], metrics, room) if _is_wide(found[0], metrics, room, widest) else found[0], text)


def _is_wide(word: str, metrics: QFontMetrics, room: int, widest: int) -> bool:
    return len(word) * widest > room and metrics.horizontalAdvance(word) > room


def _broken(word: str, metrics: QFontMetrics, room: int) -> str:
    """The word in pieces as long as the room."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and metrics.horizontalAdvance(pieces[-1] + letter) > room:
            pieces.append("")
        pieces[-1] += letter
    return "\u200b".join(pieces)


def _font(box: Box) -> QFont:
    font = theme.scaled_font(bold=box.bold)
    font.setItalic(box.italic)
    return font
