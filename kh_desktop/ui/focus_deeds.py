"""Cutting, copying, pasting, finding from the menu: done by whatever has the focus, a field of text or a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget


def deed_of(name: str, focus: QWidget | None, page: QWidget | None) -> Callable[[], object] | None:
    """What ``name`` ("cut", "copy", "paste", "find", "replace") does where the focus is; None when there is nothing it could be done
    to. Finding and replacing look for a table on ``page`` when the focus is in none."""
    if name in ("cut", "copy", "paste") and isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit):
        return getattr(focus, name) if _can(name, focus) else None
    for action in _actions(name, focus, page):
        if action.isEnabled():
            return action.trigger
    return None


def _can(name: str, field: QLineEdit | QPlainTextEdit | QTextEdit) -> bool:
    if name == "paste":
        return not field.isReadOnly()
    chosen = field.hasSelectedText() if isinstance(field, QLineEdit) else field.textCursor().hasSelection()
    return chosen and (name == "copy" or not field.isReadOnly())


def _actions(name: str, focus: QWidget | None, page: QWidget | None) -> Iterator[QAction]:
    """The commands of this name of the widgets around the focus, the nearest first; the window itself has the menu's own."""
    around = focus
    while around is not None and not around.isWindow():
        yield from (action for action in around.actions() if action.objectName() == name)
        around = around.parentWidget()
    if name in ("find", "replace") and page is not None:
        for action in page.findChildren(QAction, name):
            owner = action.parent()
            if isinstance(owner, QWidget) and owner.isVisible():
                yield action
