"""Folding groups away: by the arrow, by keys, all at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.grid.cell_extras import ARROW, has_arrow
from kh_desktop.ui.grid.delegate import PAD_X
from kh_desktop.ui.grid.model import GridModel
from kh_desktop.ui.grid.rows import GridRow
from kh_desktop.ui.grid.view import GridView

_KEYS = {Qt.Key.Key_Left: True, Qt.Key.Key_Minus: True, Qt.Key.Key_Right: False, Qt.Key.Key_Plus: False}


class Folding(QObject):
    """Opens and closes group rows of ``view``. Nothing of this is stored or undone."""

    def __init__(self, view: GridView, model: GridModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def set_closed(self, row: GridRow, closed: bool) -> None:
        """Fold the tasks of a group away, or show them."""
        self._put(self._model.arrangement.closed ^ {row.id} if closed != (row.folded >= 0) else self._model.arrangement.closed)

    def close_all(self) -> None:
        """Only the group rows stay."""
        self._put({row.id for row in self._model.all_rows if row.kind == "group"})

    def open_all(self) -> None:
        """Show every row."""
        self._put(set())

    def _put(self, closed: set[int]) -> None:
        commit_editors(self._view)
        current = self._current()
        self._model.arrangement.closed = set(closed)
        self._model.arrange()
        if current is not None:
            shown = self._model.row_of(current.key)
            group = self._model.row_of(("group", current.group_id))
            if shown >= 0:
                self._view.scrollTo(self._view.currentIndex())
            elif group >= 0:
                self._view.go_to(group, "title")

    def _current(self) -> GridRow | None:
        row = self._view.currentIndex().row()
        return self._model.rows[row] if 0 <= row < len(self._model.rows) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Clicks on arrows, keys on group rows; everything else is the view's."""
        if isinstance(event, QMouseEvent) and watched is self._view.viewport() and event.type() == QEvent.Type.MouseButtonPress:
            return self._clicked(event)
        if isinstance(event, QKeyEvent) and watched is self._view and event.type() == QEvent.Type.KeyPress:
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def _clicked(self, event: QMouseEvent) -> bool:
        index = self._view.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid() or self._model.key_at(index) != "title":
            return False
        row = self._model.rows[index.row()]
        if not has_arrow(row) or event.position().x() - self._view.visualRect(index).left() > PAD_X + ARROW:
            return False
        self.set_closed(row, row.folded < 0)
        return True

    def _pressed(self, event: QKeyEvent) -> bool:
        row = self._current()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        close = _KEYS.get(Qt.Key(event.key())) if plain and row is not None and has_arrow(row) else None
        if row is None or close is None or close == (row.folded >= 0):
            return False
        typed = event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Minus)
        if typed and not event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
            return False  # on the main keys "+" and "-" are letters of a title
        if len(self._view.selectionModel().selectedRows(self._view.currentIndex().column())) > 1:
            return False
        self.set_closed(row, close)
        return True
