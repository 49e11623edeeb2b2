"""Measuring a table: which column each cell stands in, its lines, the height of each row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from kh_desktop.documents.layout import PT_PER_MM
from kh_desktop.documents.paginate import RowSize, span_chunks
from kh_desktop.documents.text_flow import Line, Ruler
from kh_desktop.documents.tree import Cell, Row, Table

PAD_X, PAD_Y = 4.0, 3.0
CONTINUED = " (tiếp)"
# A repeated group label may take that many lines; the rest of a very long title is not said again.
_LABEL_LINES = 3


@dataclass(frozen=True, slots=True)
class CellBox:
    """A cell with its first column, its place and its lines; ``x0``, ``x1`` in pt from the left margin."""

    cell: Cell
    x0: float
    x1: float
    lines: tuple[Line, ...]
    rowspan: int


@dataclass(frozen=True, slots=True)
class RowBox:
    """A measured row; ``label`` is the place of the group row it belongs to, -1 for none."""

    boxes: tuple[CellBox, ...]
    height: float
    group: bool = False
    label: int = -1
    joined: bool = False

    @property
    def lines(self) -> int:
        """Lines of its tallest cell that does not span."""
        return max([len(box.lines) for box in self.boxes if box.rowspan == 1], default=1) or 1


@dataclass(frozen=True, slots=True)
class TableBox:
    """A measured table. ``labels``: for each group row its shortened copy that is repeated on the pages after."""

    table: Table
    edges: tuple[float, ...]
    header: tuple[RowBox, ...]
    rows: tuple[RowBox, ...]
    labels: dict[int, RowBox]
    line_height: float

    @property
    def header_height(self) -> float:
        """Height of all header rows."""
        return sum(row.height for row in self.header)

    def sizes(self) -> list[RowSize]:
        """The rows as the paginator wants them."""
        return [
            RowSize(row.height, row.lines, row.group, self.labels[row.label].height if row.label in self.labels else 0.0, row.joined)
            for row in self.rows
        ]


def measure_table(table: Table, ruler: Ruler, page_height: float) -> TableBox:
    """``table`` with all lines and heights (pt). A header taller than half a page is printed once, as ordinary rows."""
    edges = tuple(accumulate((width * PT_PER_MM for width in table.widths), initial=0.0))
    line = ruler.fonts.line_height(table.size)
    header = _measure(table.header, edges, table, ruler, line, page_height)
    rows = _measure(table.rows, edges, table, ruler, line, page_height / 2)
    if sum(row.height for row in header) > page_height / 2:
        rows, header = [*header, *rows], []
    labels: dict[int, RowBox] = {}
    current = -1
    for index, row in enumerate(rows):
        if row.group:
            current = index
            labels[index] = _label(row, ruler, table, line)
        else:
            rows[index] = replace(row, label=current)
    return TableBox(table, edges, tuple(header), tuple(rows), labels, line)


def _measure(rows: Sequence[Row], edges: Sequence[float], table: Table, ruler: Ruler, line: float, limit: float) -> list[RowBox]:
    placed = _place(rows, edges, table, ruler)
    heights = [_height([box for box in boxes if box.rowspan == 1], line) for boxes in placed]
    joined = [False] * len(rows)
    start = 0
    while start < len(rows):
        end = _chain_end(placed, start)
        if end - start > 1:
            _join(placed, heights, joined, start, end, line, limit)
        start = end
    return [
        RowBox(tuple(boxes), height, row.group, joined=together)
        for boxes, height, row, together in zip(placed, heights, rows, joined, strict=True)
    ]


def _place(rows: Sequence[Row], edges: Sequence[float], table: Table, ruler: Ruler) -> list[list[CellBox]]:
    count = len(edges) - 1
    taken = [0] * count
    placed: list[list[CellBox]] = []
    for index, row in enumerate(rows):
        column = 0
        boxes: list[CellBox] = []
        for cell in row.cells:
            while column < count and taken[column]:
                column += 1
            right = min(column + cell.colspan, count)
            rowspan = min(cell.rowspan, len(rows) - index)
            width = edges[right] - edges[column] - 2 * PAD_X
            lines = ruler.cell_lines(cell, table.size, width)
            boxes.append(CellBox(cell, edges[column], edges[right], lines, rowspan))
            for covered in range(column, right):
                taken[covered] = rowspan
            column = right
        taken = [max(left - 1, 0) for left in taken]
        placed.append(boxes)
    return placed


def _height(boxes: Sequence[CellBox], line: float) -> float:
    return max([len(box.lines) for box in boxes] + [1]) * line + 2 * PAD_Y


def _chain_end(placed: Sequence[Sequence[CellBox]], start: int) -> int:
    end, at = start + 1, start
    while at < end:
        end = max([end, *(at + box.rowspan for box in placed[at])])
        at += 1
    return end


def _join(placed: list[list[CellBox]], heights: list[float], joined: list[bool], start: int, end: int, line: float, limit: float) -> None:
    """Make room for the spanning cells of the rows ``start`` to ``end``; cut a run that would not fit a page into parts."""
    need = max(_height([box], line) for box in placed[start] if box.rowspan > 1) if any(b.rowspan > 1 for b in placed[start]) else 0.0
    parts = span_chunks(heights[start:end], need, limit)
    if len(parts) > 1:
        _cut_spans(placed, heights, start, parts, line)
    at = start
    for part in parts:
        for row in range(at, at + part):
            joined[row] = row < at + part - 1
            for box in placed[row]:
                last = min(row + box.rowspan, at + part) - 1
                short = _height([box], line) - sum(heights[row : last + 1])
                if short > 0 and (row == start or len(parts) == 1):
                    heights[last] += short
        at += part


def _cut_spans(placed: list[list[CellBox]], heights: Sequence[float], start: int, parts: Sequence[int], line: float) -> None:
    """Let the spanning cells begin anew in each part; a repeated text that finds no room there is cut, it stands in the first part."""
    spanning = [box for box in placed[start] if box.rowspan > 1]
    at = start
    for part in parts:
        room = max(int((sum(heights[at : at + part]) - 2 * PAD_Y) / line + 1e-6), 1)
        again = [replace(box, rowspan=part, lines=box.lines if at == start else box.lines[:room]) for box in spanning]
        kept = [box for box in placed[at] if box not in spanning]
        placed[at] = sorted([*again, *kept], key=lambda box: box.x0)
        at += part


def _label(row: RowBox, ruler: Ruler, table: Table, line: float) -> RowBox:
    boxes = list(row.boxes)
    title = boxes[-1]
    width = title.x1 - title.x0 - 2 * PAD_X
    words = " ".join(title.cell.lines)
    cell = replace(title.cell, lines=(words + CONTINUED,))
    lines = ruler.cell_lines(cell, table.size, width)
    while words and len(lines) > _LABEL_LINES:
        words = words[: int(len(words) * min(0.9, _LABEL_LINES / len(lines)))].rstrip()
        cell = replace(cell, lines=(f"{words}…{CONTINUED}",))
        lines = ruler.cell_lines(cell, table.size, width)
    boxes[-1] = replace(title, cell=cell, lines=lines)
    return RowBox(tuple(boxes), _height(boxes, line), group=True)
