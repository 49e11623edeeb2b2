"""How wide the columns of a table are: as wished, but so that no ordinary word is cut."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kh_desktop.documents.text_width import WidthTable, line_width, width_table
from kh_desktop.documents.tree import Cell, Row

# Room left and right of the text in a cell, and a hair for the rounding of other programs (mm).
_ROOM = 3.2
# A longer word (an address on the web) may be cut: it must not starve the other columns.
_LARGEST_SHARE = 0.3
_STROKE = re.compile(r"(?<=[/-])")


def fitted(wished: Sequence[float], rows: Sequence[Row], size: float, total: float) -> tuple[float, ...]:
    """Widths in mm that fill ``total``: in proportion to ``wished``, none narrower than its longest word at ``size`` pt."""
    least = [min(width, total * _LARGEST_SHARE) for width in _longest_words(rows, len(wished), size)]
    if sum(least) >= total:
        return tuple(width * total / sum(least) for width in least)
    given = [max(width, 1.0) for width in wished]
    widths = [width * total / sum(given) for width in given]
    lacking = sum(max(low - width, 0.0) for low, width in zip(least, widths, strict=True))
    spare = sum(max(width - low, 0.0) for low, width in zip(least, widths, strict=True))
    part = 1 - lacking / spare if lacking else 1.0
    return tuple(low + max(width - low, 0.0) * part for low, width in zip(least, widths, strict=True))


def _longest_words(rows: Sequence[Row], count: int, size: float) -> list[float]:
    tables = {bold: width_table(bold) for bold in (False, True)}
    least = [_ROOM + 2.0] * count
    seen: set[tuple[int, bool, tuple[str, ...]]] = set()
    for column, cell in _placed(rows, count):
        key = (column, cell.bold, cell.lines)
        if key not in seen:
            seen.add(key)
            least[column] = max(least[column], _ROOM + _longest_word(cell, size, tables[cell.bold]))
    return least


def _longest_word(cell: Cell, size: float, table: WidthTable) -> float:
    words = {part for line in cell.lines for word in line.split(" ") for part in _parts(word)}
    return max((line_width(word, size, table) for word in words), default=0.0)


def _parts(word: str) -> list[str]:
    """Where a long word may be cut without shame: "1955/QĐ-UBND" after a stroke; a date or "HĐND-UBND" stays whole."""
    return _STROKE.split(word) if len(word) > 10 else [word]


def _placed(rows: Sequence[Row], count: int) -> list[tuple[int, Cell]]:
    """Cells with the column they stand in; those over several columns left out."""
    found: list[tuple[int, Cell]] = []
    taken = [0] * count
    for row in rows:
        column = 0
        for cell in row.cells:
            while column < count and taken[column]:
                column += 1
            if cell.colspan == 1 and column < count:
                found.append((column, cell))
            for covered in range(column, min(column + cell.colspan, count)):
                taken[covered] = cell.rowspan
            column += cell.colspan
        taken = [max(left - 1, 0) for left in taken]
    return found
