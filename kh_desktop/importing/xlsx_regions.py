"""A sheet cut into what it holds from top to bottom: rows of plain text, tables, and the pairs of a letterhead or a signature.

Lines drawn around cells tell a table; a sheet without any is told by how many cells its rows have. Empty rows and columns say nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kh_desktop.domain.errors import KhError
from kh_desktop.importing.blocks import Cell, Paragraph, Table
from kh_desktop.importing.docx_text import tidy
from kh_desktop.importing.xlsx_sheets import Merged, Sheet, SheetCell

# Rows of all joined cells together.
_MAX_JOINED = 2_000_000
# A table without lines has at least so many cells in a row.
_TABLE = 3


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell of a sheet with the places it covers; a joined one may hold several values."""

    row: int
    col: int
    rows: int
    cols: int
    values: tuple[SheetCell, ...]

    @property
    def ruled(self) -> bool:
        """Whether there are lines around it."""
        return any(value.look.ruled for value in self.values)

    @property
    def said(self) -> bool:
        """Whether anything is written in it."""
        return any(value.shown.strip() for value in self.values)

    def paragraphs(self) -> Iterator[Paragraph]:
        """What is written in it, a paragraph for each line."""
        for value in self.values:
            look = value.look
            for line in value.shown.splitlines():
                text = tidy(line)
                if text:
                    yield Paragraph(text, "", 0, look.bold, look.italic, look.centered, look.size)


@dataclass(frozen=True, slots=True)
class Region:
    """Rows of a sheet that belong together, from row ``first``: "text" (a paragraph a row), "table" or "pairs" (a table without lines)."""

    kind: str
    first: int
    rows: tuple[tuple[Placed, ...], ...]


def rows_of(sheet: Sheet) -> list[tuple[Placed, ...]]:
    """The cells of each row of the used range, joined cells as one at their top left place."""
    if sum(joined.rows for joined in sheet.merged) > _MAX_JOINED:
        raise KhError("import.too_big")
    by_row: dict[int, list[Merged]] = defaultdict(list)
    for joined in sheet.merged:
        for row in range(joined.row, joined.row + joined.rows):
            by_row[row].append(joined)
    starts = {row: [joined.col for joined in line] for row, line in by_row.items()}
    values: dict[tuple[int, int, int, int], list[SheetCell]] = {tuple(joined): [] for joined in sheet.merged}  # type: ignore[misc]
    for (row, col), cell in sorted(sheet.cells.items()):
        place = (row, col, 1, 1)
        at = bisect_right(starts[row], col) - 1 if row in starts else -1
        if at >= 0 and col < by_row[row][at].col + by_row[row][at].cols:
            place = tuple(by_row[row][at])  # type: ignore[assignment]
        values.setdefault(place, []).append(cell)
    rows: dict[int, list[Placed]] = defaultdict(list)
    for place, cells in sorted(values.items()):
        rows[place[0]].append(Placed(*place, tuple(cells)))
    return [tuple(rows.get(row, ())) for row in range(sheet.row_count)]


def regions(rows: Sequence[tuple[Placed, ...]]) -> Iterator[Region]:
    """The regions of a sheet, from top to bottom."""
    kinds = _kinds(rows)
    start = 0
    while start < len(rows):
        kind = kinds[start]
        end = start + 1
        while end < len(rows) and kinds[end] == kind and kind in ("table", "pairs"):
            end += 1
        if kind:
            yield Region(kind, start, tuple(rows[start:end]))
        start = end


def _kinds(rows: Sequence[tuple[Placed, ...]]) -> list[str]:
    """What each row belongs to; "" for an empty one."""
    counts = [sum(cell.said for cell in row) for row in rows]
    ruled = [any(cell.ruled for cell in row if cell.said) for row in rows]
    if any(drawn and count > 1 for drawn, count in zip(ruled, counts, strict=True)):
        kinds = ["table" if drawn else _loose(count) for drawn, count in zip(ruled, counts, strict=True)]
    else:
        kinds = _by_count(rows, counts)
    _lengthen_pairs(rows, kinds)
    covered = -1
    for number, row in enumerate(rows):
        # A cell joined downwards keeps its rows together.
        if number <= covered and not kinds[number]:
            kinds[number] = kinds[number - 1]
        if kinds[number] == "table":
            covered = max([covered, *[cell.row + cell.rows - 1 for cell in row]])
    return kinds


def _lengthen_pairs(rows: Sequence[tuple[Placed, ...]], kinds: list[str]) -> None:
    """A row with one cell right below a pair, in the place of one of its two, goes on with it: one side is longer than the other."""
    places: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        said = [(cell.col, cell.cols) for cell in row if cell.said]
        if kinds[number] == "pairs":
            places = set(said)
        elif kinds[number] == "text" and said[0] in places and (said[0][1] > 1 or said[0][0] > min(places)[0]):
            kinds[number] = "pairs"
        else:
            places = set()


def _loose(count: int) -> str:
    return "" if count == 0 else "text" if count == 1 else "pairs"


def _by_count(rows: Sequence[tuple[Placed, ...]], counts: list[int]) -> list[str]:
    """A sheet without lines: its tables begin with a row of three cells and end with the last such row, or the short rows that go on
    below it beside the first column."""
    kinds = [_loose(count) for count in counts]
    full = [number for number, count in enumerate(counts) if count >= _TABLE]
    for first, last in zip(full, full[1:], strict=False):
        gap = counts[first + 1 : last]
        if not (0 in gap and 1 in gap):
            kinds[first : last + 1] = ["table"] * (last + 1 - first)
    for number in full:
        kinds[number] = "table"
        left = min(cell.col for cell in rows[number] if cell.said)
        below = number + 1
        while below < len(rows) and counts[below] and counts[below] < _TABLE and _goes_on(rows[below], left):
            kinds[below] = "table"
            below += 1
    return kinds


def _goes_on(row: tuple[Placed, ...], left: int) -> bool:
    said = [cell for cell in row if cell.said]
    return all(cell.col > left and cell.cols == 1 for cell in said)


@dataclass(frozen=True, slots=True)
class Grid:
    """A region as a table. ``starts``: the columns of the sheet its columns begin with."""

    table: Table
    starts: tuple[int, ...]

    def column(self, col: int) -> int:
        """The column of the table a column of the sheet is in."""
        return max(bisect_right(self.starts, col) - 1, 0)


def grid(region: Region) -> Grid:
    """The table of a region; columns are told apart where something written begins."""
    said = [cell for row in region.rows for cell in row if cell.said]
    starts = tuple(sorted({cell.col for cell in said}))
    count = len(region.rows)
    cells = []
    for cell in said:
        row, col = cell.row - region.first, bisect_left(starts, cell.col)
        end = bisect_left(starts, cell.col + cell.cols)
        cells.append(Cell(row, col, tuple(cell.paragraphs()), max(min(cell.rows, count - row), 1), max(end - col, 1)))
    return Grid(Table(tuple(cells), count, len(starts), ruled=region.kind == "table"), starts)
