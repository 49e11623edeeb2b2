"""The keys that move and select, as Excel hands know them. The current cell stays where a selection began; its other end moves."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView

from kh_desktop.ui.grid.model import GridModel
from kh_desktop.ui.grid.rows import title_column
from kh_desktop.ui.grid.spans import Place, spread
from kh_desktop.ui.grid.walking import Ground, walk

_Flag = QItemSelectionModel.SelectionFlag
_Key = Qt.Key
_ARROWS: dict[int, Place] = {_Key.Key_Up: (-1, 0), _Key.Key_Down: (1, 0), _Key.Key_Left: (0, -1), _Key.Key_Right: (0, 1)}
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_OTHERS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_MANY = 20_000  # selected cells above which Enter and Tab do not walk the selection


class GridKeys:
    """Moves about in ``view``; ``press`` says whether a key was one of these."""

    def __init__(self, view: QTableView, model: GridModel) -> None:
        self._view, self._model = view, model
        self._end: Place = (0, 0)  # the far end of the selection; its row is kept while one walks through joined cells
        self._of: Place = (-1, -1)  # the current cell ``_end`` belongs to
        self._extended = False

    # --- where one is

    def ground(self) -> Ground:
        """The rows as they are shown now."""
        return Ground(self._model.rows, self._model.keys, self._view.isRowHidden)

    def _current(self) -> Place:
        index = self._view.currentIndex()
        return index.row(), index.column()

    def _far_end(self) -> Place:
        rows = len(self._model.rows)
        if self._of != self._current() or self._end[0] >= rows or self._end[1] >= len(self._model.keys):
            return self._current()
        return self._end

    # --- moving

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; False for other keys."""
        modifiers = event.modifiers()
        if modifiers & _OTHERS or not self._view.currentIndex().isValid() or not self._model.rows:
            return False
        ctrl, shift = bool(modifiers & _CTRL), bool(modifiers & _SHIFT)
        key = event.key()
        if key == _Key.Key_Space and (ctrl or shift):
            self._take(columns=ctrl, rows=shift)
            return True
        if key == _Key.Key_A and ctrl and not shift:
            self._take(columns=True, rows=True)
            return True
        goal = self._goal(key, ctrl, self._far_end() if shift or not self._extended else self._current())
        if goal is None:
            return False
        if shift:
            self.extend_to(goal)
        else:
            self.stand_at(goal)
        return True

    def _goal(self, key: int, ctrl: bool, end: Place) -> Place | None:
        ground = self.ground()
        if key in _ARROWS:
            down, across = _ARROWS[key]
            return ground.edge(end, down, across) if ctrl else ground.step(end, down, across) or end
        first, last = title_column(self._model.keys), len(self._model.keys) - 1
        if key == _Key.Key_Home:
            return (ground.first_row(), first) if ctrl else (end[0], first)
        if key == _Key.Key_End:
            return (ground.last_row(), last) if ctrl else (end[0], last)
        if key in (_Key.Key_PageUp, _Key.Key_PageDown) and not ctrl:
            return self._page(end, 1 if key == _Key.Key_PageDown else -1), end[1]
        return None

    def _page(self, end: Place, by: int) -> int:
        """The row about one window further; at least one row, however tall."""
        ground, room = self.ground(), self._view.viewport().height()
        row, passed = end[0], 0
        while True:
            after = ground.step((row, end[1]), by, 0)
            if after is None:
                return row
            passed += self._view.rowHeight(after[0])
            if passed > room and row != end[0]:
                return row
            row = after[0]

    def stand_at(self, place: Place) -> None:
        """Make the cell at ``place`` the current and only selected one. Qt's own way looks at Ctrl, which is still down after Ctrl+Z."""
        head = self.ground().head(place)
        index = self._model.index(*head)
        self._view.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        self._select(*spread(self._model.rows, self._model.keys, head, head), scroll=index)
        self._end, self._of, self._extended = place, head, False

    def select_block(self, top: int, left: int, bottom: int, right: int) -> None:
        """Select a rectangle; its first cell is the current one."""
        self.stand_at((top, left))
        self.extend_to((bottom, right))

    def leave_covered(self) -> None:
        """A current cell that was joined with the one above gives way to that one."""
        current = self._current()
        if 0 <= current[0] < len(self._model.rows) and 0 <= current[1] < len(self._model.keys):
            head = self.ground().head(current)
            if head != current:
                self._view.selectionModel().setCurrentIndex(self._model.index(*head), _Flag.NoUpdate)

    def extend_to(self, place: Place) -> None:
        """Select from the current cell to ``place``."""
        current = self._current()
        self._select(*spread(self._model.rows, self._model.keys, current, place), scroll=self._model.index(*place))
        self._end, self._of, self._extended = place, current, True

    def keep_start(self, start: QModelIndex | QPersistentModelIndex) -> None:
        """After a selection drawn with the mouse: the current cell is where it began."""
        end = self._current()
        if start.isValid() and (start.row(), start.column()) != end:
            self._view.selectionModel().setCurrentIndex(self._model.index(start.row(), start.column()), _Flag.NoUpdate)
            self._end, self._of, self._extended = end, (start.row(), start.column()), True

    def _take(self, *, columns: bool, rows: bool) -> None:
        """Whole columns, whole rows, or with both everything."""
        current, end = self._current(), self._far_end()
        top, left, bottom, right = spread(self._model.rows, self._model.keys, current, end)
        if columns:
            top, bottom = 0, len(self._model.rows) - 1
        if rows:
            left, right = 0, len(self._model.keys) - 1
        self._select(top, left, bottom, right)

    def _select(self, top: int, left: int, bottom: int, right: int, *, scroll: QModelIndex | None = None) -> None:
        chosen = QItemSelection(self._model.index(top, left), self._model.index(bottom, right))
        self._view.selectionModel().select(chosen, _Flag.ClearAndSelect)
        if scroll is not None:
            self._view.scrollTo(scroll)

    # --- inside a selection

    def walk(self, by: int, *, down: bool) -> bool:
        """Go to the next cell inside a selection of several cells; False when there is none."""
        cells = self._walkable()
        place = walk(cells, self._current(), by, down=down) if len(cells) > 1 else None
        if place is None:
            return False
        index = self._model.index(*place)
        self._view.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        self._view.scrollTo(index)
        self._of = (-1, -1)
        return True

    def _walkable(self) -> list[Place]:
        selection = self._view.selectionModel().selection()
        ranges = [selection.at(place) for place in range(selection.count())]
        if sum(part.width() * part.height() for part in ranges) > _MANY:
            return []
        return [
            (row, column)
            for part in ranges
            for row in range(part.top(), part.bottom() + 1)
            for column in range(part.left(), part.right() + 1)
            if self._model.key_at(self._model.index(row, column)) not in ("", "no") and not self._view.isRowHidden(row)
        ]
