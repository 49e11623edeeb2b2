"""Nothing typed is ever lost: close what is being typed before anything else happens.

QActions and closeEvent run while an editor is still open and then see the old value; the first line of every action, page
switch, export, undo and closeEvent is therefore ``commit_editors``.
"""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QWidget


def commit_editors(root: QWidget | None = None) -> None:
    """Commit the composition of the input method, each field with a ``commit()`` and each open cell editor under ``root``.

    Without ``root``: every window of the program.
    """
    QGuiApplication.inputMethod().commit()
    for window in [root] if root is not None else QApplication.topLevelWidgets():
        _commit_views(window)
        _commit_fields(window)


def _commit_views(root: QWidget) -> None:
    views = root.findChildren(QAbstractItemView)
    if isinstance(root, QAbstractItemView):
        views = [root, *views]
    for view in views:
        if view.state() == QAbstractItemView.State.EditingState:
            editor = open_editor(view)
            if editor is not None:
                view.commitData(editor)
                view.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)


def _commit_fields(root: QWidget) -> None:
    for widget in [root, *root.findChildren(QWidget)]:
        commit = getattr(widget, "commit", None)
        if callable(commit) and getattr(widget, "is_kh_field", False):
            commit()


def open_editor(view: QAbstractItemView) -> QWidget | None:
    """The editor that is open in ``view``: the focused child of its viewport, or the one over the current cell."""
    focused = QApplication.focusWidget()
    while focused is not None and focused is not view:
        if focused.parentWidget() is view.viewport():
            return focused
        focused = focused.parentWidget()
    return view.indexWidget(view.currentIndex()) or _editor_child(view)


def _editor_child(view: QAbstractItemView) -> QWidget | None:
    # Only children of the viewport that are shown can be editors.
    children = [c for c in view.viewport().children() if isinstance(c, QWidget) and c.isVisible()]
    return children[-1] if children else None
