"""Where the keys of Excel lead from a cell: pure functions over rows, hidden rows and joined cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kh_desktop.ui.grid.rows import GridRow, title_column
from kh_desktop.ui.grid.spans import Place, head_place


def _none_hidden(row: int) -> bool:
    return False


@dataclass(slots=True)
class Ground:
    """What is walked on. ``is_hidden``: rows a filter or a collapsed group does not show."""

    rows: Sequence[GridRow]
    keys: Sequence[str]
    is_hidden: Callable[[int], bool] = field(default=_none_hidden)

    def head(self, place: Place) -> Place:
        """The cell that stands for a place."""
        return head_place(self.rows, self.keys, *place)

    def is_filled(self, place: Place) -> bool:
        """Whether there is text at a place; the title of a group fills only the column it starts in."""
        row, column = self.rows[place[0]], place[1]
        if row.kind == "group":
            return column <= title_column(self.keys) and bool(row.texts.get("no" if column < title_column(self.keys) else "title"))
        head = self.head(place)
        return bool(self.rows[head[0]].texts.get(self.keys[column]))

    def step(self, place: Place, down: int, across: int) -> Place | None:
        """The next place that is another cell than the one ``place`` belongs to; None at the edge."""
        start, (row, column) = self.head(place), place
        while True:
            row, column = row + down, column + across
            if not (0 <= row < len(self.rows) and 0 <= column < len(self.keys)):
                return None
            if not self.is_hidden(row) and self.head((row, column)) != start:
                return row, column

    def edge(self, place: Place, down: int, across: int) -> Place:
        """Where Ctrl+arrow leads: the last filled cell before a gap, over a gap to the next filled cell, else to the edge."""
        after = self.step(place, down, across)
        if after is None:
            return place
        if self.is_filled(place) and self.is_filled(after):
            while after is not None and self.is_filled(after):
                place, after = after, self.step(after, down, across)
            return place
        while after is not None and not self.is_filled(after):
            place, after = after, self.step(after, down, across)
        return place if after is None else after

    def first_row(self) -> int:
        """The first row shown."""
        return next((row for row in range(len(self.rows)) if not self.is_hidden(row)), 0)

    def last_row(self) -> int:
        """The last row shown."""
        return next((row for row in range(len(self.rows) - 1, -1, -1) if not self.is_hidden(row)), 0)


def walk(cells: Sequence[Place], current: Place, by: int, *, down: bool) -> Place | None:
    """The next (or previous) of the selected cells, column by column when ``down``, else row by row; round and round, as in Excel."""
    order = sorted(cells, key=lambda place: (place[1], place[0]) if down else place)
    if not order:
        return None
    if current not in order:
        return order[0]
    return order[(order.index(current) + by) % len(order)]
