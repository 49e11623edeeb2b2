"""Text fields that are safe for Vietnamese typing.

UniKey and EVKey send Backspace and then the composed letter, so a field never changes its own text while somebody types: text is
put into its stored form only on commit (Enter, leaving the field, ``commit_editors``). What the program sets meanwhile is ignored
as long as there is uncommitted typing.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from kh_desktop.domain.vitext import clean, clean_line
from kh_desktop.ui.i18n import tr

_KEEP_TYPING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


def leaves_undo_to_window(event: QEvent, typed: bool) -> bool:
    """Whether Ctrl+Z / Ctrl+Y should reach the window: a field without uncommitted typing has nothing of its own to undo."""
    if typed or event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def is_written_in(field: QWidget) -> bool:
    """Whether the caret is in the field, or will be again when a person comes back from another program."""
    return field.window().focusWidget() is field


class LineEdit(QLineEdit):
    """A field of one line. ``committed(value)`` is emitted when its value changed.

    What cannot be taken over stays in the field, marked; the value stays the old one. ``refused(sentence)`` says why, with an
    empty sentence when it is over: as soon as the typing makes sense again.
    """

    committed = Signal(str)
    refused = Signal(str)
    is_kh_field = True

    def __init__(self, name: str = "", value: str = "", *, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value, self._problem = value, ""
        self._check: Callable[[str], str] | None = None
        self.setText(self.text_of(value))
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self._typing)

    def set_check(self, check: Callable[[str], str]) -> None:
        """``check(value)``: why the field does not take ``value``, as a sentence; "" when it does."""
        self._check = check

    def problem_of(self, text: str) -> str:
        """Why the typed ``text`` cannot be taken over, as a sentence; "" when it can."""
        value = self.value_of(text)
        if value is None:
            return tr("“{text}” chưa đúng dạng.", text=text)
        return self._check(value) if self._check is not None else ""

    def problem(self) -> str:
        """The sentence of the present refusal, "" when there is none."""
        return self._problem

    def value_of(self, text: str) -> str | None:
        """The value a typed text stands for; None when it stands for nothing."""
        return clean_line(text)

    def text_of(self, value: str) -> str:
        """How a value is shown."""
        return value

    def value(self) -> str:
        """The last committed value."""
        return self._value

    def is_dirty(self) -> bool:
        """Whether something typed is not committed yet."""
        return self.isModified()

    def set_value(self, value: str) -> None:
        """Show ``value``; does nothing while there is uncommitted typing."""
        if self.isModified():
            return
        self._value = value
        if self.value_of(self.text()) != value or not is_written_in(self):
            self.setText(self.text_of(value))

    def commit(self, *, tidy: bool = True) -> None:
        """Take over what was typed; ``tidy`` also shows it in its stored form."""
        if not self.isModified():
            return
        value = self.value_of(self.text())
        self._refuse(self.problem_of(self.text()))
        if self._problem or value is None:
            return
        self.setModified(False)
        if tidy and self.text() != self.text_of(value):
            self.setText(self.text_of(value))
        if value != self._value:
            self._value = value
            self.committed.emit(value)

    def reset(self, value: str | None = None) -> None:
        """Give up what was typed, also what was refused, and show ``value`` (None: the old one): for another plan, or a way out."""
        self.setModified(False)
        self._refuse("")
        self._value = self._value if value is None else value
        self.setText(self.text_of(self._value))

    def _typing(self, text: str) -> None:
        # Told only when it is over: nobody is corrected in mid-word.
        if self._problem and not self.problem_of(text):
            self._refuse("")

    def _refuse(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            self.show_wrong(bool(problem))
            self.setToolTip(problem)
            self.setAccessibleDescription(problem)
            self.refused.emit(problem)

    def show_wrong(self, wrong: bool) -> None:
        """Mark the field as not understood."""
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        if event.reason() not in _KEEP_TYPING:
            # Going to another program in mid-sentence keeps the blank just typed.
            self.commit(tidy=event.reason() != Qt.FocusReason.ActiveWindowFocusReason)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if leaves_undo_to_window(event, self.isModified()):
            event.ignore()
            return False
        return super().event(event)


class TextEdit(QPlainTextEdit):
    """Plain text of several paragraphs. Tab leaves the field; it grows with its text from ``lines`` up to ``max_lines``."""

    committed = Signal(str)
    is_kh_field = True

    def __init__(
        self, name: str = "", value: str = "", *, placeholder: str = "", lines: int = 2, max_lines: int = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._value = value
        self._lines, self._max_lines = lines, max(lines, max_lines)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setPlainText(value)
        self.document().setModified(False)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def value(self) -> str:
        """The last committed value."""
        return self._value

    def is_dirty(self) -> bool:
        """Whether something typed is not committed yet."""
        return self.document().isModified()

    def set_value(self, value: str) -> None:
        """Show ``value``; does nothing while there is uncommitted typing."""
        if self.is_dirty():
            return
        self._value = value
        if clean(self.toPlainText()) != value or not is_written_in(self):
            self._show(value)

    def commit(self, *, tidy: bool = True) -> None:
        """Take over what was typed; ``tidy`` also shows it in its stored form."""
        if not self.is_dirty():
            return
        value = clean(self.toPlainText())
        self.document().setModified(False)
        if tidy and self.toPlainText() != value:
            self._show(value)
        if value != self._value:
            self._value = value
            self.committed.emit(value)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        if event.reason() not in _KEEP_TYPING:
            self.commit(tidy=event.reason() != Qt.FocusReason.ActiveWindowFocusReason)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.commit()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if leaves_undo_to_window(event, self.is_dirty()):
            event.ignore()
            return False
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _show(self, value: str) -> None:
        place = self.textCursor().position()
        self.setPlainText(value)
        self.document().setModified(False)
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(value)))
        self.setTextCursor(cursor)

    def _fit(self) -> None:
        # The layout of a plain text document measures its height in lines.
        lines = max(self._lines, min(self._max_lines, round(self.document().size().height())))
        # A bar that comes while the field is still growing would narrow the text and stay.
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bar.ScrollBarAsNeeded if lines >= self._max_lines else bar.ScrollBarAlwaysOff)
        height = lines * QFontMetricsF(self.font()).lineSpacing() + 2 * self.document().documentMargin() + 14
        if round(height) != self.height() or self.minimumHeight() != self.maximumHeight():
            self.setFixedHeight(round(height))
