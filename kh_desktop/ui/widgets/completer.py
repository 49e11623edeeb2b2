"""Suggestions by popup only: inline completion selects text and UniKey's Backspace then removes the wrong letter ("aâ" for "â")."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect, QStringListModel, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit

from kh_desktop.domain.vitext import matches

_ROOM, _WIDEST = 36, 460  # px beside a suggestion; widest list
Words = Sequence[str] | Callable[[], Sequence[str]]


class PopupCompleter(QObject):
    """Offers ``words`` (or what the callable returns now) below ``editor``, found without marks ("vptk" must be one of the words).

    ``separator``: only the part after the last one is completed ("VP-TK; Công an|"). ``chosen`` tells what was taken.
    ``find``: another way to search, from the typed part to the words to show.
    """

    chosen = Signal(str)

    def __init__(
        self,
        words: Words,
        editor: QLineEdit | QPlainTextEdit,
        *,
        separator: str = "",
        find: Callable[[str], Sequence[str]] | None = None,
        limit: int = 12,
    ) -> None:
        super().__init__(editor)
        self._words, self._editor, self._separator, self._find, self._limit = words, editor, separator, find, limit
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(editor)
        self._completer.popup().setStyleSheet("QAbstractItemView::item { padding: 4px 6px; }")
        self._completer.activated[str].connect(self._insert)  # type: ignore[index]
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(self.refresh)
        else:
            editor.textChanged.connect(self._plain_changed)

    def is_open(self) -> bool:
        """Whether suggestions are shown."""
        return self._completer.popup().isVisible()

    def take_selected(self) -> bool:
        """Take over the suggestion somebody chose with the arrow keys; False when none is chosen."""
        popup = self._completer.popup()
        chosen = popup.selectionModel().selectedIndexes() if popup.isVisible() else []
        if not chosen:
            return False
        popup.hide()
        self._insert(str(chosen[0].data()))
        return True

    def suggestions(self) -> list[str]:
        """What is offered for the text before the caret."""
        part = self._part().strip()
        if not part:
            return []
        if self._find is not None:
            found = list(self._find(part))
        else:
            words = self._words() if callable(self._words) else self._words
            found = [word for word in words if matches(part, word)]
        return [] if found == [part] else found[: self._limit]

    def refresh(self) -> None:
        """Show, change or hide the suggestions; never touches the text."""
        found = self.suggestions()
        if not found:
            self._completer.popup().hide()
            return
        self._model.setStringList(found)
        popup, editor = self._completer.popup(), self._editor
        widest = max(popup.fontMetrics().horizontalAdvance(word) for word in found) + _ROOM
        # In a narrow cell the suggestions would otherwise be cut to its width.
        self._completer.complete(QRect(0, 0, max(editor.width(), min(widest, _WIDEST)), editor.height()))

    def _plain_changed(self) -> None:
        if self._editor.hasFocus() and isinstance(self._editor, QPlainTextEdit) and self._editor.document().isModified():
            self.refresh()

    def _before(self) -> tuple[str, str]:
        if isinstance(self._editor, QLineEdit):
            text, place = self._editor.text(), self._editor.cursorPosition()
        else:
            text, place = self._editor.toPlainText(), self._editor.textCursor().position()
        return text[:place], text[place:]

    def _part(self) -> str:
        before, after = self._before()
        if self._separator:
            return before.replace("\n", self._separator).rsplit(self._separator, 1)[-1]
        return before + after

    def _insert(self, word: str) -> None:
        before, after = self._before()
        if self._separator:
            head = before[: len(before) - len(self._part())]
            blank = " " if head and not head.endswith(("\n", " ")) else ""
            before = f"{head}{blank}{word}"
        else:
            before, after = word, ""
        if isinstance(self._editor, QLineEdit):
            self._editor.setText(before + after)
            self._editor.setCursorPosition(len(before))
            self._editor.setModified(True)
        else:
            self._replace_plain(before, after)
        self.chosen.emit(word)

    def _replace_plain(self, before: str, after: str) -> None:
        assert isinstance(self._editor, QPlainTextEdit)
        cursor = self._editor.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(before + after)
        cursor.setPosition(len(before))
        self._editor.setTextCursor(cursor)
        self._editor.document().setModified(True)
        self._completer.popup().hide()
