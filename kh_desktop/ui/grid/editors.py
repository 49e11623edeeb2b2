"""The one cell editor of the grid: several lines, keys as in Excel, units completed by popup.

Typed text is sacred: ``setEditorData`` never touches an editor with uncommitted typing, and nothing is normalised before commit,
because Vietnamese keyboard programs send Backspace and the composed letter as separate keys.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QCompleter, QStyleOptionViewItem, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.grid.delegate import PAD_X, PAD_Y, CellPainter
from kh_desktop.ui.grid.model import GridModel
from kh_desktop.ui.grid.rows import UNIT_FIELDS
from kh_desktop.ui.widgets import PopupCompleter, TextEdit

Index = QModelIndex | QPersistentModelIndex
Move = str  # "", "down", "up", "next" or "back"
Hint = QAbstractItemDelegate.EndEditHint

_MARGIN = 2
_MIN_WIDTH = 180
_MAX_LINES = 8


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
        self.setStyleSheet(f"CellEditor, CellEditor:focus {{ {border}; padding: {PAD_Y - 2 - _MARGIN}px {PAD_X - 2 - _MARGIN}px; }}")

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


class CellDelegate(CellPainter):
    """Painter and editors of the grid. ``units`` gives the names of the unit book that match what is typed."""

    def __init__(self, font: QFont, units: Callable[[str], list[str]], parent: QObject | None = None) -> None:
        super().__init__(font, parent)
        self.typed = False
        self.editor: CellEditor | None = None
        self._units = units
        self._move: Move = ""

    def take_move(self) -> Move:
        """Where the key that closed the editor wants to go; asked once."""
        move, self._move = self._move, ""
        return move

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802 - Qt's names
        """A text editor; unit cells also complete from the unit book."""
        self._move = ""
        editor = CellEditor(parent)
        editor.setFont(self.texts.font)
        model = index.model()
        if isinstance(model, GridModel) and model.key_at(index) in UNIT_FIELDS:
            PopupCompleter((), editor, separator=";", find=self._units)
        editor.left.connect(self._editor_left)
        editor.textChanged.connect(self._editor_changed)
        self.editor = editor
        editor.document().setModified(False)  # a new margin and font count as a modification
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """Forget the editor."""
        if editor is self.editor:
            self.editor = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """The text of the cell, unless something was typed already."""
        if isinstance(editor, CellEditor):
            editor.load(str(index.data(Qt.ItemDataRole.EditRole) or ""), select=self.typed)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802
        """Commit; afterwards the editor counts as untouched, so a second commit does nothing."""
        if isinstance(editor, CellEditor) and editor.document().isModified():
            editor.document().setModified(False)
            model.setData(QModelIndex(index), editor.toPlainText(), Qt.ItemDataRole.EditRole)  # type: ignore[arg-type]

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """Over the cell, as tall as the text up to eight lines, inside the window."""
        if isinstance(editor, CellEditor):
            editor.cell = QRect(option.rect)  # type: ignore[attr-defined]
            self._place(editor, editor.cell)

    def _editor_left(self, move: str) -> None:
        editor = self.sender()
        if isinstance(editor, CellEditor):
            self._leave(editor, move)

    def _editor_changed(self) -> None:
        editor = self.sender()
        if isinstance(editor, CellEditor):
            self._place(editor, editor.cell)

    def _place(self, editor: CellEditor, rect: QRect) -> None:
        viewport = editor.parentWidget()
        if viewport is None:
            return
        width = max(rect.width(), _MIN_WIDTH)
        text = editor.toPlainText() or "Ế"
        inner = width - 2 * PAD_X - 1
        wanted = int(self.texts.size(text, inner).height()) + 2 * PAD_Y + 2
        height = max(rect.height(), min(wanted, _MAX_LINES * self.texts.line_height + 2 * PAD_Y))
        height = min(height, viewport.height())
        left = max(0, min(rect.left(), viewport.width() - width))
        top = max(0, min(rect.top(), viewport.height() - height))
        editor.setGeometry(left, top, width, height)
        fits = wanted <= height
        editor.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        if fits:
            editor.verticalScrollBar().setValue(0)  # it may have scrolled while it was smaller
            editor.horizontalScrollBar().setValue(0)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802
        """The editor handles its own keys: Qt's filter would commit on Enter or Tab in its own way."""
        if isinstance(editor, CellEditor) and event.type() == QEvent.Type.KeyPress:
            return False
        return super().eventFilter(editor, event)

    def _leave(self, editor: CellEditor, move: str) -> None:
        if move == "":
            editor.document().setModified(False)
            self.closeEditor.emit(editor, Hint.RevertModelCache)
            return
        self._move = move
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, Hint.NoHint)
