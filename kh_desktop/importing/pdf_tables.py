"""Ruled tables of a PDF: the words put into the cells of the grids, and the parts on several pages made one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from kh_desktop.importing.blocks import Cell, Table
from kh_desktop.importing.pdf_flow import Line, lines_of, paragraphs, steps_of, typical_step
from kh_desktop.importing.pdf_grid import NEAR, Grid, clusters
from kh_desktop.importing.pdf_ink import Word, upright

# The white between a cell's border and its text is at most this (pt) when no line shows how much it is.
_PADDING = 6.0


@dataclass(slots=True)
class Part:
    """What one page holds of a table: the grid and the lines of each of its boxes."""

    grid: Grid
    page: int
    width: float
    lines: list[list[Line]]

    @property
    def x0(self) -> float:
        """Its left border."""
        return self.grid.xs[0]


def part_of(grid: Grid, words: Sequence[Word], page: int, width: float) -> Part:
    """The grid with the words inside it. ``page`` from 1; ``width`` of the page in pt."""
    owner = {(r, c): i for i, b in enumerate(grid.boxes) for r in range(b.row, b.row + b.rows) for c in range(b.col, b.col + b.cols)}
    heaps: list[list[Word]] = [[] for _ in grid.boxes]
    for word in words:
        heaps[owner[grid.place(*word.middle)]].append(word)
    lines = [_cell_lines(heap, grid, index, page) for index, heap in enumerate(heaps)]
    _give_room(lines, grid)
    return Part(grid, page, width, lines)


def _cell_lines(words: Sequence[Word], grid: Grid, index: int, page: int) -> list[Line]:
    box = grid.boxes[index]
    left, right = grid.xs[box.col], grid.xs[box.col + box.cols]
    lines = lines_of([w for w in words if not w.turn], left, right, page)
    for turn in (90, 180, 270):
        turned = [upright(word) for word in words if word.turn == turn]
        if turned:
            lines += lines_of(turned, min(w.x0 for w in turned), max(w.x1 for w in turned), page)
    return lines


def _give_room(cells: list[list[Line]], grid: Grid) -> None:
    """Sets the borders of all lines a padding in from the cell's: the smallest that is seen in the table."""
    seen = sorted(line.x0 - line.left for lines in cells for line in lines if line.x0 >= line.left)
    padding = min(max(seen[len(seen) // 50], 0.5), _PADDING) if seen else 0.0
    for lines in cells:
        furthest = max((line.x1 for line in lines), default=0.0)
        for line in lines:
            line.left = min(line.left + padding, line.x0)
            line.right = max(line.right - padding, min(furthest, line.right))


def continues(above: Part, below: Part) -> bool:
    """Whether ``below``, the first thing on its page, goes on with the table ``above``, the last thing on the page before."""
    if abs(above.width - below.width) > 2 or below.page != above.page + 1:
        return False
    shift = below.x0 - above.x0
    mine, other = above.grid.xs, tuple(x - shift for x in below.grid.xs)
    if abs(mine[-1] - other[-1]) > 2 * NEAR:
        return False
    fewer, more = sorted((mine, other), key=len)
    return all(min(abs(x - y) for y in more) <= 2 * NEAR for x in fewer)


def table_of(parts: Sequence[Part]) -> Table:
    """One table of the parts on following pages."""
    first = parts[0]
    shifts = [part.x0 - first.x0 for part in parts]
    xs = clusters([x - shift for part, shift in zip(parts, shifts, strict=True) for x in part.grid.xs])
    step = typical_step([s for part in parts for lines in part.lines for s in steps_of(lines)])
    cells: list[Cell] = []
    starts: list[int] = []
    top = 0
    for part, shift in zip(parts, shifts, strict=True):
        if top:
            starts.append(top)
        columns = [_nearest(x - shift, xs) for x in part.grid.xs]
        for box, lines in zip(part.grid.boxes, part.lines, strict=True):
            left, right = columns[box.col], columns[box.col + box.cols]
            cells.append(Cell(top + box.row, left, tuple(paragraphs(lines, step)), box.rows, max(right - left, 1)))
        top += len(part.grid.ys) - 1
    cells.sort(key=lambda cell: (cell.row, cell.col))
    header = _repeated(cells, starts, top)
    return Table(tuple(cells), top, len(xs) - 1, header_rows=header, page_starts=tuple(starts), page=first.page)


def _nearest(x: float, xs: Sequence[float]) -> int:
    return min(range(len(xs)), key=lambda index: abs(xs[index] - x))


def _repeated(cells: Sequence[Cell], starts: Sequence[int], rows: int) -> int:
    """How many of the first rows come again at the top of each page."""
    if not starts:
        return 0
    texts: dict[int, list[tuple[int, int, int, str]]] = {}
    for cell in cells:
        texts.setdefault(cell.row, []).append((cell.col, cell.rows, cell.cols, cell.text))
    limit = min(b - a for a, b in zip((0, *starts), (*starts, rows), strict=True))
    for number in count():
        if number >= limit or any(_same(texts.get(number)) != _same(texts.get(start + number)) for start in starts):
            return number
    return 0


def _same(row: list[tuple[int, int, int, str]] | None) -> list[tuple[int, int, int, str]] | None:
    """A row to compare: words only, for lines may be broken otherwise."""
    return row and [(col, rows, cols, "".join(text.split())) for col, rows, cols, text in row]
