"""Filling cells from their neighbours: pure functions from rows and cells to the changes of the services."""

from __future__ import annotations

from collections.abc import Sequence

from kh_desktop.ui.grid.block import Changes
from kh_desktop.ui.grid.rows import FIXED, GridRow
from kh_desktop.ui.grid.series import extend
from kh_desktop.ui.grid.spans import is_joined


def fillable(rows: Sequence[GridRow], keys: Sequence[str], row: int, column: int) -> bool:
    """Whether a cell can be filled or filled from: a cell of a task row that stands for itself."""
    return rows[row].kind == "task" and keys[column] not in FIXED and not is_joined(rows, keys, row, column)


def fill_down(rows: Sequence[GridRow], keys: Sequence[str], top: int, bottom: int, columns: Sequence[int]) -> Changes:
    """Copy the first cell of each column downwards, as Ctrl+D does; a selection of one row takes the cell above."""
    changes = Changes()
    for column in columns:
        if top == bottom:
            source = next((row for row in range(top - 1, -1, -1) if fillable(rows, keys, row, column)), top)
        else:
            source = next((row for row in range(top, bottom + 1) if fillable(rows, keys, row, column)), top)
        _put(changes, rows, keys, column, range(source + 1, bottom + 1), [rows[source].texts.get(keys[column], "")])
    return changes


def fill_right(rows: Sequence[GridRow], keys: Sequence[str], chosen: Sequence[int], left: int, right: int) -> Changes:
    """Copy the first cell of each row to the right, as Ctrl+R does; a selection of one column takes the cell to its left."""
    changes = Changes()
    source = left - 1 if left == right else left
    for row in chosen:
        if source < 0 or not fillable(rows, keys, row, source):
            continue
        text = rows[row].texts.get(keys[source], "")
        for column in range(source + 1, right + 1):
            if fillable(rows, keys, row, column):
                changes.put(rows[row], keys[column], text)
    return changes


def drag_down(
    rows: Sequence[GridRow], keys: Sequence[str], top: int, bottom: int, columns: Sequence[int], end: int, *, copies: bool
) -> Changes:
    """What the fill handle does: the cells of rows ``top`` to ``bottom`` go on down to row ``end``; group rows are passed over."""
    changes = Changes()
    for column in columns:
        seeds = [rows[row].texts.get(keys[column], "") for row in range(top, bottom + 1) if fillable(rows, keys, row, column)]
        targets = [row for row in range(bottom + 1, end + 1) if fillable(rows, keys, row, column)]
        count = len(targets)
        texts = [seeds[place % len(seeds)] for place in range(count)] if copies and seeds else extend(seeds, count)
        if seeds:
            _put(changes, rows, keys, column, targets, texts)
    return changes


def _put(changes: Changes, rows: Sequence[GridRow], keys: Sequence[str], column: int, targets: Sequence[int], texts: Sequence[str]) -> None:
    """``texts`` (the last one again and again) into the fillable cells among ``targets``."""
    fit = [row for row in targets if fillable(rows, keys, row, column)]
    for place, row in enumerate(fit):
        changes.put(rows[row], keys[column], texts[min(place, len(texts) - 1)])
