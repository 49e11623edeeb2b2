"""Typing as keyboards and Vietnamese input methods send it. QTest.keyClicks aborts the process on "ê", so nothing here uses it."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_KEYS = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab, "\b": Qt.Key.Key_Backspace}


def press(widget: QWidget, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """One key down and up; a popup that is open gets it first, as on a real screen."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        target = QApplication.activePopupWidget() or widget
        QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text))


def type_text(widget: QWidget, text: str) -> None:
    """Send each character as a key event with its text."""
    for char in text:
        known = _KEYS.get(char)
        press(widget, known if known is not None else Qt.Key(0), "" if char == "\b" else "\r" if char == "\n" else char)


def unikey(widget: QWidget, text: str) -> None:
    """Type as UniKey and EVKey do: the plain letter, then Backspace and the composed letter."""
    for char in text:
        plain = _plain(char)
        type_text(widget, plain)
        if plain != char:
            type_text(widget, "\b" + char)


def _plain(char: str) -> str:
    if char in "đĐ":
        return "d" if char == "đ" else "D"
    return "".join(c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c))
