"""Which cells of the grid are joined: a pure function of the rows, so it can be worked out again after every structural change."""

from __future__ import annotations

from collections.abc import Sequence

from kh_desktop.ui.grid.rows import GridRow, title_column

Span = tuple[int, int, int, int]


def group_spans(rows: Sequence[GridRow], keys: Sequence[str]) -> list[Span]:
    """(row, column, rows, columns) of the joined cells: the title of a group covers everything after its number."""
    start = title_column(keys)
    width = len(keys) - start
    if width < 2:
        return []
    return [(place, start, 1, width) for place, row in enumerate(rows) if row.kind == "group"]
