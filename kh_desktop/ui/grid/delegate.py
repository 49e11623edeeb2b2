"""How cells are painted: wrapped text, group rows, problem marks, one visible focus. Editors are in ``editors``."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kh_desktop.ui import theme
from kh_desktop.ui.grid.following.paint import icon_room, paint_mark, paint_state
from kh_desktop.ui.grid.heights import CellTexts
from kh_desktop.ui.grid.model import GridModel
from kh_desktop.ui.grid.rows import GridRow
from kh_desktop.ui.i18n import tr

PAD_X = 7
PAD_Y = 6
MARK = 3

Index = QModelIndex | QPersistentModelIndex


class CellPainter(QStyledItemDelegate):
    """Paints the cells of a ``GridModel``. Texts are laid out once and kept; ``set_font`` begins anew."""

    def __init__(self, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.set_font(font)

    def set_font(self, font: QFont) -> None:
        """Paint with ``font`` from now on."""
        bold = QFont(font)
        bold.setBold(True)
        self.texts = CellTexts(font)
        self.bold = CellTexts(bold)

    def row_height(self, model: GridModel, row: int, widths: list[int]) -> int:
        """Height of ``row`` in px when its columns are ``widths`` px wide; a group's title has all columns from its own to the last."""
        item = model.rows[row]
        if item.kind == "group":
            start = model.column_of(row, "title")
            return self.bold.height(item.texts["title"], sum(widths[start:]) - 2 * PAD_X - 1) + 2 * PAD_Y
        texts = item.texts
        inner = (width - 2 * PAD_X - 1 - (icon_room() if key == "state" else 0) for key, width in zip(model.keys, widths, strict=True))
        return max(self.texts.height(texts[key], width) for key, width in zip(model.keys, inner, strict=True)) + 2 * PAD_Y

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        model = index.model()
        if not isinstance(model, GridModel):
            return
        row = model.rows[index.row()]
        key = model.key_at(index)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, theme.color("selection" if selected else "raised" if row.kind == "group" else "surface"))
        self._paint_lines(painter, rect)
        if key in row.marks:
            self._paint_mark(painter, rect)
        self._paint_text(painter, rect, row, key or model.keys[index.column()], selected)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_lines(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())

    def _paint_mark(self, painter: QPainter, rect: QRect) -> None:
        painter.fillRect(rect.left(), rect.top(), MARK, rect.height() - 1, theme.color("soon"))

    def _paint_text(self, painter: QPainter, rect: QRect, row: GridRow, key: str, selected: bool) -> None:
        text, token = row.texts.get(key, ""), "selection_text" if selected else "text"
        if not text:
            text, token = placeholder(row, key), "selection_text" if selected else "text_muted"
        if not text:
            return
        texts = self.bold if row.kind == "group" else self.texts
        inner = rect.adjusted(PAD_X, PAD_Y, -PAD_X - 1, -PAD_Y)
        painter.setFont(texts.font)
        painter.setPen(theme.color(token))
        line = QRect(inner.left(), inner.top(), inner.width(), texts.line_height)
        if key == "no":
            inner = paint_mark(painter, rect, line, row.texts.get("progress", ""))
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), text)
            return
        if key == "state":
            paint_state(painter, line, row.texts["progress"])
            inner.setLeft(inner.left() + icon_room())
        layout = texts.laid_out(text, inner.width())
        painter.drawStaticText(inner.left(), inner.top() + texts.overshoot, layout)
        if layout.size().height() > inner.height() + texts.line_height:
            self._paint_more(painter, rect)

    def _paint_more(self, painter: QPainter, rect: QRect) -> None:
        """A quiet "…" where a very long text goes on below the cell."""
        corner = QRect(rect.right() - 26, rect.bottom() - 20, 24, 18)
        painter.fillRect(corner, theme.color("raised"))
        painter.drawText(corner, int(Qt.AlignmentFlag.AlignCenter), "…")


def placeholder(row: GridRow, key: str) -> str:
    """What an empty cell says quietly: what a group needs, what is missing, or that a row goes on from the one above."""
    if row.kind == "group":
        return tr("Nhóm chưa có tên") if key == "title" else ""
    if key in row.covered:
        return tr("(tiếp dòng trên)") if key == "content" else tr("(như trên)")
    if key == "content":
        return tr("Nhiệm vụ chưa có nội dung")
    return tr("Chưa có") if key in row.marks else ""
