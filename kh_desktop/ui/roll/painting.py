"""A row of the proposal: words around in quiet, old words struck through, new words bold."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kh_desktop.ui import theme
from kh_desktop.ui.roll.choosing import Segment

SEGMENTS = Qt.ItemDataRole.UserRole + 2
_TOKENS = {"context": "text_muted", "old": "late", "new": "done", "gone": "late", "left": "soon", "plain": "text"}


class SegmentDelegate(QStyledItemDelegate):
    """Paints the segments of an item (role ``SEGMENTS``) on one line; items without any look as usual."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """One cell."""
        segments: list[Segment] | None = index.data(SEGMENTS)
        if not segments:
            super().paint(painter, option, index)
            return
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        own.text = ""  # type: ignore[attr-defined]
        widget = own.widget  # type: ignore[attr-defined]
        style = widget.style() if widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, own, painter, widget)
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, own, widget)
        selected = bool(own.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        painter.setClipRect(own.rect)  # type: ignore[attr-defined]
        _draw(painter, room.adjusted(2, 0, -2, 0), segments, own.font, selected=selected)  # type: ignore[attr-defined]
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """One line with air."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(hint.height(), round(28 * theme.font_scale())))


def _draw(painter: QPainter, room: QRect, segments: list[Segment], font: QFont, *, selected: bool) -> None:
    left = room.left()
    for text, look in _fitted(segments, room.width(), font):
        own = _font(font, look)
        painter.setFont(own)
        # On the selected row all words have its colour; line and weight still tell them apart.
        painter.setPen(theme.color("selection_text" if selected else _TOKENS[look]))
        width = QFontMetrics(own).horizontalAdvance(text)
        here = QRect(left, room.top(), min(width + 2, room.right() - left + 1), room.height())
        elided = QFontMetrics(own).elidedText(text, Qt.TextElideMode.ElideRight, here.width())
        painter.drawText(here, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), elided)
        left += width
        if left >= room.right():
            return


def _fitted(segments: list[Segment], room: int, font: QFont) -> list[Segment]:
    """The segments with the words before them cut, and long old words shortened, so that the new words are seen."""
    found = list(segments)
    if found and found[0][1] == "context" and len(found) > 1:
        rest = sum(QFontMetrics(_font(font, look)).horizontalAdvance(text) for text, look in found[1:4])
        metrics = QFontMetrics(_font(font, "context"))
        width = max(metrics.averageCharWidth() * 6, room - rest)
        found[0] = (metrics.elidedText(found[0][0], Qt.TextElideMode.ElideLeft, width), "context")
    for place, (text, look) in enumerate(found):
        metrics = QFontMetrics(_font(font, look))
        if look in ("old", "plain") and place + 2 < len(found) and metrics.horizontalAdvance(text) > room * 0.5:
            found[place] = (metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, round(room * 0.5)), look)
    return found


def _font(font: QFont, look: str) -> QFont:
    own = QFont(font)
    own.setStrikeOut(look == "old")
    own.setBold(look in ("new", "left"))
    own.setItalic(look == "gone")
    return own
