"""The editor over one cell: several lines, keys as in Excel.

Typed text is sacred: an editor with uncommitted typing is never changed from outside, and nothing is normalised before commit, because
Vietnamese keyboard programs send Backspace and the composed letter as separate keys.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.grid.delegate import PAD_X, PAD_Y
from kh_desktop.ui.widgets import TextEdit

Move = str  # "", "down", "up", "next" or "back"

_MARGIN = 2


class CellEditor(TextEdit):
    """A multi-line field over one cell. The delegate commits it; ``left`` tells that a key wants to leave it ("" for Esc)."""

    left = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.cell = QRect()
        self.setTabChangesFocus(False)
        self.document().setDocumentMargin(_MARGIN)  # room for the caret, or the text would shift sideways at the end of a line
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        border = f"border: 2px solid {theme.hex_of('focus')}; border-radius: 0"
        padding = f"padding: {PAD_Y - 2 - _MARGIN}px {PAD_X - 2 - _MARGIN}px"
        self.setStyleSheet(f"CellEditor, CellEditor:focus {{ {border}; {padding}; }}")

    def load(self, text: str, *, select: bool) -> None:
        """Show ``text``; ``select`` all of it when the editor was opened by typing, so that the key replaces it."""
        if self.document().isModified() or (text and self.toPlainText() == text):
            return
        self.setPlainText(text)
        if select:
            self.selectAll()
        else:
            self.moveCursor(QTextCursor.MoveOperation.End)
        self.document().setModified(False)

    def commit(self, *, tidy: bool = True) -> None:
        """The delegate commits, through the model."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave by Enter, Tab and Esc, new line by Alt+Enter. Keys arrive here even while suggestions are open."""
        move = leaving_key(event)
        if move is None:
            if is_enter(event):
                self.insertPlainText("\n")
            else:
                super().keyPressEvent(event)
            return
        popup = self._suggestions()
        if popup is not None and popup.isVisible():
            # A list that gets the focus makes its first line current; only a selected line was chosen by somebody.
            if move == "" or popup.selectionModel().hasSelection():
                event.ignore()  # the completer takes the suggestion, or closes its list
                return
            popup.hide()
        self.left.emit(move)

    def _suggestions(self) -> QAbstractItemView | None:
        completer = self.findChild(QCompleter)
        return None if completer is None else completer.popup()

    def _fit(self) -> None:
        """The delegate sizes it."""


def is_enter(event: QKeyEvent) -> bool:
    """Either Enter key."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def leaving_key(event: QKeyEvent) -> Move | None:
    """Where a key that leaves the editor goes ("" stays and gives up); None for keys that stay in it."""
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if is_enter(event) and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return "up" if shift else "down"
    if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        return "back" if shift or event.key() == Qt.Key.Key_Backtab else "next"
    return "" if event.key() == Qt.Key.Key_Escape else None
