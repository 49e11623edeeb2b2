"""How cells are painted: wrapped text, group rows, problem marks, one visible focus. Editors are in ``editors``."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kh_desktop.ui import theme
from kh_desktop.ui.grid.cell_extras import ARROW, Highlights, has_arrow, paint_arrow, paint_cell_found, paint_folded, paint_places
from kh_desktop.ui.grid.deadlines.lines import Readings
from kh_desktop.ui.grid.deadlines.paint import line_height, paint_line, small_font
from kh_desktop.ui.grid.following.paint import icon_room, paint_mark, paint_state
from kh_desktop.ui.grid.heights import CellTexts
from kh_desktop.ui.grid.model import GridModel
from kh_desktop.ui.grid.rows import UNIT_FIELDS, GridRow
from kh_desktop.ui.grid.spans import head_place, is_joined
from kh_desktop.ui.grid.unit_paint import paint_units, units_height
from kh_desktop.ui.i18n import tr

PAD_X = 7
PAD_Y = 6
MARK = 3
INDENT = 14  # px per level of a sub-task

Index = QModelIndex | QPersistentModelIndex


class CellPainter(QStyledItemDelegate):
    """Paints the cells of a ``GridModel``. Texts are laid out once and kept; ``set_font`` begins anew."""

    def __init__(self, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.marked: frozenset[tuple[str, int]] = frozenset()  # rows whose number just changed
        self.highlights: Highlights = {}  # places found in cells
        self.readings = Readings()  # those of the model, once a panel joins them
        self.set_font(font)

    def set_font(self, font: QFont) -> None:
        """Paint with ``font`` from now on."""
        bold = QFont(font)
        bold.setBold(True)
        self.texts = CellTexts(font)
        self.bold = CellTexts(bold)
        self.small = CellTexts(small_font(font))

    def row_height(self, model: GridModel, row: int, widths: list[int], above: Callable[[int], int] | None = None) -> int:
        """Height of ``row`` in px when its columns are ``widths`` px wide; a group's title has all columns from its own to the last.
        ``above`` gives the heights of rows above: the last row of a joined cell is as tall as that cell still needs."""
        item = model.rows[row]
        if item.kind == "group":
            start = model.column_of(row, "title")
            arrow = ARROW if has_arrow(item) else 0
            return self.bold.height(item.texts["title"], sum(widths[start:]) - 2 * PAD_X - 1 - arrow) + 2 * PAD_Y
        heights = [self.texts.min_height]
        for column, (key, width) in enumerate(zip(model.keys, widths, strict=True)):
            head, last = row, False
            if item.covered or (row + 1 < len(model.rows) and model.rows[row + 1].covered):
                head, last = self._joined(model, row, column)
            if head == row and not last:
                heights.append(self._text_height(item, key, width))
            elif last:  # what the rows above leave of a joined cell
                room = sum(above(place) for place in range(head, row)) if above is not None else 0
                heights.append(self._text_height(model.rows[head], key, width) - room)
        return max(heights) + 2 * PAD_Y

    @staticmethod
    def _joined(model: GridModel, row: int, column: int) -> tuple[int, bool]:
        """The first row of the joined cell a row belongs to, and whether the row is its last; (row, False) for a cell alone."""
        head, _ = head_place(model.rows, model.keys, row, column)
        end = is_joined(model.rows, model.keys, row + 1, column)
        return (row - 1, False) if head == row and end else (head, head != row and not end)

    def _text_height(self, row: GridRow, key: str, width: int) -> int:
        """Height of the text of a cell in a column of ``width`` px."""
        inner = width - 2 * PAD_X - 1 - text_indent(row, key)
        text = row.texts.get(key, "")
        if key == "deadline":
            line = self.readings.shown(text, row.texts.get("meaning", ""))
            return self.texts.height(text, inner) + line_height(self.small, line, inner)
        return units_height(self.texts, text, inner) if key in UNIT_FIELDS and text else self.texts.height(text, inner)

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
        if key == "no" and row.key in self.marked and not selected:
            painter.fillRect(rect.adjusted(0, 0, -1, -1), theme.color("accent_soft"))
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
        inner.setLeft(inner.left() + text_indent(row, key))
        places = self.highlights.get((row.key, key), []) if row.texts.get(key) else []
        if key in UNIT_FIELDS and row.texts.get(key):
            paint_cell_found(painter, inner, places)
            paint_units(painter, texts, text, inner, row.texts["unknown"].split("\n"), selected=selected)
            return
        if key == "title" and has_arrow(row):
            paint_arrow(painter, inner, texts.line_height, row)
            inner.setLeft(inner.left() + ARROW)
        if places:
            paint_places(painter, inner, texts, text, places)
            painter.setPen(theme.color(token))
        layout = texts.laid_out(text, inner.width())
        painter.drawStaticText(inner.left(), inner.top() + texts.overshoot, layout)
        if key == "deadline" and (line_below := self.readings.shown(text if row.texts.get(key) else "", row.texts.get("meaning", ""))):
            paint_line(painter, self.small, line_below, inner, inner.top() + texts.height(text, inner.width()), selected=selected)
        if layout.size().height() > inner.height() + texts.line_height:
            self._paint_more(painter, rect)
        if key == "title" and row.folded >= 0:
            painter.setFont(self.texts.font)
            paint_folded(painter, inner, "selection" if selected else "raised", "selection_text" if selected else "text_muted", row)

    def _paint_more(self, painter: QPainter, rect: QRect) -> None:
        """A quiet "…" where a very long text goes on below the cell."""
        corner = QRect(rect.right() - 26, rect.bottom() - 20, 24, 18)
        painter.fillRect(corner, theme.color("raised"))
        painter.drawText(corner, int(Qt.AlignmentFlag.AlignCenter), "…")


def text_indent(row: GridRow, key: str) -> int:
    """By how many px the text of a cell begins further right: sub-tasks below their task, the word of a state behind its sign."""
    if key == "state":
        return icon_room()
    return INDENT * row.level if key == "content" else 0


def placeholder(row: GridRow, key: str) -> str:
    """What an empty cell says quietly: what a group needs, what is missing, or that a row goes on from the one above."""
    if row.kind == "group":
        return tr("Nhóm chưa có tên") if key == "title" else ""
    if key in row.covered:
        return tr("(tiếp dòng trên)") if key == "content" else tr("(như trên)")
    if key == "content":
        return tr("Nhiệm vụ chưa có nội dung")
    return tr("Chưa có") if key in row.marks else ""
