"""The editor of a unit cell: one unit a line, each on its own ground. It is plain text all the same, so that every key means in it what it
means in any text, Backspace above all."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QWidget

from kh_desktop.ui.grid.cell_editor import CellEditor
from kh_desktop.ui.grid.unit_paint import paint_chip
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import PopupCompleter

_ALT = Qt.KeyboardModifier.AltModifier


class UnitEditor(CellEditor):
    """ ";" ends a unit and begins the next one; Alt+Up and Alt+Down move the unit at the caret, Alt+Delete takes it out.
    ``find``: units that match what is typed; ``is_unit``: whether a name is in the unit book."""

    def __init__(self, find: Callable[[str], list[str]], is_unit: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find, self._is_unit = find, is_unit
        self.suggest = PopupCompleter((), self, separator=";", find=self._not_yet_there)
        self.setPlaceholderText(tr("Gõ tên hoặc tên tắt của đơn vị"))
        self.setToolTip(tr("Dấu ; để thêm đơn vị nữa. Alt+↑, Alt+↓ đổi chỗ, Alt+Delete bỏ đơn vị ở con trỏ."))

    def _not_yet_there(self, typed: str) -> list[str]:
        here = self.textCursor().block().blockNumber()
        others = {line.strip() for place, line in enumerate(self.toPlainText().split("\n")) if place != here}
        return [name for name in self._find(typed) if name not in others]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The keys of units; all others are those of text."""
        alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _ALT
        if event.text() == ";":
            self._end_unit()
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move_unit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif alt and event.key() == Qt.Key.Key_Delete:
            self._remove_unit()
        else:
            super().keyPressEvent(event)

    def _end_unit(self) -> None:
        """Take the suggestion that is chosen, if any, and go on with the next unit."""
        self.suggest.take_selected()
        if self.textCursor().block().text().strip():
            self.textCursor().insertText("\n")

    def _move_unit(self, by: int) -> None:
        lines = self.toPlainText().split("\n")
        here = self.textCursor().block().blockNumber()
        there = here + by
        if 0 <= there < len(lines):
            lines[here], lines[there] = lines[there], lines[here]
            self._write(lines, there)

    def _remove_unit(self) -> None:
        lines = self.toPlainText().split("\n")
        here = self.textCursor().block().blockNumber()
        del lines[here]
        self._write(lines, min(here, len(lines) - 1))

    def _write(self, lines: list[str], line: int) -> None:
        """Other lines, as one step of the editor's own undo, the caret at the end of ``line``."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText("\n".join(lines))
        cursor.setPosition(self.document().findBlockByNumber(max(0, line)).position())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.setTextCursor(cursor)

    # --- the grounds

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """A ground behind each unit; the one being typed has one only when it is complete."""
        painter = QPainter(self.viewport())
        here, block = self.textCursor().block().blockNumber(), self.document().firstBlock()
        while block.isValid():
            known = not block.text().strip() or self._is_unit(block.text())
            if block.text().strip() and (known or block.blockNumber() != here):
                paint_chip(painter, self._box(block), known=known)
            block = block.next()
        painter.end()
        super().paintEvent(event)

    def _box(self, block: QTextBlock) -> QRect:
        area = self.blockBoundingGeometry(block).translated(self.contentOffset()).toRect()
        layout = block.layout()
        width = max((layout.lineAt(place).naturalTextWidth() for place in range(layout.lineCount())), default=0.0)
        box = QRect(area.topLeft() + QPoint(1, 0), area.bottomRight())
        box.setWidth(min(int(width) + 6, self.viewport().width() - 2))
        return box
