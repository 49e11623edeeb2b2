"""The columns of one sheet: where tables and pairs of blocks of a part have their edges, so that all of them fit one grid."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kh_desktop.documents.tree import Block, Cell, Columns, Part, Row, Table

# An edge this near to one that is there already (mm) takes it over: another column of 1 mm helps nobody.
_NEAR = 3.0
# With Times New Roman 12 as the normal font a digit is 8 pixels wide at 96 dpi, which is Excel's unit of column width.
_UNITS_PER_MM = 96 / 25.4 / 8


class Placed(NamedTuple):
    """A cell at its place in the grid of a table: columns from 0, ``down`` rows."""

    cell: Cell
    first: int
    last: int
    down: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Edges of the sheet's columns in mm, from 0 to the whole width; ``places`` maps the index of a block to its edges' columns."""

    edges: tuple[float, ...]
    places: dict[int, tuple[int, ...]]

    @property
    def count(self) -> int:
        """Number of columns."""
        return len(self.edges) - 1

    @property
    def units(self) -> list[float]:
        """Column widths as Excel counts them."""
        return [(right - left) * _UNITS_PER_MM for left, right in zip(self.edges, self.edges[1:], strict=False)]

    def width(self, first: int, last: int) -> float:
        """Width in mm of the columns ``first`` to ``last``, both included."""
        return self.edges[last + 1] - self.edges[first]

    def column_at(self, mm: float) -> tuple[int, float]:
        """The column a place is in, and how far into it in mm."""
        column = max(0, min(bisect_right(self.edges, mm) - 1, self.count - 1))
        return column, max(mm - self.edges[column], 0.0)


def grid_of(part: Part, text_width: float) -> Grid:
    """The grid of a part's sheet; the table with most rows gives its edges first, the others use them where they are near."""
    wanted = sorted(((_wanted(block, text_width), index) for index, block in enumerate(part.blocks)), key=lambda item: item[0][0])
    edges = [0.0, max([text_width, *(edges[-1] for (_, edges), _ in wanted if edges)])]
    used: dict[int, list[float]] = {}
    for (_, marks), index in wanted:
        if marks:
            used[index] = _fit(marks, edges)
    final = tuple(edges)
    return Grid(final, {index: tuple(final.index(edge) for edge in marks) for index, marks in used.items()})


def _wanted(block: Block, text_width: float) -> tuple[int, list[float]]:
    """How late a block may choose, and the edges it wants."""
    if isinstance(block, Table):
        edges = [0.0]
        for width in block.widths:
            edges.append(edges[-1] + max(width, 0.1))
        return -len(block.rows), edges
    if isinstance(block, Columns):
        return 1, [0.0, text_width * block.left_share, text_width]
    return 2, []


def _fit(wanted: Sequence[float], edges: list[float]) -> list[float]:
    used = [0.0]
    for mark in wanted[1:]:
        near = [edge for edge in edges if edge > used[-1] and abs(edge - mark) <= _NEAR]
        if near:
            used.append(min(near, key=lambda edge: abs(edge - mark)))
        else:
            place = max(mark, used[-1] + 0.1)
            insort(edges, place)
            used.append(place)
    return used


def place_cells(rows: Sequence[Row], columns: int) -> list[list[Placed]]:
    """The cells of each row at their columns, past the places that spans from above cover. A span ends
    where the table or another span does."""
    covered = [0] * columns
    placed: list[list[Placed]] = []
    for number, row in enumerate(rows):
        here: list[Placed] = []
        column = 0
        for cell in row.cells:
            while column < columns and covered[column] > number:
                column += 1
            if column >= columns:
                break
            span, down = 1, max(1, min(cell.rowspan, len(rows) - number))
            while span < cell.colspan and column + span < columns and covered[column + span] <= number:
                span += 1
            here.append(Placed(cell, column, column + span - 1, down))
            if down > 1:
                covered[column : column + span] = [number + down] * span
            column += span
        placed.append(here)
    return placed
