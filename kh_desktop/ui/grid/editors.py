"""The editors of the grid and how the view opens, places, commits and closes them. The field itself is in ``cell_editor``."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemDelegate, QStyleOptionViewItem, QWidget

from kh_desktop.ui.grid.cell_editor import CellEditor, Move
from kh_desktop.ui.grid.deadlines.live_line import LiveLine
from kh_desktop.ui.grid.delegate import PAD_X, PAD_Y, CellPainter
from kh_desktop.ui.grid.model import GridModel
from kh_desktop.ui.grid.rows import UNIT_FIELDS
from kh_desktop.ui.grid.unit_editor import UnitEditor
from kh_desktop.ui.widgets import PopupCompleter

__all__ = ["CellDelegate", "CellEditor"]

Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemDelegate.EndEditHint

_MIN_WIDTH = 180
_MAX_LINES = 8
_SUGGESTED = ("content", "product", "deadline")


class CellDelegate(CellPainter):
    """Painter and editors of the grid. ``units`` gives the names of the unit book that match what is typed, ``is_unit`` whether a name
    is in it, ``earlier`` the texts of earlier plans in a field that match what is typed."""

    def __init__(self, font: QFont, units: Callable[[str], list[str]], parent: QObject | None = None) -> None:
        super().__init__(font, parent)
        self.typed = False
        self.editor: CellEditor | None = None
        self._units = units
        self.is_unit: Callable[[str], bool] = lambda name: True
        self.earlier: Callable[[str, str], list[str]] = lambda field, typed: []
        self._move: Move = ""

    def take_move(self) -> Move:
        """Where the key that closed the editor wants to go; asked once."""
        move, self._move = self._move, ""
        return move

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802 - Qt's names
        """A text editor with suggestions: unit cells from the unit book, some others from what earlier plans wrote."""
        self._move = ""
        model = index.model()
        key = model.key_at(index) if isinstance(model, GridModel) else ""
        editor = UnitEditor(self._units, self.is_unit, parent) if key in UNIT_FIELDS else CellEditor(parent)
        editor.setFont(self.texts.font)
        if key in _SUGGESTED:
            # Where there are several lines, the arrow keys belong to the text.
            PopupCompleter((), editor, find=lambda typed: [] if "\n" in editor.toPlainText() else self.earlier(key, typed))
        if key == "deadline" and isinstance(model, GridModel) and (view := parent.parentWidget()) is not None:
            texts = model.rows[index.row()].texts
            LiveLine(editor, self.readings, (texts["deadline"], texts.get("meaning", "")), view)
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
