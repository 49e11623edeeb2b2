"""The names of cells in a spreadsheet."""

from __future__ import annotations


def column_letters(column: int) -> str:
    """ "A" for 1, "AA" for 27."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(row: int, col: int) -> str:
    """The name people know a cell by: "C12" for row 11, column 2 (from 0)."""
    return f"{column_letters(col + 1)}{row + 1}"
