"""Which cells of the grid are joined: pure functions of the rows, so they can be worked out again after every structural change.

A place is (row, column). A covered cell is joined with the cell above only where the row above is really its neighbour in the plan: in
a filtered or sorted view rows stand beside others, and a cell must not look as if it belonged to those.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kh_desktop.ui.grid.rows import GridRow, title_column

Span = tuple[int, int, int, int]
Place = tuple[int, int]


def group_spans(rows: Sequence[GridRow], keys: Sequence[str]) -> list[Span]:
    """(row, column, rows, columns) of the joined cells: the title of a group covers everything after its number."""
    start = title_column(keys)
    width = len(keys) - start
    if width < 2:
        return []
    return [(place, start, 1, width) for place, row in enumerate(rows) if row.kind == "group"]


def is_joined(rows: Sequence[GridRow], keys: Sequence[str], row: int, column: int) -> bool:
    """Whether a cell of a task row is one with the cell shown above it."""
    if not 0 < row < len(rows) or keys[column] not in rows[row].covered:
        return False
    here, above = rows[row], rows[row - 1]
    return above.kind == "task" and above.group_id == here.group_id and above.place == here.place - 1


def joined_spans(rows: Sequence[GridRow], keys: Sequence[str]) -> Iterator[Span]:
    """The spans of cells joined downwards."""
    for first, item in enumerate(rows):
        if not item.covered:
            continue
        for column in range(len(keys)):
            if not is_joined(rows, keys, first, column) or is_joined(rows, keys, first - 1, column):
                continue  # only the first covered cell below each head
            yield first - 1, column, last_row(rows, keys, first, column) - first + 2, 1


def last_row(rows: Sequence[GridRow], keys: Sequence[str], row: int, column: int) -> int:
    """The last row of the joined cell that ``row`` belongs to."""
    while is_joined(rows, keys, row + 1, column):
        row += 1
    return row


def head_place(rows: Sequence[GridRow], keys: Sequence[str], row: int, column: int) -> Place:
    """The cell that stands for a place: the first one of a joined cell, the title in a group row."""
    if rows[row].kind == "group":
        return row, min(column, title_column(keys))
    while is_joined(rows, keys, row, column):
        row -= 1
    return row, column


def spread(rows: Sequence[GridRow], keys: Sequence[str], one: Place, other: Place) -> Span:
    """The rectangle between two places, grown until it cuts no joined cell: first row, first column, last row, last column."""
    top, bottom = sorted((one[0], other[0]))
    left, right = sorted((one[1], other[1]))
    while True:
        first = min(head_place(rows, keys, top, column)[0] if rows[top].kind == "task" else top for column in range(left, right + 1))
        last = max(last_row(rows, keys, bottom, column) for column in range(left, right + 1))
        if (first, last) == (top, bottom):
            return top, left, bottom, right
        top, bottom = first, last
